import { behaviourOf } from '../catalog/behaviour.js';
import { type Binding, bindingsOf } from '../catalog/bindings.js';
import type { Directive } from '../catalog/directive.js';
import type { Target } from '../catalog/target.js';
import { asciiLower } from '../catalog/values/c-string.js';
import { string2ll } from '../catalog/values/integer.js';
import type { Execution, TakenLine } from './execution.js';
import type { Setting, Settings } from './settings.js';
import type { Statement } from './statement.js';

type StateInTheEnd = Pick<Execution, 'directory' | 'latest' | 'snapshot' | 'target'>;

/**
 * The settings that come of the lines a server took.
 * @param taken in the order of execution
 * @param end the state in which all has been read
 */
export function settingsOf(taken: readonly TakenLine[], end: StateInTheEnd): Settings {
  const bindings = bindingsOf(end.target);
  const lines = linesByDirective(taken);
  const made = new Map<string, Setting>();

  const get = (name: string): Setting | undefined => {
    const binding = bindings.get(asciiLower(name));
    if (binding === undefined) return undefined;
    const { directive } = binding;
    const known = made.get(directive.name);
    if (known !== undefined) return known;
    const setting = settingOf(binding, lines.get(directive.canonical) ?? [], end);
    made.set(directive.name, setting);
    return setting;
  };
  const text = (name: string): string => get(name)?.value ?? '';

  return {
    get,
    text,
    isOn: (name) => text(name) === 'yes',
    number: (name) => string2ll(text(name)),
    statements: (name) => {
      const canonical = bindings.get(asciiLower(name))?.directive.canonical;
      return (canonical === undefined ? [] : (lines.get(canonical) ?? [])).map(({ statement }) => statement);
    },
    all: () =>
      [...bindings.values()]
        .filter(({ directive }) => isShown(directive))
        .map(({ directive }) => get(directive.name))
        .filter((setting) => setting !== undefined),
  };
}

function linesByDirective(taken: readonly TakenLine[]): ReadonlyMap<string, readonly TakenLine[]> {
  const lines = new Map<string, TakenLine[]>();
  for (const line of taken) {
    const name = line.statement.directive?.canonical ?? '';
    const known = lines.get(name);
    if (known === undefined) lines.set(name, [line]);
    else known.push(line);
  }
  return lines;
}

function isShown({ hidden, inConfigGet, default: value }: Directive): boolean {
  return inConfigGet && !hidden && value !== undefined;
}

function settingOf(binding: Binding, lines: readonly TakenLine[], end: StateInTheEnd): Setting {
  const statements = lines.map(({ statement }) => statement);
  const winner: Statement | undefined = statements.at(-1);
  return {
    directive: binding.directive,
    value: effectiveValue(binding, lines, end),
    winner,
    overridden: statements.slice(0, -1),
  };
}

function effectiveValue(
  { directive, merge }: Binding,
  lines: readonly TakenLine[],
  { directory, target, latest, snapshot }: StateInTheEnd,
): string | undefined {
  if (directive.canonical === 'dir') return lines.length === 0 ? undefined : directory;
  if (directive.canonical === 'save') return savePoints(lines, merge, directive, target);
  if (directive.canonical === 'databases') return latest.get('databases') ?? directive.default;
  const value =
    snapshot.root.kind === 'sentinel'
      ? (SENTINEL_DEFAULTS[directive.canonical] ?? directive.default)
      : directive.default;
  if (merge === undefined) return lines.at(-1)?.outcome.value ?? value;
  return lines.reduce((before, { outcome }) => merge(before, outcome), value ?? '');
}

/** `initSentinelConfig` (sentinel.c), which comes before the file is read. */
const SENTINEL_DEFAULTS: Readonly<Record<string, string>> = { port: '26379', 'protected-mode': 'no' };

/**
 * The built-in points go with the first line of all, or of each file (6.2); 6.0 knows none beside a file. From 7.0 on a
 * server that has read an included file thinks that it is running (`reading_config_file`, config.c): until the end of
 * the file that includes, each line replaces all that came before, as `CONFIG SET save` does.
 */
function savePoints(
  lines: readonly TakenLine[],
  merge: Binding['merge'],
  directive: Directive,
  target: Target,
): string | undefined {
  const { savePoints: dropped } = behaviourOf(target);
  const files = new Set<number>();
  let points = directive.default ?? '';
  for (const { outcome, file, afterInclude } of lines) {
    const replaces = dropped === 'dropped-once' && afterInclude;
    if (replaces || files.size === 0 || (dropped === 'dropped-in-each-file' && !files.has(file))) points = '';
    if (!replaces) files.add(file);
    points = merge?.(points, outcome) ?? points;
  }
  return points;
}
