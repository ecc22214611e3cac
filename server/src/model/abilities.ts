import type { Place } from '../text/place.js';
import { type Cut, cutOf } from './cutting.js';
import { type GateState, gateState } from './gates.js';
import { ENUMERATING, HARMS, type Harm, WAYS, type Way } from './harms.js';
import { type Decision, decide } from './permissions.js';
import type { Project } from './project.js';
import type { Exposure } from './reach.js';
import { wholePlace } from './statement.js';
import { surroundingsOf } from './surroundings.js';
import type { User } from './user.js';

/** Whether somebody can do one harm. */
export interface Ability {
  readonly can: boolean;
  /** The commands that do it, as people write them: `KEYS, GET`; empty where none does. */
  readonly by: string;
  /** What allows it, or keeps it from being done. */
  readonly because: readonly Reason[];
  /** The single change that would end it; undefined where there is nothing to end. */
  readonly cut: Cut | undefined;
}

export interface Reason {
  readonly message: string;
  /** The ACL rule or setting; undefined where a default decides. */
  readonly at: Place | undefined;
}

/** Somebody who gets to the server, and what they can do there. */
export interface Principal {
  readonly name: string;
  /** Undefined for whoever connects without logging in. */
  readonly user: User | undefined;
  /** From how far away they are heard: `none` for a user that nobody can log in as. */
  readonly reach: Exposure;
  readonly abilities: Readonly<Record<Harm, Ability>>;
}

/** The name of whoever connects without logging in. */
export const STRANGER = '(anyone who can connect)';

/**
 * Who can do what harm: whoever connects without logging in, then every user. A command that was renamed counts as
 * out of reach, since its new name is not known.
 */
export function threatsOf(project: Project): readonly Principal[] {
  const { users, reach } = project;
  const known = users.get('default');
  const stranger = known !== undefined && reach.strangerIsDefaultUser ? known : undefined;
  const strangerAbilities =
    stranger === undefined ? noAbilities(strangerReason(known)) : abilitiesOf(stranger, project, 'stranger');
  return [
    { name: STRANGER, user: undefined, reach: reach.effective, abilities: strangerAbilities },
    ...[...users.values()].map((user) => principalOf(user, project)),
  ];
}

function principalOf(user: User, project: Project): Principal {
  const locked = lockedOut(user, project);
  return {
    name: user.name,
    user,
    reach: locked === undefined ? project.reach.effective : 'none',
    abilities: locked === undefined ? abilitiesOf(user, project, 'user') : noAbilities(locked),
  };
}

/** Why nobody can log in as the user. */
function lockedOut(user: User, { settings }: Project): Reason | undefined {
  const at = user.definedAt;
  if (!user.enabled) return { message: `user ${user.name} is off`, at };
  const hasCertificate =
    settings.text('tls-auth-clients-user') !== '' && settings.text('tls-auth-clients-user') !== 'off';
  if (user.passwords === 0 && !hasCertificate)
    return { message: `user ${user.name} has no password to log in with`, at };
  return undefined;
}

function strangerReason(user: User | undefined): Reason {
  const at = user?.definedAt;
  if (user?.enabled !== true) return { message: 'the default user is off, so that every client has to log in', at };
  return { message: 'the default user has a password, so that every client has to log in', at };
}

function noAbilities(reason: Reason): Readonly<Record<Harm, Ability>> {
  return forEachHarm(() => ({ can: false, by: '', because: [reason], cut: undefined }));
}

function abilitiesOf(user: User, project: Project, as: 'stranger' | 'user'): Readonly<Record<Harm, Ability>> {
  const surroundings = surroundingsOf(project);
  const ask = (argv: readonly string[]): Decision => decide(user, argv, project.catalog, surroundings);
  return forEachHarm((harm) => abilityOf(harm, user, project, as, (way) => attempt(way, ask, project)));
}

function forEachHarm(ability: (harm: Harm) => Ability): Readonly<Record<Harm, Ability>> {
  const entries = HARMS.map((harm) => [harm, ability(harm)] as const);
  // Every harm is among the entries.
  return Object.fromEntries(entries) as Record<Harm, Ability>;
}

function abilityOf(
  harm: Harm,
  user: User,
  project: Project,
  as: 'stranger' | 'user',
  ask: (way: Way) => Attempt,
): Ability {
  const attempts = WAYS[harm].map(ask);
  const working = attempts.filter(({ works }) => works);
  if (working.length === 0) {
    const usual = attempts.find(({ isKnown }) => isKnown) ?? attempts[0];
    return {
      can: false,
      by: '',
      get because() {
        return usual === undefined ? [] : reasonsOf([usual], user);
      },
      cut: undefined,
    };
  }
  const finding = harm === 'read-all-data' ? ENUMERATING.map(ask).filter(({ works }) => works) : [];
  const ways = working.map(({ way }) => way);
  return {
    can: true,
    by: [...finding.slice(0, 1).map(({ way }) => way), ...ways].map(({ name }) => name).join(', '),
    get because() {
      return reasonsOf(working, user);
    },
    cut: cutOf(harm, ways, user, project, as),
  };
}

/** One way, tried on paper. */
interface Attempt {
  readonly way: Way;
  readonly works: boolean;
  /** Whether the target has the commands at all. */
  readonly isKnown: boolean;
  /** What decides: all that allows it, or what denies it. */
  readonly decisions: readonly Decision[];
  readonly gates: readonly GateState[];
}

function attempt(way: Way, ask: (argv: readonly string[]) => Decision, { settings }: Project): Attempt {
  const decisions = way.commands.map(ask);
  const isKnown = decisions.every(({ because }) => because !== 'unknown-command');
  const refused = decisions.find(({ allowed }) => !allowed);
  if (refused !== undefined) return { way, works: false, isKnown, decisions: [refused], gates: [] };
  const gates = way.gates.map((gate) => gateState(gate, settings)).filter((state) => state !== undefined);
  const closed = gates.find(({ isOpen, opening }) => isOpen === 'no' && !opening.some((argv) => ask(argv).allowed));
  if (closed !== undefined) return { way, works: false, isKnown, decisions: [], gates: [closed] };
  return { way, works: true, isKnown, decisions, gates };
}

/** One reason for each ACL rule and setting that decides. */
function reasonsOf(attempts: readonly Attempt[], user: User): readonly Reason[] {
  const reasons = attempts.flatMap(({ decisions, gates }) => [
    ...decisions.map((decision) => reasonOf(decision, user)),
    ...gates.map(gateReason),
  ]);
  return [...new Map(reasons.map((reason) => [reason.message, reason])).values()];
}

function reasonOf({ allowed, because, reason, rule }: Decision, user: User): Reason {
  const at = rule?.at ?? user.definedAt;
  if (because === 'key') return { message: `the keys of user ${user.name} are not all keys`, at };
  return { message: allowed && rule !== undefined ? `${rule.word.value} allows it` : reason, at };
}

function gateReason({ setting, statement, isOpen }: GateState): Reason {
  const at = statement === undefined ? undefined : wholePlace(statement);
  if (isOpen === 'no') return { message: `${setting} keeps the server from doing it`, at };
  return {
    message: isOpen === 'local' ? `${setting} allows it from the server's own machine` : `${setting} allows it`,
    at,
  };
}
