const ALPHABET = /[A-Za-z0-9+/]/

/**
 * Takes a text; gives what Go's encoding/base64 says where it is not base64 with padding, or null. The position is that
 * of CorruptInputError: line ends count, though they are skipped.
 */
export function base64Fault(text: string): string | null {
  const at = faultAt(new TextEncoder().encode(text))
  return at === null ? null : `illegal base64 data at input byte ${at}`
}

function faultAt(bytes: Uint8Array): number | null {
  let read = 0
  const skipLineEnds = (): void => {
    while (bytes[read] === 10 || bytes[read] === 13) read++
  }
  for (;;) {
    for (let digits = 0; digits < 4; digits++) {
      skipLineEnds()
      const byte = bytes[read]
      if (byte === undefined) return digits === 0 ? null : read - digits
      read++
      if (byte === 61) return paddingFault(digits)
      if (!ALPHABET.test(String.fromCharCode(byte))) return read - 1
    }
  }

  /** Behind the first `=`, `digits` digits into a group of four: one more where two are missing, then the end. */
  function paddingFault(digits: number): number | null {
    if (digits < 2) return read - 1
    if (digits === 2) {
      skipLineEnds()
      if (bytes[read] === undefined) return bytes.length
      if (bytes[read] !== 61) return read
      read++
    }
    skipLineEnds()
    return bytes[read] === undefined ? null : read
  }
}
