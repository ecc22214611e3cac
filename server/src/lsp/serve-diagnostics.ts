import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type FullDocumentDiagnosticReport,
  type UnchangedDocumentDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { actions } from '../features/actions.js';
import { touchesPlace } from '../features/ranges.js';
import type { Finding } from '../rules/define.js';
import { allowingAction } from './allowing.js';
import { codeActionOf } from './convert.js';
import { diagnosticsOf, findingsIn } from './diagnostics.js';
import { type Diagnostics, publisherFor } from './publisher.js';
import type { Analysis } from './session.js';
import { keyOf } from './uris.js';
import { editingFor, type Workbench } from './workbench.js';

/** Answers for diagnostics and for what mends them, or sends them where the client does not ask. */
export function serveDiagnostics(workbench: Workbench): { readonly changed: () => void } {
  const { connection, documents, guard, client } = workbench;
  connection.onCodeAction(guard('code actions', [], (params) => codeActions(workbench, params)));
  if (!client.pullsDiagnostics) {
    const publisher = publisherFor(
      {
        openFiles: () => documents.all(),
        diagnosticsAround: (uri) => diagnosticsAround(workbench, uri),
        publish: (uri, diagnostics, version) =>
          void connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) }),
      },
      workbench.host,
    );
    return { changed: () => publisher.soon() };
  }

  const { diagnostics } = connection.languages;
  diagnostics.on(
    guard('diagnostics', NOTHING, async ({ textDocument: { uri }, previousResultId }) =>
      reportOn(uri, await workbench.session.analysesOf(uri), previousResultId, workbench),
    ),
  );
  diagnostics.onWorkspace(
    guard('workspace diagnostics', { items: [] }, async ({ previousResultIds }) => {
      const before = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      return { items: await workspaceReports(workbench, before) };
    }),
  );
  return { changed: () => undefined };
}

type Report = FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport;

const NOTHING: FullDocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** Analyses are never changed, so that their numbers say whether anything is new. */
function reportOn(
  uri: string,
  analyses: readonly Analysis[],
  before: string | undefined,
  workbench: Workbench,
): Report {
  const resultId = analyses.map(numberOf).join('+') || NONE;
  if (resultId === before) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(uri, analyses, workbench.client) };
}

/** For every file that is read together with an open one; empty for those that were before. */
async function workspaceReports(
  workbench: Workbench,
  before: ReadonlyMap<string, string>,
): Promise<WorkspaceDocumentDiagnosticReport[]> {
  const around = await analysesAround(workbench);
  const gone = [...before.keys()].filter((uri) => !around.has(uri));
  return [...around, ...gone.map((uri): [string, readonly Analysis[]] => [uri, []])].map(([uri, analyses]) => ({
    ...reportOn(uri, analyses, before.get(uri), workbench),
    uri,
    version: workbench.documents.get(uri)?.version ?? null,
  }));
}

async function analysesAround({ documents, session }: Workbench): Promise<ReadonlyMap<string, readonly Analysis[]>> {
  const around = new Map<string, Set<Analysis>>();
  for (const { uri } of documents.all()) {
    for (const analysis of await session.analysesOf(uri)) {
      for (const read of analysis.project.documents.keys())
        around.set(read, (around.get(read) ?? new Set()).add(analysis));
    }
  }
  return new Map([...around].map(([uri, analyses]) => [uri, [...analyses]]));
}

async function diagnosticsAround(workbench: Workbench, uri: string): Promise<ReadonlyMap<string, Diagnostics>> {
  const analyses = await workbench.session.analysesOf(uri);
  const read = new Set([uri, ...analyses.flatMap(filesOf)]);
  return new Map(
    await Promise.all(
      [...read].map(async (about): Promise<[string, Diagnostics]> => {
        const holding = about === uri ? analyses : await workbench.session.analysesOf(about);
        const items: Diagnostic[] = diagnosticsOf(about, holding.length > 0 ? holding : analyses, workbench.client);
        return [about, { items, version: versionOf(about, analyses) }];
      }),
    ),
  );
}

/** All files that an analysis can have something to say about. */
function filesOf({ project, measures }: Analysis): readonly string[] {
  return [...project.documents.keys(), ...(measures.file === undefined ? [] : [measures.file.uri])];
}

function versionOf(uri: string, analyses: readonly Analysis[]): number | undefined {
  for (const { versions } of analyses)
    for (const [open, version] of versions) if (keyOf(open) === keyOf(uri)) return version;
  return undefined;
}

async function codeActions(workbench: Workbench, params: CodeActionParams): Promise<CodeAction[]> {
  const { session, secrets, folders } = workbench;
  const { uri } = params.textDocument;
  const { only, diagnostics } = params.context;
  const analyses = await session.analysesOf(uri);
  const [first] = analyses;
  if (first === undefined) return [];
  const findings = findingsIn(uri, analyses).map(({ finding }) => finding);
  const offers = actions(first.project, findings, params.range, only);
  const allowing = offers.some(({ kind }) => kind === CodeActionKind.QuickFix)
    ? findings
        .filter(({ at }) => touchesPlace(params.range, at))
        .map((finding) => allowingAction(finding, first, [...folders]))
        .filter((action) => action !== undefined)
    : [];
  const editing = editingFor(workbench, analyses);
  return [...offers, ...allowing].map((action) => {
    const about = diagnostics.filter((diagnostic) => isAbout(diagnostic, action.finding));
    const reveal = action.secret === undefined ? undefined : secrets.keep(action.secret);
    return codeActionOf(action, about, editing, reveal);
  });
}

function isAbout({ code, range }: Diagnostic, finding: Finding | undefined): boolean {
  if (finding === undefined || finding.rule !== code) return false;
  return finding.at.line === range.start.line && finding.at.start === range.start.character;
}

const NONE = 'none';
const numbers = new WeakMap<Analysis, number>();
let count = 0;

function numberOf(analysis: Analysis): number {
  const number = numbers.get(analysis) ?? ++count;
  numbers.set(analysis, number);
  return number;
}
