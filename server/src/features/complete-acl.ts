import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import { type AclBehaviour, aclBehaviourOf } from '../catalog/acl-behaviour.js';
import type { Catalog } from '../catalog/catalog.js';
import { field } from '../text/snippet-text.js';
import type { Completion, Place } from './completion.js';

/** Names for a user: the one that clients are before they log in, and those that other lines define. */
export function completeUserName({ project }: Place): readonly Completion[] {
  return [...new Set(['default', ...project.users.keys()])].map((name) => ({
    label: name,
    kind: CompletionItemKind.Reference,
    newText: name,
  }));
}

/** ACL rules as the target knows them: commands and categories behind a sign, otherwise the words and the forms of patterns. */
export function completeAclRule({ project, typed }: Place): readonly Completion[] {
  const open = typed.startsWith('(') ? '(' : '';
  const rule = typed.slice(open.length);
  const behaviour = aclBehaviourOf(project.target);
  const sign = rule[0];
  if (sign === '+' || sign === '-') return permissions(`${open}${sign}`, rule.slice(1), project.catalog);
  const words = open === '' ? [...WORDS, ...wordsOf(behaviour)] : SELECTOR_WORDS;
  return [
    ...words.map(([label, detail]) =>
      rewritten(open, { label, detail, kind: CompletionItemKind.Keyword, newText: label }),
    ),
    ...forms(behaviour, open === '').map((form) => rewritten(open, form)),
  ];
}

function permissions(before: string, name: string, catalog: Catalog): readonly Completion[] {
  const container = /^([^|]+)\|/.exec(name)?.[1]?.toLowerCase();
  if (container !== undefined) {
    return (catalog.commands.get(container)?.subcommands ?? []).map((command) => permission(before, command));
  }
  const commands = [...catalog.commands.values()].filter((command) => command.container === undefined);
  const categories = ['all', ...catalog.categories].map(
    (category): Completion => ({
      label: `${before}@${category}`,
      kind: CompletionItemKind.Module,
      newText: `${before}@${category}`,
      detail: category === 'all' ? 'every command' : `${catalog.category(category)?.length ?? 0} commands`,
      sortText: `0${category}`,
    }),
  );
  return name.startsWith('@')
    ? categories
    : [...categories, ...commands.map((command) => permission(before, command.name))];
}

function permission(before: string, command: string): Completion {
  return {
    label: before + command,
    kind: CompletionItemKind.Function,
    newText: before + command,
    sortText: `1${command}`,
  };
}

type Described = readonly [label: string, detail: string];

const SELECTOR_WORDS: readonly Described[] = [
  ['allkeys', 'every key; the same as ~*'],
  ['resetkeys', 'forgets the key patterns so far'],
  ['allcommands', 'every command; the same as +@all'],
  ['nocommands', 'no command; the same as -@all'],
];

const WORDS: readonly Described[] = [
  ['on', 'clients can log in as this user'],
  ['off', 'nobody can log in as this user'],
  ['nopass', 'any password will do, and none'],
  ['resetpass', 'forgets the passwords and nopass so far'],
  ['reset', 'back to a new user: off, no password, no rights'],
  ...SELECTOR_WORDS,
];

function wordsOf({ channels, selectors, databases, payloadCheck }: AclBehaviour): readonly Described[] {
  return [
    ...(channels ? CHANNEL_WORDS : []),
    ...(payloadCheck === 'unknown' ? [] : PAYLOAD_WORDS),
    ...(selectors ? SELECTORS_WORD : []),
    ...(databases ? DATABASE_WORDS : []),
  ];
}

const CHANNEL_WORDS: readonly Described[] = [
  ['allchannels', 'every channel; the same as &*'],
  ['resetchannels', 'forgets the channel patterns so far'],
];
const PAYLOAD_WORDS: readonly Described[] = [
  ['sanitize-payload', 'what RESTORE is given is checked in depth'],
  ['skip-sanitize-payload', 'what RESTORE is given is trusted'],
];
const SELECTORS_WORD: readonly Described[] = [['clearselectors', 'forgets the selectors so far']];
const DATABASE_WORDS: readonly Described[] = [
  ['alldbs', 'every database'],
  ['resetdbs', 'no database'],
];

/** Rules that have something to fill in. */
function forms({ channels, selectors, databases }: AclBehaviour, isOutermost: boolean): readonly Completion[] {
  return [
    form('~', `~${field(1, 'app')}:*`, 'keys that may be read and written'),
    ...(selectors ? [form('%R~', `%R~${field(1, 'app')}:*`, 'keys that may be read')] : []),
    ...(selectors ? [form('%W~', `%W~${field(1, 'app')}:*`, 'keys that may be written')] : []),
    ...(channels ? [form('&', `&${field(1, 'app')}:*`, 'channels that may be used')] : []),
    ...(databases ? [form('db=', `db=${field(1, '0')}`, 'databases that may be used')] : []),
    form('+', `+${field(1, '@read')}`, 'commands that may run'),
    form('-', `-${field(1, '@dangerous')}`, 'commands that may not run'),
    ...(isOutermost ? [form('#', `#${field(1, 'sha256')}`, 'a password by its SHA-256')] : []),
    ...(selectors && isOutermost ? [form('(', `(${field(1, '+@read ~app:*')})`, 'further rights of their own')] : []),
  ];
}

function form(label: string, newText: string, detail: string): Completion {
  const insertTextFormat = InsertTextFormat.Snippet;
  return { label, kind: CompletionItemKind.Snippet, newText, detail, insertTextFormat, sortText: `~${label}` };
}

function rewritten(open: string, item: Completion): Completion {
  if (open === '') return item;
  return { ...item, newText: open + item.newText, filterText: open + item.label };
}
