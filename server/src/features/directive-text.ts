import { targetsWithDirective } from '../catalog/catalog.js';
import type { Directive } from '../catalog/directive.js';
import { proseOf } from '../catalog/prose.js';
import { TARGETS, type TargetName, target } from '../catalog/target.js';
import type { Project } from '../model/project.js';
import { secretSpans } from '../model/secrets.js';
import type { Setting } from '../model/settings.js';
import type { Statement } from '../model/statement.js';
import { placeName } from './file-names.js';
import { grouped } from './numbers.js';

/** All that is to be said of a directive, as Markdown: what it does, what it may be, what it is here. */
export function directiveText(directive: Directive, project: Project, lookedAt: string): string {
  const alias = directive.canonical === directive.name ? [] : [`Another name of \`${directive.canonical}\`.`];
  const prose = proseOf(directive);
  const facts = [...valueFacts(directive), ...lifeFacts(directive), ...settingFacts(directive, project, lookedAt)];
  return [
    `**${directive.name}** — ${project.target.title}`,
    ...alias,
    ...(prose === undefined ? [] : [prose]),
    facts.map(([name, text]) => `- ${name}: ${text}`).join('\n'),
  ].join('\n\n');
}

/** The kind of value in a few words: `yes or no`, `0 to 65535`, `size in bytes`. */
export function kindOfValue(directive: Directive): string {
  const { type, values, min, max } = directive;
  switch (type) {
    case 'bool':
      return '`yes` or `no`';
    case 'enum':
      return values.map((value) => `\`${value}\``).join(', ') + (directive.multi ? ', several at once' : '');
    case 'integer':
      return `whole number${range(min, max)}`;
    case 'octal':
      return 'octal number, such as `770`';
    case 'memory':
      return `size such as \`512mb\`${range(min, max)}`;
    case 'percent-or-memory':
      return 'size such as `512mb`, or a percentage of `maxmemory` such as `5%`';
    case 'ignored':
      return 'anything; it is read and has no effect';
    default:
      return '';
  }
}

type Fact = readonly [name: string, text: string];

function valueFacts(directive: Directive): readonly Fact[] {
  const kind = kindOfValue(directive);
  const facts: Fact[] = kind === '' ? [] : [['Value', kind]];
  if (directive.default !== undefined) facts.push(['Default', written(directive, directive.default)]);
  return facts;
}

function lifeFacts({ name, runtime }: Directive): readonly Fact[] {
  const facts: Fact[] = [];
  const having = targetsWithDirective(name);
  if (having.length < TARGETS.length) facts.push(['Known to', spans(having)]);
  if (runtime === 'immutable') facts.push(['At run time', 'cannot be changed; the server has to be restarted']);
  if (runtime === 'protected')
    facts.push(['At run time', 'can be changed only if `enable-protected-configs` allows it']);
  return facts;
}

function settingFacts(directive: Directive, project: Project, lookedAt: string): readonly Fact[] {
  const setting = project.settings.get(directive.name);
  if (setting === undefined || project.kind === 'acl' || NOT_A_SETTING.has(directive.canonical)) return [];
  const { winner, overridden } = setting;
  if (winner === undefined) return [['Here', 'no line sets it, so that the default holds']];
  const place = placeName(project, { uri: winner.document.uri, line: winner.line }, lookedAt);
  const facts: Fact[] = [['Here', `${shownValue(setting)}, set by ${place}`]];
  if (overridden.length > 0) {
    const places = overridden.map(({ document, line }) => placeName(project, { uri: document.uri, line }, lookedAt));
    facts.push([ADDS_UP.has(directive.canonical) ? 'Together with' : 'Overrides', places.join(', ')]);
  }
  return facts;
}

/** Lines that do something instead of setting a value. */
const NOT_A_SETTING: ReadonlySet<string> = new Set(['include', 'loadmodule', 'user', 'rename-command', 'sentinel']);

/** Directives whose lines all count. */
const ADDS_UP: ReadonlySet<string> = new Set(['save', 'client-output-buffer-limit']);

/** The value of a setting as it may be shown: never a secret. */
export function shownValue({ directive, value, winner }: Setting): string {
  if (winner !== undefined && holdsSecret(winner)) return 'a secret, which is not shown';
  return value === undefined ? 'set' : written(directive, value);
}

/** Whether a line holds a password, a hash or a passphrase. */
export function holdsSecret({ document, line }: Statement): boolean {
  const found = document.lines[line];
  return found !== undefined && secretSpans(found, document.dialect).length > 0;
}

/** Whether a directive's lines add up instead of overriding each other. */
export function addsUp(directive: Directive): boolean {
  return ADDS_UP.has(directive.canonical) || NOT_A_SETTING.has(directive.canonical);
}

function written(directive: Directive, value: string): string {
  if (value === '') return 'empty';
  const isBig = /^\d{5,}$/.test(value);
  const unit = directive.type === 'memory' ? ' bytes' : '';
  return isBig && unit !== '' ? `\`${value}\` (${grouped(BigInt(value))}${unit})` : `\`${value}\``;
}

function range(min: bigint | undefined, max: bigint | undefined): string {
  if (min === undefined || max === undefined) return '';
  const isOpen = max >= 2n ** 31n - 1n;
  return isOpen ? (min === 0n ? '' : `, at least ${grouped(min)}`) : ` from ${grouped(min)} to ${grouped(max)}`;
}

/** `Redis 7.0 to 8.6, Valkey 7.2 to 9.1` */
function spans(having: readonly TargetName[]): string {
  const parts = (['redis', 'valkey'] as const).flatMap((product) => {
    const releases = having.map(target).filter((known) => known.product === product);
    const [first, last] = [releases[0], releases.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [first === last ? first.title : `${first.title} to ${last.release}`];
  });
  return parts.length === 0 ? 'no measured server' : parts.join(', ');
}
