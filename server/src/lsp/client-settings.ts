import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { ClientAbilities } from './abilities.js';
import { readSettings, type Settings } from './settings.js';

/** The settings of one client, kept until `forget`. */
export interface ClientSettings {
  for(uri: string): Promise<Settings>;
  forget(): void;
  /** Takes settings from a client that sends them instead of being asked: `workspace/didChangeConfiguration`. */
  take(settings: unknown): void;
}

/**
 * Asks the client for the section `redisHardening`; clients that cannot be asked give it in their initialization options.
 * What is wrong with the settings is said once.
 */
export function clientSettings(connection: Connection, client: ClientAbilities, initial: unknown): ClientSettings {
  const known = new Map<string, Promise<Settings>>();
  const said = new Set<string>();
  let given = initial;

  const ask = async (uri: string): Promise<Settings> => {
    const answer: unknown = client.answersConfiguration
      ? await connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION })
      : given;
    const { settings, problems } = readSettings(isEmpty(answer) ? given : answer);
    for (const problem of problems) {
      if (said.has(problem)) continue;
      said.add(problem);
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: problem });
    }
    return settings;
  };

  return {
    for(uri) {
      const settings = known.get(uri) ?? ask(uri);
      known.set(uri, settings);
      return settings;
    },
    forget: () => known.clear(),
    take(settings) {
      const section = sectionOf(settings);
      if (!isEmpty(section)) given = section;
    },
  };
}

const SECTION = 'redisHardening';

function sectionOf(settings: unknown): unknown {
  if (typeof settings !== 'object' || settings === null) return undefined;
  return new Map<string, unknown>(Object.entries(settings)).get(SECTION);
}

function isEmpty(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}
