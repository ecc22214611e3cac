import { firstBytes } from '../text/bytes.js';
import type { Execution } from './execution.js';
import { isTooLong } from './paths.js';

/** Bytes of a line in the log: `LOG_MAX_LEN` (server.h), the last of which ends it. */
const MOST_LOGGED = 1023;

/** What the log shows of a text. */
export function asLogged(text: string): string {
  return firstBytes(text, MOST_LOGGED);
}

/** Whether a server in this state logs at all: not after `loglevel nothing` (Redis 7.2 on), nor to a `logfile` that no machine can have. */
export function isLogging({ latest }: Pick<Execution, 'latest'>): boolean {
  return latest.get('loglevel') !== 'nothing' && !isTooLong(latest.get('logfile') ?? '');
}
