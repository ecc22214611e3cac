import type { Project } from '../model/project.js';
import { isSecret, withoutSecrets } from '../model/secrets.js';
import type { Setting } from '../model/settings.js';
import type { Statement } from '../model/statement.js';
import { quoted } from '../rules/fixing.js';
import { addsUp } from './directive-text.js';
import { fileName, placeName } from './file-names.js';
import { counted } from './numbers.js';

/**
 * The configuration that the server would run with, written as a configuration file: each setting below the place that
 * decided it, then the lines that are no settings, then the defaults. Secrets are left out.
 */
export function effectiveText(project: Project): string {
  const settings = project.settings.all();
  const set = settings.filter(({ winner }) => winner !== undefined);
  const defaults = settings.filter(({ winner, value }) => winner === undefined && value !== undefined);
  return `${[
    ...heading(project),
    ...set.flatMap((setting) => ['', `# ${sourceOf(setting, project)}`, lineOf(setting)]),
    ...section(
      'Lines that are no settings',
      otherLines(project).map((statement) => textOf(statement)),
    ),
    ...section('Defaults', defaults.map(lineOf)),
  ].join('\n')}\n`;
}

function heading({ root, target, refusals, withheld }: Project): readonly string[] {
  return [
    `# What ${target.title} would run with when it is started with ${root.path}.`,
    ...(refusals.length === 0
      ? []
      : [`# It would not start: ${counted(refusals.length, 'thing')} that it refuses count here as not written.`]),
    ...(withheld.length === 0
      ? []
      : [`# Not read: ${withheld.map(({ path, reason }) => `${path} (${reason})`).join(', ')}.`]),
  ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `##### ${title} #####`, '', ...lines];
}

function sourceOf({ directive, winner, overridden }: Setting, project: Project): string {
  const place = ({ document, line }: Statement): string => placeName(project, { uri: document.uri, line }, '');
  const source = winner === undefined ? 'default' : place(winner);
  if (overridden.length === 0) return source;
  return `${source}, ${addsUp(directive) ? 'together with' : 'overrides'} ${overridden.map(place).join(', ')}`;
}

function lineOf({ directive, value = '' }: Setting): string {
  if (isSecret(directive.name) && value !== '') return `${directive.name} …`;
  const isOneWord =
    directive.type === 'string' || directive.type === 'special' ? !LISTS.has(directive.canonical) : false;
  return `${directive.name} ${isOneWord || value === '' ? quoted(value) : value}`;
}

/** Directives whose value is several arguments. */
const LISTS: ReadonlySet<string> = new Set([
  'bind',
  'client-output-buffer-limit',
  'latency-tracking-info-percentiles',
  'oom-score-adj-values',
  'rdma-bind',
  'replicaof',
  'save',
]);

/** What acts without being a setting: users, renamed commands, modules, the lines of a sentinel. */
function otherLines({ statements, settings, refusals }: Project): readonly Statement[] {
  const refused = new Set(refusals.map(({ statement }) => statement));
  const shown = new Set(settings.all().map(({ directive }) => directive.canonical));
  return statements.filter(
    (statement) =>
      statement.directive !== undefined &&
      !shown.has(statement.directive.canonical) &&
      statement.directive.canonical !== 'include' &&
      !refused.has(statement),
  );
}

function textOf({ document, line }: Statement): string {
  const found = document.lines[line];
  return found === undefined ? '' : withoutSecrets(found, document.dialect).trim();
}

/** How the document is called in the editor. */
export function effectiveTitle(project: Project): string {
  return `effective ${fileName(project, project.root.uri)}`;
}
