import { DEFAULT_TARGET, TARGETS, target } from '../catalog/target.js';
import { rulesNamed } from '../rules/naming.js';
import { pageOf, severityText } from '../rules/page.js';
import { RULES } from '../rules/registry.js';
import { readArguments } from './arguments.js';
import { EXIT, type ExitCode, help, usage } from './exit.js';
import { HELP } from './help.js';
import type { Io } from './io.js';
import { table } from './table.js';
import { suggestion } from './wishes.js';

/** `redis-hardening explain`: a rule, all rules, the targets; from the rules themselves. */
export async function explain(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { flags, words, problems } = readArguments(argv, { help: { type: Boolean, alias: 'h' } });
  if (flags.help) return help(HELP.explain, io);
  const [topic, ...others] = words;
  if (topic === undefined) problems.push('RULE is missing: name one, or write rules or targets');
  if (others.length > 0) problems.push(`${others[0]}: one thing is explained at a time`);
  const text = topic === undefined ? undefined : textOn(topic);
  if (topic !== undefined && text === undefined) problems.push(`there is no rule ${topic}${suggestion(topic)}`);
  if (problems.length > 0 || text === undefined) return usage('explain', problems, io);
  await io.stdout.write(text);
  return EXIT.clean;
}

function textOn(topic: string): string | undefined {
  if (topic === 'rules') return table(RULES.map((rule) => [rule.id, severityText(rule), rule.summary]));
  if (topic === 'targets') return table(TARGETS.map((name) => [name, target(name).title, defaultMark(name)]));
  const rules = rulesNamed(topic);
  return rules.length === 0 ? undefined : `${rules.map(pageOf).join('\n\n')}\n`;
}

function defaultMark(name: string): string {
  return name === DEFAULT_TARGET ? 'where none is chosen' : '';
}
