import { type CompletionItem, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { completeSnippet } from '../features/complete-snippet.js';
import { completion, completionDetails } from '../features/completion.js';
import { definition } from '../features/definition.js';
import { folding } from '../features/folding.js';
import { format } from '../features/format.js';
import { hints } from '../features/hints.js';
import { hover } from '../features/hover.js';
import { lenses, lensTitle } from '../features/lens.js';
import { links } from '../features/links.js';
import { highlights, references } from '../features/references.js';
import { rename, renameable } from '../features/rename.js';
import { selection } from '../features/selection.js';
import { signature } from '../features/signature.js';
import { symbols } from '../features/symbols.js';
import { plainText } from '../text/snippet-text.js';
import { workspaceEditOf } from './convert.js';
import { editingFor, inProject, type Workbench } from './workbench.js';

/** Answers what is asked of a file and a place in it: each request is one feature, called with the file's project. */
export function serveFeatures(workbench: Workbench): void {
  const { connection, client, guard } = workbench;
  const { languages } = connection;

  connection.onCompletion(
    guard('completion', [], ({ textDocument: { uri }, position }, token) =>
      inProject(workbench, uri, token, [], (project) => {
        const snippets = client.readsFiles ? [] : completeSnippet(project, uri, position);
        const items = [...completion(project, uri, position), ...snippets];
        return items.map((item) => ({ ...asFor(item, client.snippetCompletions), data: uri }));
      }),
    ),
  );
  connection.onCompletionResolve((item, token) =>
    guard('completion details', item, () =>
      inProject(workbench, String(item.data), token, item, (project) =>
        completionDetails(project, String(item.data), item),
      ),
    )(item, token),
  );
  connection.onHover(
    guard('hover', null, ({ textDocument: { uri }, position }, token) =>
      inProject(workbench, uri, token, null, (project) => hover(project, uri, position)),
    ),
  );
  connection.onSignatureHelp(
    guard('signature help', null, ({ textDocument: { uri }, position }, token) =>
      inProject(workbench, uri, token, null, (project) => signature(project, uri, position)),
    ),
  );
  connection.onDefinition(
    guard('definition', [], ({ textDocument: { uri }, position }, token) =>
      inProject(workbench, uri, token, [], (project) => [...definition(project, uri, position)]),
    ),
  );
  connection.onReferences(
    guard('references', [], ({ textDocument: { uri }, position, context }, token) =>
      inProject(workbench, uri, token, [], (project) => [...references(project, uri, position, context)]),
    ),
  );
  connection.onDocumentHighlight(
    guard('highlights', [], ({ textDocument: { uri }, position }, token) =>
      inProject(workbench, uri, token, [], (project) => [...highlights(project, uri, position)]),
    ),
  );
  connection.onPrepareRename(
    guard('rename', null, ({ textDocument: { uri }, position }, token) =>
      inProject(workbench, uri, token, null, (project) => renameable(project, uri, position) ?? null),
    ),
  );
  connection.onRenameRequest(
    guard('rename', null, ({ textDocument: { uri }, position, newName }, token) =>
      inProject(workbench, uri, token, null, (project, analysis) => {
        const renamed = rename(project, uri, position, newName);
        if ('refused' in renamed) throw new ResponseError(LSPErrorCodes.RequestFailed, renamed.refused);
        return workspaceEditOf(renamed.edits, undefined, editingFor(workbench, [analysis]));
      }),
    ),
  );
  connection.onDocumentLinks(
    guard('links', [], ({ textDocument: { uri } }, token) =>
      inProject(workbench, uri, token, [], (project) => [...links(project, uri)]),
    ),
  );
  connection.onDocumentSymbol(
    guard('symbols', [], ({ textDocument: { uri } }, token) =>
      inProject(workbench, uri, token, [], (project) => [...symbols(project, uri)]),
    ),
  );
  connection.onFoldingRanges(
    guard('folding', [], ({ textDocument: { uri } }, token) =>
      inProject(workbench, uri, token, [], (project) => [...folding(project, uri)]),
    ),
  );
  connection.onSelectionRanges(
    guard('selection', [], ({ textDocument: { uri }, positions }, token) =>
      inProject(workbench, uri, token, [], (project) => [...selection(project, uri, positions)]),
    ),
  );
  connection.onDocumentFormatting(
    guard('formatting', [], ({ textDocument: { uri } }, token) =>
      inProject(workbench, uri, token, [], (project) => [...format(project, uri, undefined)]),
    ),
  );
  connection.onDocumentRangeFormatting(
    guard('formatting', [], ({ textDocument: { uri }, range }, token) =>
      inProject(workbench, uri, token, [], (project) => [...format(project, uri, range)]),
    ),
  );
  connection.onCodeLens(
    guard('lenses', [], ({ textDocument: { uri } }, token) =>
      inProject(workbench, uri, token, [], (project) => [...lenses(project, uri)]),
    ),
  );
  connection.onCodeLensResolve((lens, token) =>
    guard('lens', lens, () =>
      inProject(workbench, uriIn(lens.data), token, lens, (project) => {
        const title = lensTitle(project, uriIn(lens.data), lens.range.start.line) ?? '';
        return { ...lens, command: { title, command: '' } };
      }),
    )(lens, token),
  );
  languages.inlayHint.on(
    guard('hints', [], ({ textDocument: { uri }, range }, token) =>
      inProject(workbench, uri, token, [], (project) => [...hints(project, uri, range)]),
    ),
  );
}

/** Clients without snippets are given the text that is left when nobody fills anything in. */
function asFor(item: CompletionItem, snippets: boolean): CompletionItem {
  const { insertTextFormat, textEdit, ...rest } = item;
  if (snippets || insertTextFormat === undefined || textEdit === undefined) return item;
  return { ...rest, textEdit: { ...textEdit, newText: plainText(textEdit.newText) } };
}

function uriIn(data: unknown): string {
  return typeof data === 'object' && data !== null && 'uri' in data ? String(data.uri) : '';
}
