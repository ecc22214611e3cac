import { cString } from '../catalog/values/c-string.js';
import { readBool } from '../catalog/values/choice.js';
import type { Execution } from './execution.js';
import type { Refusal } from './refusal.js';
import { lineRefusal } from './refusing.js';
import { argumentsPlace, type Statement } from './statement.js';

/** What stops a start when modules are loaded, as far as the files alone decide. A Sentinel loads none. */
export function moduleRefusals(execution: Execution): readonly Refusal[] {
  const { modules, behaviour, snapshot } = execution;
  if (snapshot.root.kind === 'sentinel') return [];
  const nameless = modules.filter((statement) => !namesModule(statement));
  return [
    ...builtInSettings(execution),
    ...nameless.map((statement) =>
      lineRefusal(statement, 'invalid-value', behaviour.namelessModuleComplaint, undefined, {
        step: 'starting',
        at: argumentsPlace(statement),
        detail: { expected: 'the path of a module' },
      }),
    ),
  ];
}

/** Whether a `loadmodule` line names a file. */
export function namesModule({ args }: Statement): boolean {
  return cString(args[0]?.value ?? '') !== '';
}

/**
 * A setting of a module that is built into the server is read when that module is loaded, from all lines at once: the
 * last one counts, its arguments joined by blanks. The server ends in a failed assertion over a value that it cannot read.
 */
function builtInSettings({ taken }: Execution): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const lines = taken.filter(({ statement }) => statement.directive?.module !== undefined);
  for (let last = lines.pop(); last !== undefined; last = lines.pop()) {
    if (readBool(cString(last.outcome.value)).kind === 'accepted') return refusals;
    refusals.push(
      lineRefusal(last.statement, 'invalid-value', '', undefined, {
        step: 'starting',
        at: argumentsPlace(last.statement),
        detail: { expected: '`yes` or `no`' },
      }),
    );
  }
  return refusals;
}
