import { readdir, readFile, readlink } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';

/** Where a process listens, as the kernel lists it: `127.0.0.1:6379`, then `[::1]:6379`. */
export async function listenersOf(pid: number): Promise<readonly string[]> {
  const folder = `/proc/${pid}/fd`;
  const links = await Promise.all((await readdir(folder)).map((name) => readlink(`${folder}/${name}`).catch(() => '')));
  const tables = ['tcp', 'tcp6'].map((table) => readFile(`/proc/${pid}/net/${table}`, 'utf8').catch(() => ''));
  return (await Promise.all(tables))
    .join('\n')
    .split('\n')
    .flatMap((line) => {
      const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/);
      if (state !== LISTENING || !links.includes(`socket:[${inode}]`)) return [];
      const [address = '', port = ''] = local.split(':');
      return [`${addressOf(address)}:${Number.parseInt(port, 16)}`];
    });
}

/** Whether this machine is `::1` to itself. */
export function hasIpv6Loopback(): boolean {
  return Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ address }) => address === '::1'));
}

const LISTENING = '0A';

/** The kernel writes each four bytes as one number of this machine, the lowest byte first. */
function addressOf(hexadecimal: string): string {
  const bytes = (hexadecimal.match(/.{8}/g) ?? []).flatMap((word) => word.match(/../g)?.reverse() ?? []);
  if (bytes.length === 4) return bytes.map((byte) => Number.parseInt(byte, 16)).join('.');
  const text = bytes.join('').toLowerCase();
  return /^0{31}1$/.test(text) ? '[::1]' : `[${text.match(/.{4}/g)?.join(':')}]`;
}
