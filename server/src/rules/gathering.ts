import type { Project } from '../model/project.js';
import type { Refusal } from '../model/refusal.js';
import { commentAt } from '../model/trailing-comments.js';
import { markedBy } from './marked.js';
import { culpritIn } from './selector-culprit.js';
import { unfilled } from './template-files.js';

/**
 * The refusals of a project, with those that have one cause told as one. In a user's line each word of a comment is an
 * ACL rule that the server refuses, and behind `sentinel` or `bind` one argument too many; each line that turns TLS on
 * asks for the same certificate; a template is one in many lines; and a master is unknown while the line that defines
 * it is refused.
 */
export function gathered(project: Project): readonly Refusal[] {
  const templates = unfilledIn(project);
  const refused = mastersRefused(project);
  const others = project.refusals.filter((refusal) => {
    if (unfilled(refusal, project) !== undefined) return false;
    if (refusal.code === 'sentinel-unknown-master')
      return !refused.has(markedBy(project, refusal.at).word?.value ?? '');
    // What is missing in the whole may be what has yet to be filled in.
    return refusal.step === 'reading' || templates.length === 0;
  });
  return [...templates, ...withoutRepetition(others, project)];
}

function withoutRepetition(refusals: readonly Refusal[], project: Project): readonly Refusal[] {
  const told = new Set<string>();
  return refusals.flatMap((refusal) => {
    if (refusal.code === 'tls-material-missing') {
      if (told.has(refusal.code)) return [];
      told.add(refusal.code);
      return [refusal];
    }
    const comment = commentAt(refusal, project);
    if (comment === undefined) return [narrowed(refusal, project)];
    const { at, code } = comment;
    const key = `${at.line} ${at.uri}`;
    if (told.has(key)) return [];
    told.add(key);
    return [{ ...refusal, code, at, related: [] }];
  });
}

/** The first hole of each file that is a template. */
function unfilledIn(project: Project): readonly Refusal[] {
  const first = new Map<string, Refusal>();
  for (const refusal of project.refusals) {
    const found = unfilled(refusal, project);
    if (found === undefined) continue;
    const known = first.get(found.at.uri);
    if (known === undefined || found.at.line < known.at.line) first.set(found.at.uri, found);
  }
  return [...first.values()];
}

/** Names of masters whose monitor line is there, and refused. */
function mastersRefused({ refusals }: Project): ReadonlySet<string> {
  return new Set(
    refusals.flatMap(({ code, statement }) => {
      const [keyword, name] = statement?.args ?? [];
      const isMonitor = keyword?.value.toLowerCase() === 'monitor' && code !== 'sentinel-duplicate-master';
      return isMonitor && name !== undefined ? [name.value] : [];
    }),
  );
}

/** A selector is refused as a whole; the ACL rule to blame stands in it. */
function narrowed(refusal: Refusal, project: Project): Refusal {
  const { at, code } = refusal;
  if (!code.startsWith('acl-') || code === 'acl-selector-unclosed') return refusal;
  const culprit = culpritIn(markedBy(project, at).text, project);
  if (culprit === undefined) return refusal;
  return { ...refusal, at: { ...at, start: at.start + culprit.start, end: at.start + culprit.end } };
}
