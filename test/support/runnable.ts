import { createServer } from 'node:net';
import { type Certificates, certificates } from './certificates.js';
import type { DrawnFile } from './drawing.js';
import type { StartRequest, StartResult } from './servers/real-server.js';

/** Where a server of drawn files listens besides what they say, and where tests look for it. */
export const SOCKET = 's.sock';

/**
 * Makes drawn files ones that a server can run in a scratch folder of this machine: usual folders become the working
 * directory, each port a free one, each address this machine's own, and passwords of `/run/secrets` and certificates lie
 * where they are named.
 */
export async function runnable(files: readonly DrawnFile[]): Promise<readonly DrawnFile[]> {
  const [made = []] = await runnableAlike([files]);
  return made;
}

/** The same for variants of the same files, all with the same ports. */
export async function runnableAlike(
  variants: readonly (readonly DrawnFile[])[],
): Promise<readonly (readonly DrawnFile[])[]> {
  const ports = await freePortsFor(variants.flat());
  return variants.map(([root, ...others]) =>
    root === undefined ? [] : [closed(moved(root, ports), ports), ...others.map((file) => moved(file, ports))],
  );
}

function moved(file: DrawnFile, ports: ReadonlyMap<string, string>): DrawnFile {
  const text = here(file.text).replace(PORT_LINE, (_, before: string, port: string) => before + ports.get(port));
  return { ...file, name: here(file.name).replace(/^\.\//, ''), text };
}

/** A file that says nothing of addresses must not listen on all of them, nor on the usual port of everyone. */
function closed(file: DrawnFile, ports: ReadonlyMap<string, string>): DrawnFile {
  if (kindOf(file.name) !== 'config') return file;
  const port = /^port /m.test(file.text) ? '' : `port ${ports.get(USUAL)}\n`;
  const bind = /^bind /m.test(file.text) ? '' : 'bind 127.0.0.1\n';
  return { ...file, text: `${port}${bind}${file.text}` };
}

const USUAL = '6379';

/** How to start a server with the first of the files. */
export async function requestFor(files: readonly DrawnFile[]): Promise<StartRequest> {
  const contents: Record<string, string> = { ...(await material()) };
  for (const { name, text } of files) contents[name] = text;
  const { name: config = '', text = '' } = files[0] ?? {};
  if (kindOf(config) === 'acl') {
    return { files: { ...contents, 'redis.conf': `aclfile ${config}\n` }, config: 'redis.conf' };
  }
  if (kindOf(config) === 'sentinel') return { files: contents, config, role: 'sentinel' };
  const listens = /^(?:bind|port|tls-port|unixsocket) /m.test(text);
  // A file that closes its only port is to be refused for it, so that nothing is added.
  if (/^port 0$/m.test(text) && !/^(?:tls-port|unixsocket) /m.test(text))
    return { files: contents, config, options: [] };
  return listens ? { files: contents, config, options: ['--unixsocket', SOCKET] } : { files: contents, config };
}

/** What a drawn file is to a server, by its name. */
export function kindOf(name: string): 'acl' | 'config' | 'sentinel' {
  if (name.endsWith('.acl')) return 'acl';
  return name.includes('sentinel') ? 'sentinel' : 'config';
}

function here(text: string): string {
  return text
    .replaceAll('/run/redis/redis.sock', SOCKET)
    .replace(/^(tls-\S*-(?:file|dir) "?)(?:\S*\/)?(?=[^/\s]+$)/gm, '$1tls/')
    .replace(/\/(?:etc|var\/lib|var\/log)\/redis(?:\/|(?=["\n]|$))/gm, './')
    .replaceAll('/run/secrets/', './')
    .replace(/^dir "?\/.*$/gm, 'dir .')
    .replace(/^logfile "?\/.*$/gm, 'logfile ./server.log')
    .replace(/^bind .*$/gm, (line) =>
      line
        .replace(/ (-?)(?:\*|0\.0\.0\.0)(?= |$)/g, ' $1127.0.0.1')
        .replace(/(?:10|192)\.\d+\.\d+\.(\d+)/g, '127.0.0.$1')
        .replace(/ -?::\*?(?= |$)/g, ''),
    );
}

/** Certificates under all names that examples use. */
async function material(): Promise<Record<string, string>> {
  drawn ??= certificates();
  const { node, authority }: Certificates = await drawn;
  const [key, cert] = [node.key, node.cert];
  return {
    'tls/redis.crt': cert,
    'tls/redis.key': key,
    'tls/ca.crt': authority,
    'tls/ca-certificates.crt': authority,
    'tls/certs/ca.crt': authority,
    'tls/ca/ca.crt': authority,
  };
}

let drawn: Promise<Certificates> | undefined;

/** Not those whose cluster bus would have no port; that is what is asked about. */
const PORT_LINE = /^((?:tls-|cluster-)?port )([1-9]\d{0,3}|[1-4]\d{4}|5[0-5]\d{3})$/gm;

async function freePortsFor(files: readonly DrawnFile[]): Promise<ReadonlyMap<string, string>> {
  const named = new Set([
    USUAL,
    ...files.flatMap(({ text }) => [...text.matchAll(PORT_LINE)].map(([, , port = '']) => port)),
  ]);
  const ports = new Map<string, string>();
  for (const port of named) ports.set(port, String(await freePort(new Set(ports.values()))));
  return ports;
}

/** Below 45000, so that the port of the cluster bus, 10,000 above, can be had as well. */
async function freePort(taken: ReadonlySet<string>): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 25_000);
    if (!taken.has(String(port)) && (await isFree(port))) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** All that a server says when it does not start; undefined when it does. */
export function saidBy(result: StartResult): string | undefined {
  if (result.verdict === 'started') return undefined;
  return ['text' in result ? result.text : '', ...result.log.map(({ message }) => message)].join('\n');
}
