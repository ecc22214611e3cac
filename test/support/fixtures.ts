import { expect } from 'vitest';
import { DEFAULT_TARGET, type TargetName, target } from '../../server/src/catalog/target.js';
import { loadProject } from '../../server/src/model/load.js';
import type { Project, RootKind } from '../../server/src/model/project.js';
import type { Finding, Fix, Profile, Rule, Severity } from '../../server/src/rules/define.js';
import { RULES } from '../../server/src/rules/registry.js';
import { findingsOf, type Request } from '../../server/src/rules/run.js';
import { textOf } from '../../server/src/syntax/document.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { type DrawnFile, draw, markAt, undraw } from './drawing.js';
import { type Content, memoryFiles, uriOf } from './memory-files.js';

/** For whom a drawing is read. */
export interface FixtureOptions {
  readonly target?: TargetName;
  readonly profile?: Profile;
  readonly severities?: Request['severities'];
  readonly allowances?: Request['allowances'];
  readonly circumstances?: Request['circumstances'];
  /** `2026-11-24` */
  readonly today?: string;
}

/** The folder that drawn files stand in, and the working directory of the server that reads them. */
const FOLDER = '/etc/redis';

/**
 * What a server would read if started with the first of the drawn files: an ACL file where its name ends in `.acl`,
 * a Sentinel's where the name has `sentinel` in it, else a server's configuration.
 */
export function project(drawn: string, options: FixtureOptions = {}): Promise<Project> {
  return projectOf(undraw(drawn), options);
}

/** Runs rules over drawn files and compares what they report, and where, with the marks drawn under the text. */
export async function expectFindings(
  rules: Rule | readonly Rule[],
  drawn: string,
  options: FixtureOptions = {},
): Promise<void> {
  const files = undraw(drawn);
  const findings = findingsIn(await projectOf(files, options), rules, options);
  expect(draw(withMarks(files, findings))).toBe(draw(files));
}

/** Applies one fix, the first one of the first finding or the one of that title, and compares the files after it. */
export async function expectFix(
  rule: Rule,
  before: string,
  after: string,
  options: FixtureOptions & { readonly title?: string } = {},
): Promise<void> {
  const files = undraw(before);
  const fixes = findingsIn(await projectOf(files, options), rule, options).flatMap((finding) => finding.fixes);
  const { title } = options;
  const fix = fixes.find((offered) => title === undefined || offered.title === title);
  if (fix === undefined) expect.fail(`no fix ${title ?? ''}: ${fixes.map((offered) => offered.title).join(', ')}`);
  expect(draw(withoutMarks(fixed(files, fix)))).toBe(draw(withoutMarks(undraw(after))));
}

/** How severe each finding of a rule is, in order. */
export async function severitiesOf(rule: Rule, drawn: string, options: FixtureOptions = {}): Promise<Severity[]> {
  return findingsIn(await project(drawn, options), rule, options).map(({ severity }) => severity);
}

/** What rules find; a rule that throws fails the test. The random bytes are always the same. */
export function findingsIn(
  project: Project,
  rules: Rule | readonly Rule[],
  options: FixtureOptions = {},
): readonly Finding[] {
  const { profile = 'production', severities = {}, allowances = [], circumstances = {} } = options;
  const wanted = 'id' in rules ? [rules] : rules;
  // What is allowed, and in vain, only all rules together can say.
  const isAboutAllowances = wanted.some((rule) => rule.kind !== 'load' && rule.allowance !== undefined);
  const findings = findingsOf(project, {
    profile,
    severities,
    allowances,
    circumstances,
    now: Date.parse(options.today ?? '2026-11-24'),
    rules: isAboutAllowances ? RULES : wanted,
    randomBytes: (count) => Uint8Array.from({ length: count }, (_, i) => (i * 37 + 11) % 256),
    onRuleError: (_rule, error) => {
      throw error;
    },
  });
  return findings.filter(({ rule }) => wanted.some(({ id }) => id === rule));
}

/** The drawn files after a fix. */
export function fixed(files: readonly DrawnFile[], fix: Fix): readonly DrawnFile[] {
  return files.map((file) => {
    const edits = fix.edits.filter(({ uri }) => uri === uriOf(pathOf(file)));
    return { ...file, text: applyEdits(file.text, edits), marks: [] };
  });
}

/** What a server would read if started with the first of the files. */
export async function projectOf(files: readonly DrawnFile[], options: FixtureOptions = {}): Promise<Project> {
  const [root] = files;
  if (root === undefined) throw new Error('a drawing without a file');
  const contents = new Map<string, Content>(
    files.map((file) => [pathOf(file), file.withheld ? 'withheld' : { text: file.text, mode: file.mode }]),
  );
  const path = pathOf(root);
  const source = { uri: uriOf(path), path, text: root.text, kind: kindOf(root.name), workingDirectory: FOLDER };
  const loaded = await loadProject(source, target(options.target ?? DEFAULT_TARGET), memoryFiles(contents));
  expect(textOf(loaded.root)).toBe(root.text);
  return loaded;
}

function kindOf(name: string): RootKind {
  if (name.endsWith('.acl')) return 'acl';
  return name.includes('sentinel') ? 'sentinel' : 'config';
}

function pathOf({ name }: DrawnFile): string {
  return name.startsWith('/') ? name : `${FOLDER}/${name}`;
}

function withMarks(files: readonly DrawnFile[], findings: readonly Finding[]): readonly DrawnFile[] {
  return files.map((file) => {
    const here = findings.filter(({ at }) => at.uri === uriOf(pathOf(file)));
    return { ...file, marks: here.map(({ at, message }) => markAt(at, message)) };
  });
}

function withoutMarks(files: readonly DrawnFile[]): readonly DrawnFile[] {
  return files.map((file) => ({ ...file, marks: [] }));
}
