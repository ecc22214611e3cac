/** Directives that name what only one machine has: folders, sockets, modules, certificates, other files. */
const NAMES = [
  'aclfile',
  'activedefrag',
  'cluster-config-file',
  'cluster-enabled',
  'dbfilename',
  'dir',
  'include',
  'loadmodule',
  'locale-collate',
  'logfile',
  'rdma-port',
  'sentinel',
  'syslog-enabled',
  'tls-ca-cert-(?:dir|file)',
  'tls-(?:client-)?cert-file',
  'tls-(?:client-)?key-file',
  'tls-dh-params-file',
  'unixsocket',
  'unixsocketgroup',
  'watchdog-period',
];

const LINE = new RegExp(`^[\\s"']*(?:${NAMES.join('|')})["'\\s].*$`, 'gim');

/** A configuration file of some machine without the lines that mean something only there; other lines keep their numbers. */
export function withoutMachineLines(text: string): string {
  return text.replace(LINE, '');
}
