/** A channel or pattern of channels among the arguments of a command. */
export interface ChannelReference {
  /** Zero-based in the arguments, the command's name counted. */
  readonly index: number;
  /** A pattern must be allowed literally. */
  readonly isPattern: boolean;
}

/** The channels that a command would publish or subscribe to (`commands_with_channels`, db.c); leaving one is free. */
export function channelReferences(command: string, argv: readonly string[]): readonly ChannelReference[] {
  const last = LAST_CHANNEL[command];
  if (last === undefined) return [];
  const end = last === 'all' ? argv.length : 2;
  return Array.from({ length: end - 1 }, (_, i) => ({ index: i + 1, isPattern: command === 'psubscribe' }));
}

const LAST_CHANNEL: Readonly<Record<string, 'first' | 'all'>> = {
  publish: 'first',
  spublish: 'first',
  subscribe: 'all',
  ssubscribe: 'all',
  psubscribe: 'all',
};
