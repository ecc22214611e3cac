import { byteLength } from '../text/bytes.js';
import { dataFileRefusal } from './data-files.js';
import { settingsOf } from './effective.js';
import type { Execution, TakenLine } from './execution.js';
import { asLogged } from './log.js';
import { moduleRefusals } from './modules.js';
import type { Refusal } from './refusal.js';
import { firstRefusal, lineRefusal } from './refusing.js';
import type { Settings } from './settings.js';
import { clusterPortRefusal, socketRefusal } from './sockets.js';
import { argumentsPlace } from './statement.js';
import { tlsRefusal } from './tls-settings.js';
import { unclaimedNames } from './unknown-names.js';

/**
 * What stops a start once every line has been read, in the order in which the target looks at it; the line to blame
 * for each is then left out, as if it had been mended.
 * @param settings that come of all lines taken
 * @param users what is wrong with where users come from, and what loading them comes to
 */
export function afterReading(execution: Execution, settings: Settings, users: readonly Refusal[]): readonly Refusal[] {
  const { behaviour, snapshot } = execution;
  const refusals: Refusal[] = [];
  let taken: readonly TakenLine[] = execution.taken;
  let mended = settings;
  const checks: Check[] = [];
  const mendAll = (check: Check): void => {
    checks.push(check);
    let refusal = check(mended);
    for (let found = 0; refusal !== undefined && found < MOST_MENDED; found++) {
      const { statement } = refusal;
      refusals.push(refusal);
      const blamed = taken.find((line) => line.statement === statement)?.line;
      if (blamed === undefined) return;
      taken = taken.filter(({ line }) => line !== blamed);
      mended = settingsOf(taken, execution);
      // Without the line another takes effect, at which an earlier check may stop.
      refusal = firstRefusal(checks.map((again) => () => again(mended)));
    }
  };
  const modulesAndUsers = (): void => {
    refusals.push(...moduleRefusals(execution), ...unclaimedNames(execution), ...users);
  };
  const sockets = (): void => {
    mendAll((now) => tlsRefusal(now) ?? socketRefusal(now, behaviour));
  };

  mendAll((now) => localeRefusal(now, execution));
  if (behaviour.clusterPortCheck === 'before-users') mendAll((now) => clusterPortRefusal(now, behaviour));
  if (behaviour.startOrder === 'sockets-first') sockets();
  modulesAndUsers();
  if (behaviour.startOrder === 'users-first') sockets();
  if (snapshot.root.kind !== 'sentinel') mendAll((now) => dataFileRefusal(now, behaviour));
  if (behaviour.highFrequency === 'kept') mendAll(timerRefusal);
  return refusals;
}

type Check = (settings: Settings) => Refusal | undefined;

/** Lines to blame for one and the same thing; a file that says it more often than that is no file in earnest. */
const MOST_MENDED = 50;

/** Which locales there are, only the machine knows; these can be none (`valid_locale_name` in glibc). */
function isNoLocale(name: string): boolean {
  return name.includes('/') || name === '..' || byteLength(name) > 255;
}

function localeRefusal(settings: Settings, { behaviour }: Execution): Refusal | undefined {
  const name = settings.text('locale-collate');
  const statement = settings.get('locale-collate')?.winner;
  if (statement === undefined || !isNoLocale(name)) return undefined;
  const named = behaviour.localeComplaint === 'with-name' ? `: '${name}'` : '';
  const says = asLogged(`Failed to configure LOCALE for invalid locale name${named}.`);
  return lineRefusal(statement, 'locale', says, undefined, {
    step: 'after-reading',
    at: argumentsPlace(statement),
  });
}

/** The timer divides by `hz`, and by the milliseconds that it leaves (`run_with_period`, server.h): its first tick ends the server. */
function timerRefusal(settings: Settings): Refusal | undefined {
  const frequency = Number(settings.text('hz'));
  const statement = settings.get('hz')?.winner;
  if (statement === undefined || (frequency >= 1 && frequency <= 1000)) return undefined;
  return lineRefusal(statement, 'invalid-value', '', undefined, {
    step: 'starting',
    at: argumentsPlace(statement),
    detail: { expected: 'a whole number from 1 to 1000' },
  });
}
