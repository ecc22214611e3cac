import { settingsOf } from './effective.js';
import type { Execution, TakenLine } from './execution.js';
import type { Refusal } from './refusal.js';
import { lineRefusal } from './refusing.js';
import type { Settings } from './settings.js';
import { placeOf, type Statement, wholePlace } from './statement.js';
import { unclaimedNames } from './unknown-names.js';

/**
 * What stops a start once every line has been read, in the order in which the target looks at it; the line to blame
 * for each is then left out, as if it had been mended.
 * @param users what loading the users comes to
 */
export function afterReading(execution: Execution, users: readonly Refusal[]): readonly Refusal[] {
  const left = { taken: execution.taken as readonly TakenLine[] };
  const refusals: Refusal[] = [];
  const until = (check: (settings: Settings) => Refusal | undefined): void => {
    for (;;) {
      const refusal = check(settingsOf(left.taken, execution.directory, execution.target));
      if (refusal === undefined) return;
      refusals.push(refusal);
      const { statement } = refusal;
      if (statement === undefined) return;
      left.taken = left.taken.filter((line) => line.statement !== statement);
    }
  };
  const modulesAndUsers = (): void => {
    refusals.push(...unclaimedNames(execution), ...users);
  };
  const sockets = (): void => {
    until(nothingToListenOn);
  };

  until(replicaInCluster);
  if (execution.behaviour.startOrder === 'users-first') {
    modulesAndUsers();
    sockets();
  } else {
    sockets();
    modulesAndUsers();
  }
  return refusals;
}

function replicaInCluster(settings: Settings): Refusal | undefined {
  const winner = settings.get('replicaof')?.winner;
  if (winner === undefined || settings.text('replicaof') === '' || !settings.isOn('cluster-enabled')) return undefined;
  const enabling = settings.get('cluster-enabled')?.winner;
  return lineRefusal(winner, 'cluster-with-replicaof', 'replicaof directive not allowed in cluster mode', undefined, {
    step: 'after-reading',
    related: enabling === undefined ? [] : [{ at: wholePlace(enabling), message: 'cluster mode is turned on here' }],
  });
}

function nothingToListenOn(settings: Settings): Refusal | undefined {
  if (settings.text('port') !== '0' || settings.text('tls-port') !== '0' || settings.text('unixsocket') !== '') {
    return undefined;
  }
  const winner: Statement | undefined = settings.get('port')?.winner;
  if (winner === undefined) return undefined;
  const says = 'Configured to not listen anywhere, exiting.';
  return lineRefusal(winner, 'nothing-to-listen-on', says, undefined, {
    step: 'starting',
    at: placeOf(winner, winner.name),
  });
}
