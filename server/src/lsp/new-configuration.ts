import { targetOf } from '../catalog/target.js';
import { areChoices, choicesFor } from '../creation/choices.js';
import { configurationSet } from '../creation/configuration-set.js';
import type { Host } from './host.js';
import type { NewConfigurationParams, NewConfigurationResult } from './requests.js';

/** The files of a new configuration, or what is wrong with what was asked for. */
export function newConfiguration(
  { target: name, metrics, health, ...wishes }: NewConfigurationParams,
  { randomBytes }: Host,
): NewConfigurationResult {
  const target = targetOf(name);
  if (target === undefined) return { kind: 'problems', problems: [`${name}: there is no such target`] };
  const choices = choicesFor(target, { ...wishes, withoutMetrics: !metrics, withoutHealth: !health });
  if (!areChoices(choices)) return { kind: 'problems', problems: choices };
  const { files, passwords } = configurationSet(choices, randomBytes);
  return { kind: 'set', files: files.map(({ name, text }) => ({ name, text })), passwords };
}
