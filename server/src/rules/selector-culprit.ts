import { aclGround } from '../model/acl-ground.js';
import type { Project } from '../model/project.js';
import { applyToSelector, newSelector } from '../model/selector-rules.js';
import type { Span } from '../text/place.js';

/**
 * The ACL rule for which a server refuses a whole selector: it names the selector and does not say which.
 * @param text as written, with its parentheses and the quotes that may stand around it
 * @returns columns in `text`; undefined for a text that is no selector, or none that is refused
 */
export function culpritIn(text: string, { catalog, settings }: Project): Span | undefined {
  const [open] = /^["']?\(/.exec(text) ?? [];
  const [close] = /\)["']?$/.exec(text) ?? [];
  if (open === undefined || close === undefined) return undefined;
  const ground = aclGround(catalog, settings.get('acl-pubsub-default')?.value);
  const selector = newSelector(ground);
  const inside = text.slice(open.length, text.length - close.length);
  for (const { 0: rule, index } of inside.matchAll(/[^\s"']+/g)) {
    const start = open.length + index;
    if (applyToSelector(selector, rule, ground) !== undefined) return { start, end: start + rule.length };
  }
  return undefined;
}
