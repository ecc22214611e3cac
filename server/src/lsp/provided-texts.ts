import { effectiveText } from '../features/effective-text.js';
import { pageOf } from '../rules/page.js';
import { RULES } from '../rules/registry.js';
import { CONTENT_SCHEME } from './abilities.js';
import { inProject, type Workbench } from './workbench.js';

/** The address of what a server would run with that is started with a file; it is called like the file. */
export function effectiveUri(rootUri: string): string {
  const name = rootUri.slice(rootUri.lastIndexOf('/') + 1);
  return `${CONTENT_SCHEME}:/effective/${name}?${encodeURIComponent(rootUri)}`;
}

/** The texts of this server, by address: for editors that show them as read-only documents. */
export function serveTexts(workbench: Workbench): { readonly changed: () => void } {
  const { connection, client, guard, host } = workbench;
  const shown = new Set<string>();
  let cancel = (): void => {};
  connection.workspace.textDocumentContent.on(
    guard('text', { text: '' }, async ({ uri }, token) => {
      const rule = /^redis-hardening:\/rules\/([a-z0-9-]+)\.md$/.exec(uri)?.[1];
      if (rule !== undefined) return { text: rulePage(rule) ?? '' };
      const root = rootOf(uri);
      if (root === undefined) return { text: '' };
      shown.add(uri);
      return { text: await inProject(workbench, root, token, '', effectiveText) };
    }),
  );
  return {
    changed() {
      if (!client.showsDocumentContent || shown.size === 0) return;
      cancel();
      cancel = host.after(REFRESH, () => {
        for (const uri of shown)
          void connection.workspace.textDocumentContent.refresh(uri).catch(() => shown.delete(uri));
      });
    },
  };
}

/** The page of a rule, in Markdown; undefined where there is no such rule. */
export function rulePage(id: string): string | undefined {
  const rule = RULES.find((known) => known.id === id);
  return rule && `${pageOf(rule)}\n`;
}

function rootOf(uri: string): string | undefined {
  const root = /^redis-hardening:\/effective\/[^?]*\?(.+)$/.exec(uri)?.[1];
  if (root === undefined) return undefined;
  try {
    return decodeURIComponent(root);
  } catch {
    return undefined;
  }
}

/** Milliseconds after a change. */
const REFRESH = 300;
