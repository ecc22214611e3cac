import { expect } from 'vitest';
import type { Reply } from './servers/connection.js';

/** Asks again until the answer is the one hoped for; fails when a minute brings none. */
export async function eventually(question: () => Promise<Reply>, hoped: RegExp): Promise<void> {
  let answer = '';
  for (let i = 0; i < 240; i++) {
    const reply = await question();
    answer = typeof reply === 'string' ? reply : JSON.stringify(reply);
    if (hoped.test(answer)) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  expect(answer).toMatch(hoped);
}
