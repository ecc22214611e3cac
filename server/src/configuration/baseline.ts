import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { Project } from '../model/project.js';
import { withoutSecrets } from '../model/secrets.js';
import type { Finding } from '../rules/define.js';
import { digestOf } from '../rules/new-secret.js';
import { relativeUri } from './relative-uri.js';

/** The name of the file where neither the command line nor the configuration file gives one. */
export const BASELINE_FILE = '.redis-hardening-baseline.json';

/**
 * Findings that are left out until they are mended, so that a team can begin with what is new. By file, as the baseline
 * file calls it, and rule: a fingerprint for each finding, as often as there are such findings.
 */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

export const NO_BASELINE: Baseline = new Map();

/**
 * Leaves out what the baseline knows. Lines may have moved and their blanks changed; a line that says something else is
 * another finding.
 * @param baselineUri where the baseline stands, since it names files from there
 */
export function withoutKnown(
  findings: readonly Finding[],
  project: Project,
  baseline: Baseline,
  baselineUri: string,
): readonly Finding[] {
  if (baseline.size === 0) return findings;
  const names = [...project.documents.keys()].map((uri) => relativeUri(baselineUri, uri));
  const known = new Map(names.flatMap((name) => [...entriesOf(name, baseline.get(name))]));
  return findings.filter((finding) => {
    const key = keyOf(relativeUri(baselineUri, finding.at.uri), finding.rule, fingerprintOf(finding, project));
    const count = known.get(key) ?? 0;
    if (count > 0) known.set(key, count - 1);
    return count === 0;
  });
}

/** The baseline that leaves all these findings out. */
export function baselineOf(findings: readonly Finding[], project: Project, baselineUri: string): Baseline {
  const files = new Map<string, Map<string, string[]>>();
  // A file without findings is in it too: it takes the place of what was known of it before.
  for (const uri of project.documents.keys()) files.set(relativeUri(baselineUri, uri), new Map());
  for (const finding of findings) {
    const rules = files.get(relativeUri(baselineUri, finding.at.uri));
    const fingerprint = fingerprintOf(finding, project);
    const known = rules?.get(finding.rule);
    if (known === undefined) rules?.set(finding.rule, [fingerprint]);
    else known.push(fingerprint);
  }
  return files;
}

/** Both: what two roots, or two targets, say of one file is said once. */
export function united(one: Baseline, other: Baseline): Baseline {
  const files = new Map(one);
  for (const [name, rules] of other) {
    const before = files.get(name) ?? new Map<string, readonly string[]>();
    const ids = [...new Set([...before.keys(), ...rules.keys()])];
    files.set(name, new Map(ids.map((id) => [id, mostOf(before.get(id) ?? [], rules.get(id) ?? [])])));
  }
  return files;
}

/** How many findings it leaves out. */
export function sizeOf(baseline: Baseline): number {
  return [...baseline.values()].flatMap((rules) => [...rules.values()]).reduce((sum, { length }) => sum + length, 0);
}

/** The text of a baseline file: in the order of names, so that changes to it can be reviewed. */
export function baselineText(baseline: Baseline): string {
  const sorted = <T>(entries: Iterable<[string, T]>): [string, T][] =>
    [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const files = sorted(baseline)
    .filter(([, rules]) => rules.size > 0)
    .map(([name, rules]): [string, Record<string, readonly string[]>] => [
      name,
      Object.fromEntries(sorted(rules).map(([rule, fingerprints]) => [rule, [...fingerprints].sort()])),
    ]);
  return `${JSON.stringify({ version: 1, files: Object.fromEntries(files) }, undefined, 2)}\n`;
}

/** Reads a baseline file; a sentence where it is none. Never throws. */
export function readBaseline(text: string): Baseline | string {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors);
  if (root === undefined || errors.length > 0) return 'this is not JSON';
  const members = membersOf(root);
  if (members.get('version')?.value !== 1) return 'this is no baseline of version 1';
  return new Map([...membersOf(members.get('files'))].map(([name, rules]) => [name, fingerprintsIn(rules)]));
}

/**
 * What a finding is known by: the text of its line, without secrets, since a digest of a password can be guessed, and
 * without blanks, which say nothing. Where the line stands does not count.
 */
function fingerprintOf({ at }: Finding, { documents }: Project): string {
  const document = documents.get(at.uri);
  const line = document?.lines[at.line];
  const text = document === undefined || line === undefined ? '' : withoutSecrets(line, document.dialect);
  return digestOf(text.trim().replace(/\s+/g, ' ')).slice(1, 1 + LENGTH);
}

/** Hexadecimal digits: enough for lines of one file and one rule to differ. */
const LENGTH = 16;

function* entriesOf(name: string, rules: ReadonlyMap<string, readonly string[]> | undefined) {
  for (const [rule, fingerprints] of rules ?? []) {
    for (const [fingerprint, count] of countsOf(fingerprints)) yield [keyOf(name, rule, fingerprint), count] as const;
  }
}

function keyOf(name: string, rule: string, fingerprint: string): string {
  return `${rule} ${fingerprint} ${name}`;
}

/** Each fingerprint as often as it is in the one or the other. */
function mostOf(one: readonly string[], other: readonly string[]): readonly string[] {
  const left = countsOf(one);
  const more = other.filter((fingerprint) => {
    const count = left.get(fingerprint) ?? 0;
    left.set(fingerprint, count - 1);
    return count <= 0;
  });
  return [...one, ...more];
}

function countsOf(fingerprints: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const fingerprint of fingerprints) counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  return counts;
}

function fingerprintsIn(rules: Node): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...membersOf(rules)].map(([rule, list]) => [
      rule,
      (list.children ?? []).flatMap(({ type, value }) => (type === 'string' ? [String(value)] : [])),
    ]),
  );
}

function membersOf(node: Node | undefined): ReadonlyMap<string, Node> {
  const properties = node?.type === 'object' ? (node.children ?? []) : [];
  return new Map(
    properties.flatMap(({ children: [key, value] = [] }) =>
      key === undefined || value === undefined ? [] : [[String(key.value), value]],
    ),
  );
}
