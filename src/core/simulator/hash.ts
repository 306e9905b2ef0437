/** Takes a text; gives its FNV-32a hash. */
export function hash(text: string): number {
  let result = 0x811c9dc5
  for (let at = 0; at < text.length; at++) result = Math.imul(result ^ text.charCodeAt(at), 0x01000193)
  return result >>> 0
}

/** Takes a text; gives 64 hexadecimal digits made from it, as the ids of containers are. */
export function longId(text: string): string {
  return Array.from({ length: 8 }, (_none, part) =>
    hash(`${part} ${text}`).toString(16).padStart(8, '0'),
  ).join('')
}
