import type { Finding, Fix, Rule } from './define.js';

/** Leaves out what is said twice: a file that is included twice says everything twice, and some rules make others superfluous. */
export function withoutRepetition(findings: readonly Finding[], rules: readonly Rule[]): readonly Finding[] {
  const superseded = new Map(rules.map((rule) => [rule.id, rule.supersedes ?? []]));
  const lineOf = ({ at }: Finding): string => `${at.line} ${at.uri}`;
  const silenced = new Set(
    findings.flatMap((finding) => (superseded.get(finding.rule) ?? []).map((id) => `${id} ${lineOf(finding)}`)),
  );
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const line = lineOf(finding);
    const key = `${finding.at.start} ${finding.message} ${finding.rule} ${line}`;
    if (silenced.has(`${finding.rule} ${line}`) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * Makes one finding of those that a rule which is told once per file has with the same message in one file: it stands at
 * the first place, names the others, and mends them all.
 * @param findings in the order of their places
 */
export function toldOnce(findings: readonly Finding[], rules: readonly Rule[]): readonly Finding[] {
  const once = new Set(rules.filter(({ oncePerFile }) => oncePerFile === true).map(({ id }) => id));
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { rule, message, severity, at } = finding;
    const key = once.has(rule) ? `${rule} ${severity} ${message} ${at.uri}` : `${groups.size}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group;
    if (first === undefined || others.length === 0) return group;
    const related = [...first.related, ...others.map(({ at }) => ({ at, message: 'here too' }))];
    return [{ ...first, related, fixes: first.fixes.map((fix) => forAll(fix, others)) }];
  });
}

/** A fix with the edits that the others' fixes of the same title make. */
function forAll(fix: Fix, others: readonly Finding[]): Fix {
  const alike = others.flatMap(({ fixes }) => fixes.filter(({ title }) => title === fix.title));
  return { ...fix, edits: [...fix.edits, ...alike.flatMap(({ edits }) => edits)] };
}
