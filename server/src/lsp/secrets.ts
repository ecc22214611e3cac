/** Passwords that were made for fixes and that their users have not seen yet. Each can be taken once. */
export interface Secrets {
  /** Keeps a secret and gives the word by which it is taken. */
  keep(secret: string): string;
  /** Undefined for one that was taken before, or that nobody took for long. */
  take(word: string): string | undefined;
}

/** Keeps secrets as long as they may still be asked for. */
export function keptSecrets(): Secrets {
  const kept = new Map<string, string>();
  const words = new Map<string, string>();
  let count = 0;
  return {
    keep(secret) {
      const known = words.get(secret);
      if (known !== undefined) return known;
      const word = String(++count);
      kept.set(word, secret);
      words.set(secret, word);
      const [oldest] = kept.keys();
      if (kept.size > MOST && oldest !== undefined) forget(oldest);
      return word;
    },
    take(word) {
      const secret = kept.get(word);
      forget(word);
      return secret;
    },
  };

  function forget(word: string): void {
    words.delete(kept.get(word) ?? '');
    kept.delete(word);
  }
}

/** Light bulbs are asked for their offers much more often than anything is taken. */
const MOST = 200;
