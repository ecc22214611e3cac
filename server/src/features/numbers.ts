/** `2,147,483,648` */
export function grouped(number: bigint | number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 command`, `3 commands` */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `EVAL, FUNCTION LOAD and 3 more`: some of many, as commands are written. */
export function some(names: readonly string[], most: number): string {
  const shown = names.slice(0, most).map(commandName).join(', ');
  return names.length <= most ? shown : `${shown} and ${names.length - most} more`;
}

/** `CONFIG GET` for `config|get`. */
export function commandName(name: string): string {
  return name.toUpperCase().replace('|', ' ');
}
