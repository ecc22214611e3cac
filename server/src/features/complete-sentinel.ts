import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import { BEFORE_MONITOR, sentinelDirectives } from '../catalog/sentinel.js';
import { choice, field } from '../text/snippet-text.js';
import type { Completion, Place } from './completion.js';
import { sentinelParametersOf } from './parameters.js';

/** What may follow `sentinel`: the words that the target knows, then names of masters and the values that can be listed. */
export function completeSentinel(place: Place): readonly Completion[] {
  const { before, project, isFollowed } = place;
  const masters = mastersOf(place);
  const [, keyword] = before;
  if (keyword === undefined) {
    return [...sentinelDirectives(project.target).keys()].map((name) => keywordItem(name, masters, isFollowed));
  }
  const argument = before.length - 2;
  const parameter = sentinelParametersOf(keyword)?.names[argument];
  if (parameter === 'yes-or-no') return ['yes', 'no'].map((word) => item(word, CompletionItemKind.EnumMember));
  if (parameter !== 'master-name' || BEFORE_MONITOR.has(keyword.toLowerCase())) return [];
  return masters.map((name) => item(name, CompletionItemKind.Reference));
}

function keywordItem(name: string, masters: readonly string[], isFollowed: boolean): Completion {
  if (isFollowed) return item(name, CompletionItemKind.Property);
  const fields = (sentinelParametersOf(name)?.names ?? []).map((parameter, index) => {
    if (parameter === 'yes-or-no') return choice(index + 1, ['yes', 'no']);
    if (parameter !== 'master-name' || masters.length === 0) return field(index + 1, parameter);
    return name === 'monitor' ? field(index + 1, 'master-name') : choice(index + 1, masters);
  });
  return {
    label: name,
    kind: CompletionItemKind.Property,
    newText: [name, ...fields].join(' '),
    insertTextFormat: InsertTextFormat.Snippet,
  };
}

function item(word: string, kind: CompletionItemKind): Completion {
  return { label: word, kind, newText: word };
}

function mastersOf({ project }: Place): readonly string[] {
  const names = project.statements.flatMap(({ name, args: [keyword, master] }) =>
    name.value.toLowerCase() === 'sentinel' && keyword?.value.toLowerCase() === 'monitor' && master
      ? [master.value]
      : [],
  );
  return [...new Set(names)];
}
