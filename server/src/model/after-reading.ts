import { byteLength } from '../text/bytes.js';
import { dataFileRefusal } from './data-files.js';
import { settingsOf } from './effective.js';
import type { Execution, TakenLine } from './execution.js';
import { asLogged } from './log.js';
import { moduleRefusals } from './modules.js';
import type { Refusal } from './refusal.js';
import { lineRefusal } from './refusing.js';
import type { Settings } from './settings.js';
import { clusterPortRefusal, socketRefusal } from './sockets.js';
import { argumentsPlace } from './statement.js';
import { tlsRefusal } from './tls-settings.js';
import { unclaimedNames } from './unknown-names.js';

/**
 * What stops a start once every line has been read, in the order in which the target looks at it; the line to blame
 * for each is then left out, as if it had been mended.
 * @param users what is wrong with where users come from, and what loading them comes to
 */
export function afterReading(execution: Execution, users: readonly Refusal[]): readonly Refusal[] {
  const { behaviour, snapshot } = execution;
  const refusals: Refusal[] = [];
  let taken: readonly TakenLine[] = execution.taken;
  const passed: Check[] = [];
  const mendAll = (check: Check): void => {
    // A line that is mended lets another take effect, at which an earlier look may stop.
    passed.push(check);
    for (let found = 0; found < MOST_MENDED; found++) {
      const refusal = firstRefusal(passed, settingsOf(taken, execution));
      if (refusal === undefined) return;
      refusals.push(refusal);
      const blamed = taken.find(({ statement }) => statement === refusal.statement)?.line;
      if (blamed === undefined) return;
      taken = taken.filter(({ line }) => line !== blamed);
    }
  };
  const modulesAndUsers = (): void => {
    refusals.push(...moduleRefusals(execution), ...unclaimedNames(execution), ...users);
  };
  const sockets = (): void => {
    mendAll((settings) => tlsRefusal(settings) ?? socketRefusal(settings, behaviour));
  };

  mendAll((settings) => localeRefusal(settings, execution));
  if (behaviour.clusterPortCheck === 'before-users') mendAll((settings) => clusterPortRefusal(settings, behaviour));
  if (behaviour.startOrder === 'sockets-first') sockets();
  modulesAndUsers();
  if (behaviour.startOrder === 'users-first') sockets();
  if (snapshot.root.kind !== 'sentinel') mendAll((settings) => dataFileRefusal(settings, behaviour));
  if (behaviour.highFrequency === 'kept') mendAll(timerRefusal);
  return refusals;
}

type Check = (settings: Settings) => Refusal | undefined;

function firstRefusal(checks: readonly Check[], settings: Settings): Refusal | undefined {
  for (const check of checks) {
    const refusal = check(settings);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

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
