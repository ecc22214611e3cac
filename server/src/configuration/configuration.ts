import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { TargetName } from '../catalog/target.js';
import type { ListedAllowance } from '../rules/allow.js';
import type { Circumstances } from '../rules/circumstances.js';
import type { Profile, Rule, Severity } from '../rules/define.js';
import { RULES } from '../rules/registry.js';
import type { Place } from '../text/place.js';
import { checkedValue } from './checked-value.js';
import { configurationSchema } from './schema.js';

/** The name under which the file is looked for, from a file's folder upwards. */
export const CONFIGURATION_FILE = '.redis-hardening.json';

/** What `.redis-hardening.json` says. What it does not say, or says wrongly, is undefined or empty. */
export interface Configuration {
  readonly target: TargetName | undefined;
  readonly profile: Profile | undefined;
  /** By rule id. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** What is known of the instance beyond its files. */
  readonly circumstances: Partial<Circumstances>;
  readonly allowances: readonly ListedAllowance[];
  /** As the server knows it. */
  readonly workingDirectory: string | undefined;
  readonly paths: readonly PathMapping[];
  /** URIs; undefined where the file does not name any. */
  readonly roots: readonly string[] | undefined;
  /** URI */
  readonly baseline: string | undefined;
}

/** A folder of the server and where it is found here; neither has a slash at its end. */
export interface PathMapping {
  /** Absolute path. */
  readonly server: string;
  readonly uri: string;
}

/** A key or value of the file that is not what it should be. */
export interface ConfigurationProblem {
  readonly at: Place;
  readonly message: string;
}

export interface ConfigurationSource {
  readonly uri: string;
  readonly text: string;
  /** The URI of a path that is absolute or relative to the file's folder. */
  resolve(path: string): string;
}

/** What holds where there is no file. */
export const NO_CONFIGURATION: Configuration = {
  target: undefined,
  profile: undefined,
  severities: {},
  circumstances: {},
  allowances: [],
  workingDirectory: undefined,
  paths: [],
  roots: undefined,
  baseline: undefined,
};

/**
 * Reads a configuration file: JSON, in which comments and commas at the end are allowed. Never throws.
 * @returns what can be used of it, and what is wrong with the rest
 */
export function readConfiguration(
  source: ConfigurationSource,
  rules: readonly Pick<Rule, 'id' | 'summary'>[] = RULES,
): { readonly configuration: Configuration; readonly problems: readonly ConfigurationProblem[] } {
  const problems: ConfigurationProblem[] = [];
  const complain = (stretch: Stretch, message: string): void => {
    problems.push({ at: placeIn(source, stretch), message });
  };
  const errors: ParseError[] = [];
  const root = parseTree(source.text, errors, { allowTrailingComma: true });
  for (const error of errors)
    complain(error, `this is not JSON: ${SYNTAX_ERRORS[printParseErrorCode(error.error)] ?? 'it breaks off here'}`);

  const said = root === undefined ? undefined : checkedValue(root, configurationSchema(rules), complain);
  if (root === undefined || said === undefined) return { configuration: NO_CONFIGURATION, problems };
  // Checked against the schema just now, which describes this very shape.
  return { configuration: configurationOf(said as Said, root, source), problems };
}

interface Said extends Partial<Circumstances> {
  readonly $schema?: string;
  readonly target?: TargetName;
  readonly profile?: Profile;
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** Read from the nodes, whose places are wanted too. */
  readonly allow?: unknown;
  readonly workingDirectory?: string;
  readonly paths?: Readonly<Record<string, string>>;
  readonly roots?: readonly string[];
  readonly baseline?: string;
}

function configurationOf(said: Said, root: Node, source: ConfigurationSource): Configuration {
  const { $schema, target, profile, rules, allow, workingDirectory, paths, roots, baseline, ...circumstances } = said;
  return {
    target,
    profile,
    severities: rules ?? {},
    circumstances,
    allowances: (findNodeAtLocation(root, ['allow'])?.children ?? []).flatMap((item) => allowancesIn(item, source)),
    workingDirectory,
    paths: Object.entries(paths ?? {}).map(([server, folder]) => ({
      server: withoutSlash(server),
      uri: withoutSlash(source.resolve(folder)),
    })),
    roots: roots?.map((path) => source.resolve(path)),
    baseline: baseline === undefined ? undefined : source.resolve(baseline),
  };
}

/** One allowance, or none where a part of it is not what it should be. */
function allowancesIn(item: Node, source: ConfigurationSource): readonly ListedAllowance[] {
  const text = (key: string): string | undefined => {
    const node = findNodeAtLocation(item, [key]);
    return node?.type === 'string' ? String(node.value) : undefined;
  };
  const rule = findNodeAtLocation(item, ['rule']);
  const path = text('path');
  if (rule?.type !== 'string' || path === undefined) return [];
  const user = text('user');
  return [
    {
      rule: String(rule.value),
      reason: text('reason') ?? '',
      at: placeIn(source, rule),
      uri: source.resolve(path),
      ...(user === undefined ? {} : { user }),
    },
  ];
}

function withoutSlash(path: string): string {
  return path.replace(/\/+$/, '');
}

interface Stretch {
  readonly offset: number;
  readonly length: number;
}

/** The stretch, as far as it lies on its first line. */
function placeIn({ uri, text }: ConfigurationSource, { offset, length }: Stretch): Place {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  const lineEnd = /[\r\n]|$/.exec(text.slice(offset))?.index ?? 0;
  const start = offset - lineStart;
  return { uri, line: before.split('\n').length - 1, start, end: start + Math.min(length, lineEnd) };
}

const SYNTAX_ERRORS: Readonly<Record<string, string>> = {
  PropertyNameExpected: 'a key in double quotes has to stand here',
  ValueExpected: 'a value has to stand here',
  ColonExpected: 'a colon has to stand here',
  CommaExpected: 'a comma has to stand here',
  CloseBraceExpected: 'a closing brace has to stand here',
  CloseBracketExpected: 'a closing bracket has to stand here',
  UnexpectedEndOfString: 'this string has no end',
  UnexpectedEndOfComment: 'this comment has no end',
};
