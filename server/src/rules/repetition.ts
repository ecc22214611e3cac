import type { Finding, Fix, Rule } from './define.js';

/** Leaves out what is said twice: a file that is included twice says everything twice, and some rules make others superfluous. */
export function withoutRepetition(findings: readonly Finding[], rules: readonly Rule[]): readonly Finding[] {
  const superseded = new Map(rules.map((rule) => [rule.id, rule.supersedes ?? []]));
  const superfluous = new Set<Finding>();
  for (const beside of byLine(findings)) {
    if (beside.length === 1) continue;
    const silenced = new Set(beside.flatMap(({ rule }) => superseded.get(rule) ?? []));
    const seen = new Set<string>();
    for (const finding of beside) {
      const key = `${finding.at.start} ${finding.rule} ${finding.message}`;
      if (silenced.has(finding.rule) || seen.has(key)) superfluous.add(finding);
      seen.add(key);
    }
  }
  return findings.filter((finding) => !superfluous.has(finding));
}

/** The findings of each line; there may be very many lines. */
function byLine(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const files = new Map<string, Map<number, Finding[]>>();
  for (const finding of findings) {
    const { uri, line } = finding.at;
    const lines = files.get(uri) ?? new Map<number, Finding[]>();
    files.set(uri, lines);
    const beside = lines.get(line);
    if (beside === undefined) lines.set(line, [finding]);
    else beside.push(finding);
  }
  return [...files.values()].flatMap((lines) => [...lines.values()]);
}

/**
 * Makes one finding of those that a rule which is told once per file has with the same message in one file: it stands at
 * the first place, names the others, and mends them all.
 * @param findings in the order of their places
 */
export function toldOnce(findings: readonly Finding[], rules: readonly Rule[]): readonly Finding[] {
  const once = new Set(rules.filter((rule) => rule.kind !== 'load' && rule.oncePerFile === true).map(({ id }) => id));
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
