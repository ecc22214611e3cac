// Preloaded into the VS Code server. Its standard input is a pipe from the program that started it: when that program
// is gone, however it ended, the pipe closes and the server goes too, so that no process is left behind.
if (process.argv[1]?.endsWith('server-main.js')) {
  process.stdin.on('close', () => process.exit());
  process.stdin.resume();
}
