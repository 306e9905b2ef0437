/** What the bytes of a value are. */
export type Decoded =
  | { readonly is: 'text'; readonly text: string }
  /** Bytes that are no UTF-8 text, or that an editor of text would not show. */
  | { readonly is: 'binary'; readonly bytes: number }
  | { readonly is: 'invalid' }

/** Takes base64 as Go's encoding/json reads it (RFC 4648 with padding; line ends in it are skipped); gives its bytes, or null. */
export function bytesOfBase64(base64: string): Uint8Array | null {
  const packed = base64.replaceAll(/[\r\n]/g, '')
  if (packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(packed)) return null
  return Uint8Array.from(atob(packed), (letter) => letter.codePointAt(0) ?? 0)
}

/** Takes base64 as `bytesOfBase64` does; gives what it holds. */
export function decodeBase64(base64: string): Decoded {
  const bytes = bytesOfBase64(base64)
  if (bytes === null) return { is: 'invalid' }
  const text = textOfBytes(bytes)
  return text === null ? { is: 'binary', bytes: bytes.length } : { is: 'text', text }
}

/** Takes bytes; gives them as base64 with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  let letters = ''
  for (const byte of bytes) letters += String.fromCodePoint(byte)
  return btoa(letters)
}

/** Takes a text; gives its UTF-8 bytes. */
export function bytesOfText(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Takes bytes; gives the text they are in UTF-8, or null where they are none or hold a NUL. */
export function textOfBytes(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}
