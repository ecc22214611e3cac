import type { Project } from '../model/project.js';
import type { RefusalCode } from '../model/refusal.js';
import { type Allowance, allowancesOf, type ListedAllowance } from './allow.js';
import { type Circumstances, NOTHING_KNOWN } from './circumstances.js';
import type {
  Context,
  Extras,
  Finding,
  Fix,
  JudgingRule,
  LoadRule,
  Profile,
  Report,
  Rule,
  Severity,
} from './define.js';
import { gathered } from './gathering.js';
import { RULES } from './registry.js';
import { toldOnce, withoutRepetition } from './repetition.js';
import { isWrittenByProgram } from './template-files.js';

/** What is wanted of the rules. */
export interface Request {
  readonly profile: Profile;
  /** Instead of all. */
  readonly rules?: readonly Rule[];
  /** By rule id, where it differs from the rule's own. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** What is known beyond the files. */
  readonly circumstances?: Partial<Circumstances>;
  /** Those of the configuration file; comments are found here. */
  readonly allowances?: readonly ListedAllowance[];
  /** When it is asked, in milliseconds since 1970: certificates end, and what is known of releases grows old. */
  readonly now: number;
  /** Cryptographically random bytes. */
  randomBytes(count: number): Uint8Array;
  /** Told of a rule that failed: a defect of ours, which costs this rule's findings and nothing else. */
  onRuleError?(rule: string, error: unknown): void;
}

/**
 * What is to be said of a project: what its rules find, without what is allowed or said twice.
 * @returns in the order of the project's files, then of lines and columns, the worst first at one place; never throws
 */
export function findingsOf(project: Project, request: Request): readonly Finding[] {
  const { profile, now, randomBytes } = request;
  const circumstances = { ...NOTHING_KNOWN, ...request.circumstances };
  const run: Run = { context: { project, profile, circumstances, now, randomBytes }, request };
  const meant: Run = { ...run, context: { ...run.context, project: project.intended ?? project } };
  const rules = (request.rules ?? RULES).filter((rule) => severityOf(rule, run) !== 'off');

  const found = withoutRepetition([...explained(rules, run), ...judged(rules, meant)], rules);
  const allowances = allowancesOf(project, request.allowances ?? []);
  const left = found.filter((finding) => !allowances.some((allowance) => allowance.covers(finding)));
  return toldOnce(inOrder([...left, ...judgedAllowances(allowances, found, rules, run)], project), rules);
}

interface Run {
  readonly context: Context;
  readonly request: Request;
}

function explained(rules: readonly Rule[], run: Run): Finding[] {
  const explainers = new Map<RefusalCode, LoadRule>();
  for (const rule of rules) if (rule.kind === 'load') for (const code of rule.explains) explainers.set(code, rule);

  return gathered(run.context.project).flatMap((refusal) => {
    const rule = explainers.get(refusal.code);
    if (rule === undefined) return [];
    return findingsBy(rule, run, (report) => {
      const { message, ...extras } = rule.explain(refusal, run.context);
      report(refusal.at, message, { ...extras, related: refusal.related });
    }).map((finding) => ({ ...finding, serverSays: refusal.serverSays === '' ? undefined : refusal.serverSays }));
  });
}

function judged(rules: readonly Rule[], run: Run): Finding[] {
  const { project } = run.context;
  const refused = new Set(project.refusals.filter(({ step }) => step === 'reading').map(({ statement }) => statement));
  const accepted = project.statements.filter((statement) => !refused.has(statement));
  const isPartly = isWrittenByProgram(project);

  return rules.filter(isJudging).flatMap((rule) =>
    findingsBy(rule, run, (report) => {
      for (const statement of accepted) rule.statement?.(statement, run.context, report);
      for (const document of project.documents.values()) rule.document?.(document, run.context, report);
      if (isPartly) return;
      for (const user of project.users.values()) rule.user?.(user, run.context, report);
      rule.project?.(run.context, report);
    }),
  );
}

/** Allowances of rules that were switched off or not asked for are left in peace. */
function judgedAllowances(
  allowances: readonly Allowance[],
  found: readonly Finding[],
  rules: readonly Rule[],
  run: Run,
): Finding[] {
  const asked = new Set(rules.map(({ id }) => id));
  const exists = (rule: string): boolean => RULES.some(({ id }) => id === rule);
  const concerned = allowances.filter(({ rule }) => asked.has(rule) || !exists(rule));
  return rules.filter(isJudging).flatMap((rule) =>
    findingsBy(rule, run, (report) => {
      for (const allowance of concerned) {
        const { rule: id, reason, at } = allowance;
        const hidden = found.filter((finding) => allowance.covers(finding)).length;
        rule.allowance?.({ rule: id, exists: exists(id), reason, at, hidden }, run.context, report);
      }
    }),
  );
}

function findingsBy(rule: Rule, run: Run, visit: (report: Report) => void): Finding[] {
  const severity = severityOf(rule, run);
  if (severity === 'off') return [];
  const findings: Finding[] = [];
  const overridden = run.request.severities?.[rule.id] !== undefined;
  const onError = (error: unknown): readonly [] => {
    run.request.onRuleError?.(rule.id, error);
    return [];
  };
  try {
    visit((at, message, extras = {}) => {
      const fixes = onceAsked(extras.fixes ?? [], onError);
      findings.push({
        rule: rule.id,
        kind: rule.kind,
        severity: overridden ? severity : (extras.severity ?? severity),
        message,
        serverSays: undefined,
        at,
        related: extras.related ?? [],
        get fixes() {
          return fixes();
        },
      });
    });
  } catch (error) {
    return [...onError(error)];
  }
  return findings;
}

/** Fixes that are made when somebody asks for them, which of most findings nobody does. */
function onceAsked(fixes: Extras['fixes'] & {}, onError: (error: unknown) => readonly []): () => readonly Fix[] {
  if (typeof fixes !== 'function') return () => fixes;
  let made: readonly Fix[] | undefined;
  return () => {
    try {
      made ??= fixes();
    } catch (error) {
      made = onError(error);
    }
    return made;
  };
}

function severityOf(rule: Rule, { request }: Run): Severity | 'off' {
  const override = request.severities?.[rule.id];
  if (override !== undefined) return override;
  if (rule.kind === 'load') return 'error';
  return typeof rule.severity === 'string' ? rule.severity : rule.severity[request.profile];
}

function isJudging(rule: Rule): rule is JudgingRule {
  return rule.kind !== 'load';
}

function inOrder(findings: readonly Finding[], { documents }: Project): readonly Finding[] {
  const files = new Map([...documents.keys()].map((uri, index) => [uri, index]));
  const fileOf = ({ at }: Finding): number => files.get(at.uri) ?? files.size;
  return [...findings].sort(
    (a, b) =>
      fileOf(a) - fileOf(b) ||
      a.at.line - b.at.line ||
      a.at.start - b.at.start ||
      a.at.end - b.at.end ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      a.rule.localeCompare(b.rule),
  );
}

/** The worst first. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
