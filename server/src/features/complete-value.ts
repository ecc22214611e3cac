import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Directive } from '../catalog/directive.js';
import type { Completion, Place } from './completion.js';
import { parameterAt, parametersOf } from './parameters.js';

/** The values of a directive that can be listed. */
export function completeValue(place: Place, directive: Directive): readonly Completion[] {
  const argument = place.before.length - 1;
  if (directive.type === 'bool') return argument === 0 ? ['yes', 'no'].map((word) => value(word, directive)) : [];
  if (directive.type === 'enum') {
    if (argument > 0 && !directive.multi) return [];
    const used = new Set(place.before.map((word) => word.toLowerCase()));
    return directive.values.filter((word) => !used.has(word)).map((word) => value(word, directive));
  }
  if (directive.type === 'memory' || directive.type === 'percent-or-memory') return argument === 0 ? sizes(place) : [];
  return wordsFor(place, directive, argument).map((word) => value(word, directive));
}

function value(word: string, directive: Directive): Completion {
  const isDefault = directive.default === word;
  return {
    label: word,
    kind: CompletionItemKind.EnumMember,
    newText: word,
    ...(isDefault ? { detail: 'default' } : {}),
  };
}

/** The number that was typed, with each unit behind it. */
function sizes({ typed }: Place): readonly Completion[] {
  const number = /^\d+/.exec(typed)?.[0];
  return (number === undefined ? ['128', '512', '1'] : [number]).flatMap((digits) =>
    UNITS.map(([unit, detail], order) => ({
      label: `${digits}${unit}`,
      kind: CompletionItemKind.Unit,
      newText: `${digits}${unit}`,
      detail,
      sortText: String(order),
    })),
  );
}

const UNITS = [
  ['mb', '1,048,576 bytes each'],
  ['gb', '1,073,741,824 bytes each'],
  ['kb', '1,024 bytes each'],
  ['m', '1,000,000 bytes each'],
  ['g', '1,000,000,000 bytes each'],
  ['k', '1,000 bytes each'],
] as const;

function wordsFor({ project }: Place, directive: Directive, argument: number): readonly string[] {
  const parameter = parametersOf(directive).names[parameterAt(parametersOf(directive), argument)];
  switch (directive.canonical) {
    case 'client-output-buffer-limit':
      return parameter === 'class' ? ['normal', 'replica', 'pubsub'] : [];
    case 'rename-command':
      return parameter === 'command' ? renameable([...project.catalog.commands.keys()]) : ['""'];
    case 'bind':
      return directive.default?.includes('-') ? ['127.0.0.1', '-::1', '::1', '-127.0.0.1'] : ['127.0.0.1', '::1'];
    case 'masteruser':
    case 'primaryuser':
      return [...project.users.keys()];
    case 'notify-keyspace-events':
      return ['""', 'KEA', 'Ex', 'Kx', 'AKE'];
    case 'tls-protocols':
      return ['"TLSv1.2 TLSv1.3"', 'TLSv1.3', 'TLSv1.2'];
    case 'save':
      return argument === 0 ? ['""', '3600 1 300 100 60 10000'] : [];
    case 'replicaof':
      return argument === 0 ? ['no one'] : [];
    default:
      return directive.default === undefined || directive.default === '' || argument > 0 ? [] : [directive.default];
  }
}

/** Commands can be renamed, their subcommands cannot. */
function renameable(names: readonly string[]): readonly string[] {
  return names.filter((name) => !name.includes('|')).map((name) => name.toUpperCase());
}
