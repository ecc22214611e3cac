/** Values of directives that protect something, the weakest first. */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  'acl-pubsub-default': ['allchannels', 'resetchannels'],
  'enable-debug-command': ['yes', 'local', 'no'],
  'enable-module-command': ['yes', 'local', 'no'],
  'enable-protected-configs': ['yes', 'local', 'no'],
  'hide-user-data-from-log': ['no', 'yes'],
  'protected-mode': ['no', 'yes'],
  'replica-read-only': ['no', 'yes'],
  'sanitize-dump-payload': ['no', 'clients', 'yes'],
  'tls-auth-clients': ['no', 'optional', 'yes'],
  'tls-cluster': ['no', 'yes'],
  'tls-replication': ['no', 'yes'],
};

/**
 * Whether a value protects less than another one of the same directive; false where neither does.
 * @param directive its canonical name
 * @param value as the server shows it
 */
export function isWeaker(directive: string, value: string, than: string): boolean {
  const [weak, strong] = [strengthOf(directive, value), strengthOf(directive, than)];
  return weak !== undefined && strong !== undefined && weak < strong;
}

/** A larger number protects more; undefined for a directive that protects nothing. */
function strengthOf(directive: string, value: string): number | undefined {
  switch (directive) {
    case 'requirepass':
    case 'masterauth':
    case 'primaryauth':
    case 'aclfile':
      return value === '' ? 0 : 1;
    case 'port':
      return value === '0' ? 1 : 0;
    case 'bind':
      return bindStrength(value);
    case 'acllog-max-len':
    case 'slowlog-max-len':
      return value === '0' ? 0 : 1;
    case 'slowlog-log-slower-than':
      return value.startsWith('-') ? 0 : 1;
    case 'unixsocketperm':
      return -(Number.parseInt(value, 8) & 0o77);
    default: {
      const rank = ORDERS[directive]?.indexOf(value) ?? -1;
      return rank === -1 ? undefined : rank;
    }
  }
}

/** Everywhere, named addresses, this machine. */
function bindStrength(value: string): number {
  const addresses = value.split(' ').map((address) => address.replace(/^-/, ''));
  if (value === '' || addresses.some((address) => /^(?:\*|0\.0\.0\.0|::\*?)$/.test(address))) return 0;
  return addresses.every((address) => /^(?:127\.|::1$|localhost$)/.test(address)) ? 2 : 1;
}
