import type { Ability, Principal, Reason } from '../../model/abilities.js';
import { HARMS, type Harm } from '../../model/harms.js';
import type { Exposure } from '../../model/reach.js';
import type { Loaded } from '../judge.js';
import type { Style } from '../style.js';
import { table } from '../table.js';
import { printable } from './excerpt.js';

/** Version 1 of who can do what harm. */
export function threatsJson(principals: readonly Principal[], loaded: Loaded): string {
  const report = {
    version: 1,
    target: loaded.project.target.name,
    principals: principals.map(({ name, reach, abilities }) => ({
      name,
      reach,
      abilities: Object.fromEntries(HARMS.map((harm) => [harm, abilityObject(abilities[harm], loaded)])),
    })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function abilityObject({ can, by, because, cut }: Ability, { shown }: Loaded): unknown {
  return {
    can,
    by,
    because: because.map(({ message, at }) => ({
      message,
      ...(at === undefined ? {} : { path: shown(at.uri), line: at.line + 1 }),
    })),
    ...(cut === undefined ? {} : { cut: cut.message }),
  };
}

/** For people: a block for everybody, with what they can do, by which commands and why, and what would end it. */
export function threatsText(principals: readonly Principal[], loaded: Loaded, style: Style): string {
  return principals.map((principal) => principalText(principal, loaded, style)).join('\n');
}

function principalText({ name, reach, abilities }: Principal, loaded: Loaded, style: Style): string {
  const able = HARMS.filter((harm) => abilities[harm].can);
  const unable = HARMS.filter((harm) => !abilities[harm].can);
  const title = `${style.strong(printable(name))}, ${REACH[reach]}\n`;
  if (able.length === 0) return `${title}  can do none of this: ${reasonsText(abilities[HARMS[0]].because, loaded)}\n`;
  const rest = unable.length === 0 ? '' : `  ${style.green('cannot')} ${unable.join(', ')}\n`;
  return `${title}${groupsOf(able, abilities, loaded)
    .map((group) => groupText(group, style))
    .join('')}${rest}`;
}

/** Harms that have the same reasons and would end by the same change. */
interface Group {
  readonly reasons: string;
  readonly cut: string | undefined;
  readonly harms: { readonly harm: Harm; readonly by: string }[];
}

function groupsOf(harms: readonly Harm[], abilities: Principal['abilities'], loaded: Loaded): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const harm of harms) {
    const { by, because, cut } = abilities[harm];
    const reasons = reasonsText(because, loaded);
    const key = JSON.stringify([reasons, cut?.message]);
    const group = groups.get(key) ?? { reasons, cut: cut?.message, harms: [] };
    group.harms.push({ harm, by });
    groups.set(key, group);
  }
  return [...groups.values()];
}

function groupText({ reasons, cut, harms }: Group, style: Style): string {
  const rows = table(harms.map(({ harm, by }) => [`  ${style.red('can')} ${harm}`, printable(by)]));
  const end = cut === undefined ? '' : `${INDENT}to end it, ${printable(cut)}\n`;
  return `${rows}${INDENT}because ${reasons}\n${end}`;
}

const INDENT = '      ';

function reasonsText(reasons: readonly Reason[], { shown }: Loaded): string {
  const texts = reasons.map(({ message, at }) =>
    at === undefined ? message : `${message} (${shown(at.uri)}:${at.line + 1})`,
  );
  return printable(texts.join('; '));
}

const REACH: Readonly<Record<Exposure, string>> = {
  all: 'from every network of the machine',
  specific: 'from the networks of named addresses',
  loopback: 'from this machine',
  none: 'from nowhere',
};
