import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Availability } from '../../server/src/catalog/availability.js';

/** A snippet as it is shipped. */
export interface Snippet {
  readonly name: string;
  /** Of the file that it is in, which is that of its language: `redis-conf`. */
  readonly file: string;
  readonly prefixes: readonly string[];
  readonly description: string;
  readonly body: string;
  /** The servers that it is for; undefined where the parallel file does not say. */
  readonly availability: Availability | undefined;
}

const FOLDER = fileURLToPath(new URL('../../snippets/', import.meta.url));

/** For which servers each snippet is, by its name. */
export const AVAILABILITY: Readonly<Record<string, Availability>> = read('availability.json');

export const SNIPPETS: readonly Snippet[] = readdirSync(FOLDER)
  .filter((file) => file !== 'availability.json')
  .flatMap(snippetsIn);

/** The snippet of that name. */
export function snippet(name: string): Snippet {
  const found = SNIPPETS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no snippet is called ${name}`);
  return found;
}

/**
 * What an editor inserts when nobody touches the tab stops: defaults, first choices, variables. A tab stop that stands
 * in several places has its text in all of them.
 */
export function expand(body: string): string {
  const texts = new Map<string, string>();
  const parts = parse(body);
  remember(parts, texts);
  return render(parts, texts);
}

interface SnippetFile {
  readonly [name: string]: {
    readonly prefix: string | readonly string[];
    readonly description: string;
    readonly body: readonly string[];
  };
}

function snippetsIn(file: string): readonly Snippet[] {
  return Object.entries(read<SnippetFile>(file)).map(([name, { prefix, description, body }]) => ({
    name,
    file: file.replace('.json', ''),
    prefixes: typeof prefix === 'string' ? [prefix] : prefix,
    description,
    body: body.join('\n'),
    availability: AVAILABILITY[name],
  }));
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(FOLDER + file, 'utf8'));
}

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'stop'; readonly number: string; readonly inside: readonly Part[] }
  | { readonly kind: 'variable'; readonly name: string; readonly inside: readonly Part[] };

/** The tab stops of a body, in the order of the text, as often as they stand there. */
export function tabStops(body: string): readonly number[] {
  const stops = (parts: readonly Part[]): number[] =>
    parts.flatMap((part) => {
      if (part.kind === 'text') return [];
      return part.kind === 'stop' ? [Number(part.number), ...stops(part.inside)] : stops(part.inside);
    });
  return stops(parse(body));
}

function parse(body: string): readonly Part[] {
  const [parts, end] = parseUntil(body, 0, '');
  if (end !== body.length) throw new Error(`the body has a brace too many: ${body.slice(end)}`);
  return parts;
}

/** Reads parts up to a closing brace, or to the end where `closing` is empty; says where it stopped. */
function parseUntil(body: string, start: number, closing: '' | '}'): readonly [readonly Part[], number] {
  const parts: Part[] = [];
  let at = start;
  while (at < body.length && !(closing === '}' && body[at] === '}')) {
    const [part, end] = parsePart(body, at);
    parts.push(part);
    at = end;
  }
  return [parts, at];
}

function parsePart(body: string, at: number): readonly [Part, number] {
  const rest = body.slice(at);
  const escaped = /^\\([\\$}])/.exec(rest);
  if (escaped) return [{ kind: 'text', text: escaped[1] ?? '' }, at + 2];
  const bare = /^\$(\d+|[A-Z_]+)/.exec(rest);
  if (bare) return [named(bare[1] ?? '', []), at + bare[0].length];
  const choice = /^\$\{(\d+)\|((?:[^\\|]|\\.)*)\|\}/.exec(rest);
  if (choice) {
    const first = (choice[2] ?? '').split(/(?<!\\),/)[0]?.replace(/\\([,|\\])/g, '$1') ?? '';
    return [named(choice[1] ?? '', [{ kind: 'text', text: first }]), at + choice[0].length];
  }
  const opening = /^\$\{(\d+|[A-Z_]+)(:?)/.exec(rest);
  if (opening) {
    const [inside, end] = parseUntil(body, at + opening[0].length, '}');
    if (body[end] !== '}') throw new Error(`an open brace: ${rest}`);
    return [named(opening[1] ?? '', inside), end + 1];
  }
  if (rest.startsWith('$')) throw new Error(`a bare dollar sign: ${rest}`);
  return [{ kind: 'text', text: rest.charAt(0) }, at + 1];
}

function named(name: string, inside: readonly Part[]): Part {
  return /^\d/.test(name) ? { kind: 'stop', number: name, inside } : { kind: 'variable', name, inside };
}

function remember(parts: readonly Part[], texts: Map<string, string>): void {
  for (const part of parts) {
    if (part.kind === 'text') continue;
    if (part.kind === 'stop' && part.inside.length > 0) texts.set(part.number, render(part.inside, texts));
    remember(part.inside, texts);
  }
}

function render(parts: readonly Part[], texts: ReadonlyMap<string, string>): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'stop') return texts.get(part.number) ?? '';
      return part.name === 'UUID' ? randomUUID() : render(part.inside, texts);
    })
    .join('');
}
