import { targetsWithDirective } from '../catalog/catalog.js';
import { knownIn, nameOnTarget } from '../catalog/known-in.js';
import { sentinelDirectives } from '../catalog/sentinel.js';
import type { Project } from '../model/project.js';
import type { Place } from '../text/place.js';
import { defineRule, type Explanation, type Fix } from './define.js';
import { deletion, replacePlace } from './fixing.js';
import { relativeOf } from './foreign-directives.js';
import { type Marked, markedBy } from './marked.js';
import { nearest } from './nearest.js';

export default defineRule({
  id: 'unknown-directive',
  aliases: ['syn-unknown-directive'],
  kind: 'load',
  tags: ['syntax', 'versions'],
  explains: ['unknown-directive'],
  summary: 'The server has no directive of this name.',
  rationale:
    'A server stops at the first name that it does not know. Names come and go with releases, Redis and Valkey have ' +
    'grown apart, and a misspelt name never sets anything.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  example: {
    target: 'redis-6.2',
    bad: `
        -- redis.conf --
        hash-max-listpack-entries 128
      # ^^^^^^^^^^^^^^^^^^^^^^^^^ hash-max-listpack-entries exists from Redis 7.0 on: write hash-max-ziplist-entries
    `,
    good: `
        -- redis.conf --
        hash-max-ziplist-entries 128
    `,
  },

  explain({ at }, { project }) {
    const marked = markedBy(project, at);
    const name = marked.words[0]?.value ?? '';
    if (marked.document.lines[marked.line - 1]?.kind === 'swallowed') {
      // The name begins there, where no change of this line reaches it.
      return { message: 'a NUL byte joins this line to the one above: delete it there' };
    }
    const place: Place = { ...at, ...(marked.words[0]?.span ?? {}) };
    return (
      wrongShape(name, place, marked, project) ??
      otherRelease(name, place, marked, project) ??
      misspelt(name, place, project) ?? {
        message: `${project.target.title} has no directive ${shown(name)}: delete the line`,
        fixes: [deletion(marked.document, marked.line)],
      }
    );
  },
});

type Shape = (name: string, place: Place, marked: Marked, project: Project) => Explanation | undefined;

/** Habits from other programs' files. */
const wrongShape: Shape = (name, place, marked, project) => {
  const { document, line } = marked;
  if (/^(?:;|\/\/|--$)/.test(name)) {
    const marker = /^(?:;+|\/\/+|--)\s*/.exec(document.lines[line]?.text.slice(place.start) ?? '')?.[0] ?? '';
    const at = { ...place, end: place.start + marker.length };
    const fix = replacing('Begin the comment with #', 'safe', at, '# ');
    return { message: 'comments begin with # here', fixes: [fix] };
  }
  if (/^\[.*\]?$/.test(name)) {
    return { message: 'there are no sections here: delete the line', fixes: [deletion(document, line)] };
  }
  return separator(name, place, marked, project) ?? decorated(name, place, marked, project);
};

/** `maxmemory=1gb`, `maxmemory: 1gb`. */
const separator: Shape = (name, place, marked, project) => {
  const [, known = '', sign = ''] = /^([\w-]+)([:=])/.exec(name) ?? [];
  if (!project.catalog.directives.has(known.toLowerCase())) return undefined;
  const start = marked.document.lines[marked.line]?.text.indexOf(sign, place.start) ?? place.start;
  const glued = start + 1 < place.end;
  const fix = replacing(`Replace ${sign} by a blank`, 'safe', { ...place, start, end: start + 1 }, glued ? ' ' : '');
  return { message: `name and value are separated by a blank: write ${known} without the ${sign}`, fixes: [fix] };
};

/** `--maxmemory` as on a command line, a directive behind an invisible character, a sentinel line without `sentinel`. */
const decorated: Shape = (name, place, _marked, project) => {
  const bare = name.replace(/^(?:[^\w]|\ufeff)+/, '').toLowerCase();
  if (bare !== name.toLowerCase() && project.catalog.directives.has(bare)) {
    const fix = replacing(`Change to ${bare}`, 'safe', place, bare);
    return { message: `nothing may stand before the name: write ${bare}`, fixes: [fix] };
  }
  if (project.kind !== 'sentinel' || !sentinelDirectives(project.target).has(name.toLowerCase())) return undefined;
  const fix = replacing('Insert sentinel', 'safe', place, `sentinel ${name}`);
  return { message: `write sentinel ${name.toLowerCase()}`, fixes: [fix] };
};

/** A name of another release, product or relative. */
const otherRelease: Shape = (name, place, marked, project) => {
  const { target } = project;
  const removal = deletion(marked.document, marked.line);
  const where = knownIn(targetsWithDirective(name), target);
  if (where !== '') {
    const known = nameOnTarget(name, target);
    if (known === undefined)
      return { message: `${name} ${where}: delete the line for ${target.title}`, fixes: [removal] };
    const fixes = [replacing(`Change to ${known}`, 'safe', place, known), removal];
    return { message: `${name} ${where}: write ${known}`, fixes };
  }
  const relative = relativeOf(name);
  if (relative === undefined) return undefined;
  return { message: `${name} is a directive of ${relative}: delete the line for ${target.title}`, fixes: [removal] };
};

function misspelt(name: string, place: Place, project: Project): Explanation | undefined {
  const meant = nearest(name, project.catalog.directives.keys());
  if (meant === undefined) return undefined;
  const fix = replacing(`Change to ${meant}`, 'review', place, meant);
  return { message: `${project.target.title} has no directive ${shown(name)}: write ${meant}`, fixes: [fix] };
}

function replacing(title: string, safety: Fix['safety'], at: Place, newText: string): Fix {
  return { title, safety, edits: [replacePlace(at, newText)] };
}

/** Long or odd names are marked in the file; there is no need to repeat them. */
function shown(name: string): string {
  return /^[\w.-]{1,60}$/.test(name) ? name : 'of this name';
}
