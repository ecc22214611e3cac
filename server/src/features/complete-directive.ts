import { CompletionItemKind, CompletionItemTag, InsertTextFormat } from 'vscode-languageserver-types';
import type { Directive } from '../catalog/directive.js';
import { choice, escaped, field } from '../text/snippet-text.js';
import type { Completion, Place } from './completion.js';
import { parametersOf } from './parameters.js';

/** The target's directives; older names of one come last. */
export function completeDirective({ project, isFollowed }: Place): readonly Completion[] {
  return [...project.catalog.directives.values()]
    .filter(({ hidden, type, canonical }) => !hidden && type !== 'ignored' && canonical !== 'sentinel')
    .map((directive) => itemFor(directive, isFollowed))
    .concat(project.kind === 'sentinel' ? [SENTINEL] : []);
}

const SENTINEL: Completion = {
  label: 'sentinel',
  kind: CompletionItemKind.Module,
  newText: 'sentinel ',
  sortText: '0',
};

function itemFor(directive: Directive, isFollowed: boolean): Completion {
  const isAlias = directive.canonical !== directive.name;
  return {
    label: directive.name,
    kind: CompletionItemKind.Property,
    ...(directive.default === undefined || directive.default === '' ? {} : { detail: directive.default }),
    ...(isAlias ? { tags: [CompletionItemTag.Deprecated], sortText: `~${directive.name}` } : {}),
    ...(isFollowed
      ? { newText: directive.name }
      : { newText: `${directive.name} ${valueSnippet(directive)}`, insertTextFormat: InsertTextFormat.Snippet }),
  };
}

/** The value as a field to fill in: a choice, or the default to type over. */
function valueSnippet(directive: Directive): string {
  const { type, values, multi, default: initial = '' } = directive;
  if (type === 'bool') return choice(1, initial === 'yes' ? ['no', 'yes'] : ['yes', 'no']);
  if (type === 'enum' && !multi) return choice(1, values);
  const { names } = parametersOf(directive);
  if (names.length > 1) return names.map((name, index) => field(index + 1, name)).join(' ');
  return initial === '' ? field(1, names[0] ?? 'value') : field(1, escapedDefault(directive, initial));
}

/** `104857600` is written `100mb`. */
function escapedDefault({ type }: Directive, initial: string): string {
  return escaped(type === 'memory' ? inUnits(initial) : initial);
}

function inUnits(bytes: string): string {
  const value = /^\d+$/.test(bytes) ? BigInt(bytes) : 0n;
  for (const [unit, size] of UNITS) if (value > 0n && value % size === 0n) return `${value / size}${unit}`;
  return bytes;
}

const UNITS: readonly (readonly [string, bigint])[] = [
  ['gb', 1024n ** 3n],
  ['mb', 1024n ** 2n],
  ['kb', 1024n],
];
