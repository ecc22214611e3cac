// `npm run pages`: writes what the extension's manifest says of targets and rules, and the schema of the configuration
// file, from the code that knows them.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DEFAULT_TARGET, TARGETS, target } from '../src/catalog/target.ts';
import { configurationSchema } from '../src/configuration/schema.ts';
import { RULES } from '../src/rules/registry.ts';

const MANIFEST = new URL('../../package.json', import.meta.url);
const SCHEMA = new URL('../../client/media/configuration.schema.json', import.meta.url);

/** The files that are generated, each with the text that it should have. */
export function generated() {
  return [
    { path: MANIFEST, text: manifest() },
    { path: SCHEMA, text: json({ $schema: 'http://json-schema.org/draft-07/schema#', ...configurationSchema(RULES) }) },
  ];
}

/** The manifest keeps everything else as it is. */
function manifest() {
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  const settings = manifest.contributes.configuration.properties;
  Object.assign(settings['redisHardening.target'], {
    enum: TARGETS,
    enumItemLabels: TARGETS.map((name) => target(name).title),
    default: DEFAULT_TARGET,
  });
  Object.assign(settings['redisHardening.rules'], {
    properties: Object.fromEntries(
      RULES.map(({ id, summary }) => [id, { enum: ['error', 'warning', 'info', 'hint', 'off'], description: summary }]),
    ),
    additionalProperties: false,
  });
  return json(manifest);
}

/** @param {object} value */
function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { path, text } of generated()) writeFileSync(path, text);
}
