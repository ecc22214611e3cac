import { execFile, spawn } from 'node:child_process';
import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Where a script may start servers and be a client from elsewhere to them. */
export interface TestNetwork {
  /** An address of this machine that is not loopback: who connects to it comes from it. */
  readonly remoteAddress: string;
  /** Runs a TypeScript file with a value on its standard input, and reads the value on its standard output. */
  run<T>(script: string, input: unknown): Promise<T>;
}

const run = promisify(execFile);

/** Reserved for documentation (RFC 5737): no machine has it. */
const OWN_ADDRESS = '192.0.2.200';

/** Puts the program behind it into a network with nothing in it but two addresses of its own. */
const ISOLATED = [
  'unshare',
  '--map-root-user',
  '--net',
  'sh',
  '-c',
  `ip link set lo up && ip address add ${OWN_ADDRESS}/32 dev lo && exec "$@"`,
  'sh',
];

/**
 * A network to try protected mode in: one of its own where the system lets us have it, else the machine's address
 * that is not loopback. Undefined where there is neither.
 */
export async function testNetwork(): Promise<TestNetwork | undefined> {
  const [program = '', ...args] = ISOLATED;
  const isIsolated = await run(program, [...args, 'true']).then(
    () => true,
    () => false,
  );
  if (isIsolated) return { remoteAddress: OWN_ADDRESS, run: (script, input) => runScript(ISOLATED, script, input) };

  const remoteAddress = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === 'IPv4' && !address.internal)?.address;
  if (remoteAddress === undefined) return undefined;
  return { remoteAddress, run: (script, input) => runScript([], script, input) };
}

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

async function runScript<T>(prefix: readonly string[], script: string, input: unknown): Promise<T> {
  const [program = '', ...args] = [...prefix, process.execPath, '--import', 'tsx', script];
  const child = spawn(program, args, { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
  const output: Buffer[] = [];
  child.stdout.on('data', (bytes: Buffer) => output.push(bytes));
  child.stdin.end(JSON.stringify(input));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
  return JSON.parse(Buffer.concat(output).toString());
}

/** What a script was given on its standard input. */
export async function givenInput<T>(): Promise<T> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}
