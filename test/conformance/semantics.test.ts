import { expect, test } from 'vitest';
import { TARGETS, target } from '../../server/src/catalog/target.js';
import { loadProject } from '../../server/src/model/load.js';
import type { Project } from '../../server/src/model/project.js';
import type { Refusal } from '../../server/src/model/refusal.js';
import { byteString } from '../../server/src/text/bytes.js';
import { MEASURED_FOLDER, type MeasuredCase, measuredCases } from '../support/measured-cases.js';
import { memoryFiles, uriOf } from '../support/memory-files.js';
import { saysTheSame } from '../support/server-texts.js';
import { describeWithFacts } from '../support/servers/requirements.js';
import { KNOWN_DISAGREEMENTS } from './known-disagreements.js';

await describeWithFacts('what was measured on eleven servers', (folder) => {
  test.for(TARGETS)('%s: every verdict, line, text and setting', async (name) => {
    const cases = (await measuredCases(folder)).filter((measured) => measured.target === name);
    const disagreements: string[] = [];
    for (const measured of cases) {
      const disagreement = disagreementOver(measured, await projectOf(measured));
      if (disagreement !== undefined && !isKnown(measured)) disagreements.push(`${measured.id}: ${disagreement}`);
    }
    expect(disagreements).toEqual([]);
    expect(cases.length).toBeGreaterThan(1500);
  });

  test('every known disagreement is one, as often as is said', async () => {
    const cases = await measuredCases(folder);
    const counted = await Promise.all(
      KNOWN_DISAGREEMENTS.map(async ({ cases: pattern, what }) => {
        const shown = cases.filter(({ id }) => pattern?.test(id));
        const differ = await Promise.all(
          shown.map(async (measured) => disagreementOver(measured, await projectOf(measured))),
        );
        return { what, count: differ.filter((disagreement) => disagreement !== undefined).length };
      }),
    );
    expect(counted).toEqual(KNOWN_DISAGREEMENTS.map(({ what, count }) => ({ what, count })));
  });
});

function isKnown({ id }: MeasuredCase): boolean {
  return KNOWN_DISAGREEMENTS.some(({ cases }) => cases?.test(id));
}

function projectOf({ files, target: name }: MeasuredCase): Promise<Project> {
  const contents = new Map(Object.entries(files).map(([file, text]) => [`${MEASURED_FOLDER}/${file}`, { text }]));
  const path = `${MEASURED_FOLDER}/redis.conf`;
  const text = files['redis.conf'] ?? '';
  const root = { uri: uriOf(path), path, text, kind: 'config', workingDirectory: MEASURED_FOLDER } as const;
  return loadProject(root, target(name), memoryFiles(contents));
}

function disagreementOver(measured: MeasuredCase, { refusals, settings }: Project): string | undefined {
  const [ours] = refusals;
  if (measured.verdict === 'ok' && ours === undefined) {
    const different = [...measured.settings].filter(
      ([name, value]) => byteString(settings.get(name)?.value ?? '') !== byteString(value),
    );
    return different.length === 0
      ? undefined
      : different.map(([name, value]) => `${name} is ${value}, we say ${settings.get(name)?.value}`).join('; ');
  }
  const said = [measured.line, measured.text, ...measured.log].filter((part) => part !== undefined).join(' ');
  if (ours === undefined) return `it ends with ${measured.verdict} ${said}`;
  return isSame(measured, ours)
    ? undefined
    : `it says ${measured.verdict} ${said}; we say ${ours.serverLine ?? ''} ${ours.serverSays}`;
}

function isSame({ verdict, line, text = '', log }: MeasuredCase, ours: Refusal): boolean {
  switch (verdict) {
    case 'ok':
      return false;
    case 'crash':
      return ours.serverSays === '';
    case 'fatal':
      return ours.serverLine === line && saysTheSame(text, ours.serverSays);
    case 'exit':
      return log.some((message) => saysTheSame(message, ours.serverSays) && namesLine(message, ours.serverLine));
  }
}

/** In the log only the lines of ACL files have numbers. */
function namesLine(message: string, line: number | undefined): boolean {
  return line === undefined || message.includes(`.acl:${line}`) || message.includes(`on line ${line}.`);
}
