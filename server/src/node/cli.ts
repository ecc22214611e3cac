import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../cli/main.js';
import { disk } from './disk.js';
import { slashedPath } from './paths.js';
import { input, output } from './streams.js';

// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on('error', () => process.exit());

const manifest: { readonly version: string } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8'));

main(process.argv.slice(2), {
  workingDirectory: slashedPath(process.cwd()),
  environment: process.env,
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  stdin: input(process.stdin),
  disk,
  version: manifest.version,
  randomBytes,
  now: () => Date.now(),
  serveLanguage: async () => {
    await import('./server.js');
  },
}).then((status) => {
  process.exitCode = status;
});
