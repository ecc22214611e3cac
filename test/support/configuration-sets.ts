import { randomBytes } from 'node:crypto';
import { type TargetName, target } from '../../server/src/catalog/target.js';
import {
  areChoices,
  type Choices,
  choicesFor,
  ROLES,
  TRANSPORTS,
  type Wishes,
} from '../../server/src/creation/choices.js';
import { type ConfigurationSet, configurationSet } from '../../server/src/creation/configuration-set.js';

/** What can be combined, with a name for the test. */
export interface Combination extends Wishes {
  readonly name: string;
}

/** Every role with every transport, alone, with a replica, and with a replica and Sentinel, where that makes sense. */
export const COMBINATIONS: readonly Combination[] = ROLES.flatMap((role) =>
  TRANSPORTS.flatMap((tls) =>
    (['alone', 'replica', 'Sentinel'] as const)
      .filter((nodes) => (role === 'cluster' ? nodes === 'alone' : role !== 'primary' || nodes !== 'alone'))
      .map((nodes) => ({
        name: `${role}, TLS ${tls}, ${nodes}`,
        role,
        tls,
        replica: role === 'cluster' ? undefined : nodes !== 'alone',
        sentinel: nodes === 'Sentinel',
      })),
  ),
);

/** A configuration made for a test, with what it was made of. */
export interface MadeSet extends ConfigurationSet {
  readonly choices: Choices;
}

/** The files of a new configuration. Throws where the wishes cannot be met. */
export function madeSet(name: TargetName, wishes: Wishes): MadeSet {
  const choices = choicesFor(target(name), wishes);
  if (!areChoices(choices)) throw new Error(choices.join('; '));
  return { choices, ...configurationSet(choices, (count) => randomBytes(count)) };
}

/** The text of a file of the set. */
export function textOfFile({ files }: ConfigurationSet, name: string): string {
  const file = files.find((one) => one.name === name);
  if (file === undefined) throw new Error(`the set has no ${name}`);
  return file.text;
}

/** The clear text that is shown for a user. */
export function passwordFor({ passwords }: ConfigurationSet, user: string): string {
  const found = passwords.find((one) => one.user === user);
  if (found === undefined) throw new Error(`no password is shown for ${user}`);
  return found.password;
}
