import type { Diagnostic } from 'vscode-languageserver';
import type { Host } from './host.js';
import { keyOf } from './uris.js';

/** What the publisher needs: who is open, what is to be said of whom, and how to say it. */
export interface Desk {
  openFiles(): readonly { readonly uri: string; readonly version: number }[];
  /** What is to be shown for the file and for all that are read with it. */
  diagnosticsAround(uri: string): Promise<ReadonlyMap<string, Diagnostics>>;
  publish(uri: string, diagnostics: Diagnostic[], version: number | undefined): void;
}

export interface Diagnostics {
  readonly items: Diagnostic[];
  /** Of the text that was judged; undefined for a file that is not open. */
  readonly version: number | undefined;
}

/** Sends diagnostics to clients that do not ask for them. */
export interface Publisher {
  /** Something has changed: soon, but once for many changes. */
  soon(): void;
}

/** Publishes after a pause in the changes; drops what is older than what the editor shows. */
export function publisherFor(desk: Desk, host: Host): Publisher {
  let cancel = (): void => {};
  let round = 0;
  let shown = new Set<string>();

  const publish = async (): Promise<void> => {
    const mine = ++round;
    const all = new Map<string, Diagnostics>();
    for (const { uri } of desk.openFiles()) {
      for (const [about, diagnostics] of await desk.diagnosticsAround(uri)) all.set(about, diagnostics);
      if (mine !== round) return;
    }
    const versions = new Map(desk.openFiles().map(({ uri, version }) => [keyOf(uri), version]));
    for (const [uri, { items, version }] of all) {
      if (versions.get(keyOf(uri)) === version) desk.publish(uri, items, version);
    }
    for (const uri of shown) if (!all.has(uri)) desk.publish(uri, [], undefined);
    shown = new Set(all.keys());
  };

  return {
    soon() {
      cancel();
      cancel = host.after(PAUSE, () => void publish());
    },
  };
}

/** Milliseconds without a change before diagnostics are made: shorter than a person notices, longer than one key press. */
const PAUSE = 60;
