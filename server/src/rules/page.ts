import { DEFAULT_TARGET, targetOf } from '../catalog/target.js';
import type { Rule, Severity } from './define.js';

/** The page of a rule, in Markdown: what it finds, why, when it is silent, before and after. Ends without a newline. */
export function pageOf(rule: Rule): string {
  const { id, aliases = [], summary, rationale, example } = rule;
  const title = targetOf(example.target ?? DEFAULT_TARGET)?.title ?? '';
  return [
    `## ${id}`,
    summary,
    `*${kindText(rule)} ${severityText(rule)}. ${tagText(rule)}*`,
    ...(aliases.length === 0 ? [] : [`Also known as ${aliases.join(', ')}.`]),
    rationale,
    `**Silent.** ${silenceText(rule)}`,
    `Reported for ${title}:`,
    fenced(example.bad),
    'Instead:',
    fenced(example.good),
    ...referenceTexts(rule),
  ].join('\n\n');
}

/** A table of rules, one row each, in Markdown; names link to the pages of a file. */
export function tableOf(rules: readonly Rule[], pages: string): string {
  const rows = rules.map((rule) => `| [${rule.id}](${pages}#${rule.id}) | ${severityText(rule)} | ${rule.summary} |`);
  return ['| Rule | Severity | What it finds |', '|---|---|---|', ...rows].join('\n');
}

/** How severe a rule's findings are, in words: `error`; `warning, off in development`. */
export function severityText(rule: Rule): string {
  if (rule.kind === 'load') return 'error';
  if (typeof rule.severity === 'string') return rule.severity;
  const { production, development } = rule.severity;
  return production === development ? production : `${production}, ${inDevelopment(development)}`;
}

function inDevelopment(severity: Severity | 'off'): string {
  return `${severity} in development`;
}

function kindText({ kind }: Rule): string {
  switch (kind) {
    case 'load':
      return 'The server refuses the file:';
    case 'clarity':
      return 'The file loads and does not mean what it says:';
    case 'safety':
      return 'The file loads and is not safe:';
  }
}

function tagText({ tags }: Rule): string {
  return `Tags: ${tags.join(', ')}.`;
}

function silenceText(rule: Rule): string {
  if (rule.silentWhen !== undefined) return rule.silentWhen;
  return rule.kind === 'load'
    ? 'Where the chosen target accepts the line: this rule only says what the server would say.'
    : 'Where the line is allowed by a comment above it, or by the configuration file.';
}

function referenceTexts({ references }: Rule): readonly string[] {
  return references.length === 0 ? [] : [references.map(referenceText).join('\n')];
}

/** An address, or the number of a weakness such as `CWE-306`. */
function referenceText(reference: string): string {
  const [, weakness] = /^CWE-(\d+)$/.exec(reference) ?? [];
  if (weakness === undefined) return `<${reference}>`;
  return `[${reference}](https://cwe.mitre.org/data/definitions/${weakness}.html)`;
}

/** A drawing as it is written in the rule, without its indentation; what cannot be seen is drawn as a box. */
function fenced(drawn: string): string {
  const lines = drawn
    .replace(/^\s*\n/, '')
    .trimEnd()
    .split('\n');
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  const shown = lines.map((line) => line.slice(indent).replace(/[\0\ufeff]/g, '\u25a1'));
  return ['```', ...shown, '```'].join('\n');
}
