import type { Choices } from './choices.js';

/** A text in which the folders of the snippets are those of the product, and the files lie where they will lie. */
export function placed(text: string, { folder, target: { product } }: Choices): string {
  return text
    .replaceAll('/run/secrets/', `${folder}/`)
    .replaceAll('/etc/redis/', `${folder}/`)
    .replaceAll('/var/lib/redis', `/var/lib/${product}`)
    .replaceAll('/var/log/redis/redis-server', `/var/log/${product}/${product}-server`);
}
