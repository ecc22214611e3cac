import { sentinelDirectives } from '../catalog/sentinel.js';
import type { Word } from '../syntax/words.js';
import type { Project } from './project.js';
import type { Refusal } from './refusal.js';

type Comment = Pick<Refusal, 'at' | 'code'>;

/** The comment that a refusal is about: its first word begins with a bare `#`, and it reaches to the end of the line. */
export function commentAt({ code, at }: Refusal, project: Project): Comment | undefined {
  if (code === 'trailing-comment') return { at, code };
  const isAboutUser = code.startsWith('acl-');
  if (!isAboutUser && code !== 'sentinel-statement' && code !== 'bind-address') return undefined;
  const document = project.documents.get(at.uri);
  const line = document?.lines[at.line];
  if (document === undefined || line?.kind !== 'words') return undefined;
  const { words } = line;
  // The first words are `user` and a name, `sentinel` and a keyword, `bind` and an address.
  const index = words.findIndex((word, position) => position > 1 && startsComment(word));
  const [first, last] = [words[index], words.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const isCaused =
    code === 'sentinel-statement' ? isCounted(words.slice(0, index), project) : first.span.start <= at.start;
  if (!isCaused && code !== 'bind-address') return undefined;
  return {
    at: { ...at, start: first.span.start, end: last.span.end },
    code: document.dialect.syntax === 'acl' ? 'acl-comment' : 'trailing-comment',
  };
}

/** A `#` with many hexadecimal digits behind it is the hash of a password, or was to be one. */
function startsComment({ value, quote }: Word): boolean {
  return quote === '' && value.startsWith('#') && !/^#[0-9a-f]{16,}$/i.test(value);
}

function isCounted([, name, ...args]: readonly Word[], { target }: Project): boolean {
  return (
    sentinelDirectives(target)
      .get(name?.value.toLowerCase() ?? '')
      ?.includes(args.length) === true
  );
}
