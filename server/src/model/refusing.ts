import type { Binding } from '../catalog/bindings.js';
import type { Target } from '../catalog/target.js';
import type { Refused } from '../catalog/values/outcome.js';
import { readArguments } from './bound-line.js';
import type { Refusal, RefusalCode } from './refusal.js';
import { argumentsPlace, placeOf, type Statement, wholePlace } from './statement.js';

/** What the first of several checks to refuse anything refuses; those after it are not made. Undefined where none does. */
export function firstRefusal(checks: readonly (() => Refusal | undefined)[]): Refusal | undefined {
  for (const check of checks) {
    const refusal = check();
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** A refusal of one statement while its line is read. */
export function lineRefusal(
  statement: Statement,
  code: RefusalCode,
  serverSays: string,
  serverLine: number | undefined,
  extras: Partial<Pick<Refusal, 'at' | 'detail' | 'related' | 'step'>> = {},
): Refusal {
  return {
    code,
    step: 'reading',
    at: wholePlace(statement),
    serverSays,
    serverLine,
    statement,
    related: [],
    ...extras,
    detail: { directive: statement.name.value, ...extras.detail },
  };
}

/** The refusal of arguments that the directive's reader does not take. */
export function argumentRefusal(
  statement: Statement,
  binding: Binding,
  refused: Refused,
  serverLine: number | undefined,
  target: Target,
): Refusal {
  const detail = { expected: refused.expected, given: String(statement.args.length) };
  const comment = trailingComment(statement, binding, target);
  if (comment !== undefined) {
    const at = { ...argumentsPlace(statement), start: comment };
    return lineRefusal(statement, 'trailing-comment', refused.says, serverLine, { at, detail });
  }
  if (refused.cause !== 'value') {
    const at = argumentsPlace(statement);
    return lineRefusal(statement, 'argument-count', refused.says, serverLine, { at, detail });
  }
  const blamed = refused.argument === undefined ? undefined : statement.args[refused.argument];
  const at = blamed === undefined ? argumentsPlace(statement) : placeOf(statement, blamed);
  return lineRefusal(statement, 'invalid-value', refused.says, serverLine, { at, detail });
}

/** The column from which on a refused line is a comment: without it the line would be accepted. */
export function trailingComment(statement: Statement, binding: Binding, target: Target): number | undefined {
  const index = statement.args.findIndex((word) => word.quote === '' && word.value.startsWith('#'));
  if (index === -1) return undefined;
  const outcome = readArguments(statement.args.slice(0, index), binding, target);
  return outcome.kind === 'accepted' ? statement.args[index]?.span.start : undefined;
}
