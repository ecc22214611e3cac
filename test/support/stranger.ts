import { createHash } from 'node:crypto';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { languageClient } from './language-client.js';

/** Files after somebody has hardened them who knows nothing but the light bulb. */
export interface HardenedByLightBulb {
  readonly texts: ReadonlyMap<string, string>;
  /** Titles of what was taken, in order. */
  readonly taken: readonly string[];
  /** Clear passwords that were shown, or that stand in the files, by user. */
  readonly passwords: ReadonlyMap<string, string>;
  /** Findings that are left, with what to do about them by hand. */
  readonly left: readonly string[];
}

/** Takes the preferred offer for one diagnostic after the other until there is none left. */
export async function hardenByLightBulb(drawn: string, names: readonly string[]): Promise<HardenedByLightBulb> {
  let made = 0;
  const client = await languageClient(drawn, {
    randomBytes: (count) => new Uint8Array(count).fill(++made),
    capabilities: { textDocument: { diagnostic: {} }, workspace: { workspaceEdit: { documentChanges: true } } },
  });
  const messages: string[] = client.said;
  const tried = new Map<string, number>();
  const taken: string[] = [];
  for (const name of names) await client.open(name);

  const nextOffer = async (): Promise<CodeAction | undefined> => {
    for (const name of names) {
      for (const diagnostic of await client.diagnostics(name)) {
        const key = `${name} ${diagnostic.code} ${diagnostic.message}`;
        if ((tried.get(key) ?? 0) >= MOST_TRIES) continue;
        const offer = await preferred(name, diagnostic);
        if (offer === undefined) continue;
        tried.set(key, (tried.get(key) ?? 0) + 1);
        return offer;
      }
    }
    return undefined;
  };
  const preferred = async (name: string, diagnostic: Diagnostic): Promise<CodeAction | undefined> => {
    const { textDocument } = client.whole(name);
    const context = { diagnostics: [diagnostic], only: ['quickfix'] };
    const params = { textDocument, range: diagnostic.range, context };
    const actions: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', params);
    return actions.find(
      ({ isPreferred, diagnostics = [] }) =>
        isPreferred === true && diagnostics.some(({ code }) => code === diagnostic.code),
    );
  };

  for (let offer = await nextOffer(); offer !== undefined; offer = await nextOffer()) {
    taken.push(offer.title);
    await client.apply(offer.edit);
    const { command } = offer;
    if (command === undefined) continue;
    const params = { command: command.command, arguments: command.arguments ?? [] };
    await client.connection.sendRequest('workspace/executeCommand', params);
  }
  const texts = new Map(names.map((name) => [name, client.text(name)]));
  const left: string[] = [];
  for (const name of names)
    left.push(...(await client.diagnostics(name)).map(({ code, message }) => `${code}: ${message}`));
  await client.stop();
  const shown = messages.flatMap((message) => /password, shown only now: (\S+)/.exec(message)?.slice(1) ?? []);
  return { texts, taken, left, passwords: passwordsIn([...texts.values()].join('\n'), shown) };
}

/** The same sentence twice may be two lines; more often, a fix does not help. */
const MOST_TRIES = 3;

function passwordsIn(text: string, shown: readonly string[]): ReadonlyMap<string, string> {
  const passwords = new Map<string, string>();
  for (const [, user = '', rules = ''] of text.matchAll(/^user (\S+) (.*)$/gm)) {
    const secret = shown.find((clear) => rules.includes(createHash('sha256').update(clear).digest('hex')));
    const clear = secret ?? />(\S+)/.exec(rules)?.[1];
    if (clear !== undefined) passwords.set(user, clear);
  }
  const everyone = /^requirepass "?([^"\n]+)"?$/m.exec(text)?.[1];
  if (everyone !== undefined && !passwords.has('default')) passwords.set('default', everyone);
  return passwords;
}
