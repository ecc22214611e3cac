import type { Refusal, RefusalCode } from './refusal.js';
import { lineRefusal } from './refusing.js';
import type { Settings } from './settings.js';
import { argumentsPlace, placeOf } from './statement.js';

/**
 * What a server with TLS on any port wants of its settings before it looks at a file (`tlsConfigure`, tls.c); the first
 * thing only. Whether the certificates are there and good is the machine's business.
 */
export function tlsRefusal(settings: Settings): Refusal | undefined {
  const switches = ['tls-port', 'tls-replication', 'tls-cluster'].filter((name) => isSwitchedOn(name, settings));
  const [first] = switches;
  if (first === undefined) return undefined;
  const refuse = (code: RefusalCode, says: string, name: string, missing: string): Refusal | undefined => {
    const statement = settings.get(name)?.winner;
    return (
      statement &&
      lineRefusal(statement, code, says, undefined, {
        step: 'starting',
        at: code === 'tls-protocols' ? argumentsPlace(statement) : placeOf(statement, statement.name),
        detail: { missing },
      })
    );
  };
  if (settings.text('tls-cert-file') === '') {
    return refuse('tls-material-missing', 'No tls-cert-file configured!', first, 'tls-cert-file');
  }
  if (settings.text('tls-key-file') === '') {
    return refuse('tls-material-missing', 'No tls-key-file configured!', first, 'tls-key-file');
  }
  const wantsAuthority = settings.text('tls-auth-clients') !== 'no' || switches.some((name) => name !== 'tls-port');
  if (wantsAuthority && settings.text('tls-ca-cert-file') === '' && settings.text('tls-ca-cert-dir') === '') {
    return refuse('tls-material-missing', NO_AUTHORITY, first, 'tls-ca-cert-file');
  }
  return areKnownProtocols(settings.text('tls-protocols'))
    ? undefined
    : refuse('tls-protocols', UNKNOWN_PROTOCOL, 'tls-protocols', '');
}

const NO_AUTHORITY =
  'Either tls-ca-cert-file or tls-ca-cert-dir must be specified when tls-cluster, tls-replication or tls-auth-clients are enabled!';

const UNKNOWN_PROTOCOL =
  "Invalid tls-protocols specified. Use a combination of 'TLSv1', 'TLSv1.1', 'TLSv1.2' and 'TLSv1.3'.";

function isSwitchedOn(name: string, settings: Settings): boolean {
  return name === 'tls-port' ? (settings.number(name) ?? 0n) !== 0n : settings.isOn(name);
}

/** `parseProtocolsConfig` (tls.c): words in any letter case, separated by exactly one blank each; none is the default. */
function areKnownProtocols(text: string): boolean {
  return text === '' || text.split(' ').every((word) => /^tlsv1(?:\.[123])?$/i.test(word));
}
