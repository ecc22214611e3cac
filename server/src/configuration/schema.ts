import { TARGETS } from '../catalog/target.js';
import type { Circumstances } from '../rules/circumstances.js';
import type { Profile, Severity } from '../rules/define.js';

/** The part of JSON Schema that the configuration file needs; editors complete and check by it, and so do we. */
export interface Schema {
  readonly type: 'object' | 'array' | 'string';
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** What keys that are not listed may hold; `false`: there may be none. */
  readonly additionalProperties?: Schema | false;
  readonly items?: Schema;
}

const SEVERITIES: readonly (Severity | 'off')[] = ['error', 'warning', 'info', 'hint', 'off'];

const PROFILES: readonly Profile[] = ['production', 'development'];

const ROLES: readonly Circumstances['role'][] = ['cache', 'session', 'queue', 'primary', 'replica', 'generic'];
const FLAVOURS: readonly Circumstances['flavour'][] = ['upstream', 'official-image', 'distribution'];
const TRANSPORTS: readonly Circumstances['transport'][] = ['plain', 'protected'];
const NAMES: Schema = { type: 'array', items: { type: 'string' } };

/**
 * The schema of `.redis-hardening.json`.
 * @param rules those that can be set, by id and summary
 */
export function configurationSchema(rules: readonly { readonly id: string; readonly summary: string }[]): Schema {
  const severity: Schema = { type: 'string', enum: SEVERITIES };
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'The address of this schema, for editors.' },
      target: { type: 'string', enum: TARGETS, description: 'The server that the files are for.' },
      profile: {
        type: 'string',
        enum: PROFILES,
        description: 'How strict to be: development leaves alone what only matters in production.',
      },
      release: {
        type: 'string',
        description: 'The full version of the server, such as 7.2.4, for known vulnerabilities.',
      },
      role: { type: 'string', enum: ROLES, description: 'What the server is for.' },
      flavour: {
        type: 'string',
        enum: FLAVOURS,
        description:
          'Whose build it is: the official container images turn protected mode off, distributions mend old releases.',
      },
      transport: {
        type: 'string',
        enum: TRANSPORTS,
        description: 'Whether something besides TLS of the server protects the network path, such as a tunnel.',
      },
      administrators: { ...NAMES, description: 'ACL users who administer the server.' },
      provisioners: { ...NAMES, description: 'ACL users who create other users, such as a secrets manager.' },
      scriptUsers: { ...NAMES, description: 'ACL users whose application needs Lua scripts.' },
      rules: {
        type: 'object',
        description: 'Severities that differ from the rules’ own; off turns a rule off.',
        properties: Object.fromEntries(rules.map(({ id, summary }) => [id, { ...severity, description: summary }])),
        additionalProperties: false,
      },
      allow: {
        type: 'array',
        description: 'Findings to leave out, for files in which a comment cannot say so, such as ACL files.',
        items: allowance(rules.map(({ id }) => id)),
      },
      workingDirectory: {
        type: 'string',
        description:
          'The folder in which the server is started, as the server knows it: relative paths of include and aclfile start there. Without it, the folder of the root file.',
      },
      paths: {
        type: 'object',
        description:
          'Where the folders of the server are found here: its absolute path, and a folder relative to this file.',
        additionalProperties: { type: 'string' },
      },
      roots: {
        type: 'array',
        description:
          'The files that servers are started with, relative to this file. Without it, every file that no other one includes.',
        items: { type: 'string' },
      },
      baseline: {
        type: 'string',
        description: 'A file of findings to leave out until they are mended, relative to this file.',
      },
    },
  };
}

function allowance(ids: readonly string[]): Schema {
  return {
    type: 'object',
    additionalProperties: false,
    required: ['rule', 'path'],
    properties: {
      rule: { type: 'string', enum: ids, description: 'The rule to leave out.' },
      path: { type: 'string', description: 'The file in which it is left out, relative to this one.' },
      user: { type: 'string', description: 'Only for this ACL user.' },
      reason: { type: 'string', description: 'Why this is fine here.' },
    },
  };
}
