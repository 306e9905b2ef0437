/** How many bytes the values of a ConfigMap or Secret may have together (core MaxSecretSize). */
export const MOST_BYTES = 1_048_576

/** Takes a text; gives its size in bytes. */
export function textSize(text: string): number {
  return text.length > MOST_BYTES ? text.length : new TextEncoder().encode(text).length
}

/** Takes base64 that can be decoded; gives how many bytes it stands for. */
export function decodedSize(base64: string): number {
  const digits = base64.replaceAll(/[\r\n=]/g, '').length
  return Math.floor((digits * 3) / 4)
}
