/** Takes a text; gives its FNV-32a hash. */
export function hash(text: string): number {
  let result = 0x811c9dc5
  for (let at = 0; at < text.length; at++) result = Math.imul(result ^ text.charCodeAt(at), 0x01000193)
  return result >>> 0
}
