const BYTE_ORDER_MARK = 0xfeff

/** Takes a text and an offset; gives the end of that line, before its line break. */
export function endOfLine(text: string, offset: number): number {
  let at = offset
  while (at < text.length && !isBreak(text.charCodeAt(at))) at++
  return at
}

/** Takes a text and an offset; gives the start of that line, behind a byte order mark. */
export function startOfLine(text: string, offset: number): number {
  let at = offset
  while (at > 0 && !isBreak(text.charCodeAt(at - 1))) at--
  return at === 0 && offset > 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : at
}

/** Takes a text and an offset; gives the offset before the line break that ends there, or the same where none does. */
export function endOfLineBefore(text: string, lineStart: number): number {
  if (text[lineStart - 1] === '\n') return text[lineStart - 2] === '\r' ? lineStart - 2 : lineStart - 1
  return text[lineStart - 1] === '\r' ? lineStart - 1 : lineStart
}

/** Takes a text and an offset at the end of a line; gives the start of the next line (the text's end where none is). */
export function startOfNextLine(text: string, lineEnd: number): number {
  if (text[lineEnd] === '\r' && text[lineEnd + 1] === '\n') return lineEnd + 2
  return Math.min(lineEnd + 1, text.length)
}

/**
 * Takes a text and an offset; gives the offset of the next character that is neither white space, nor a line break,
 * nor in a comment, nor (with `commas`) a comma, nor a byte order mark at the start.
 */
export function afterSpace(text: string, offset: number, commas = false): number {
  let at = offset
  while (at < text.length) {
    const char = text.charCodeAt(at)
    if (char === 32 || char === 9 || isBreak(char) || char === BYTE_ORDER_MARK || (commas && char === 44))
      at++
    else if (char === 35 && (at === 0 || isSpaceOrComma(text.charCodeAt(at - 1)))) at = endOfLine(text, at)
    else break
  }
  return at
}

function isBreak(char: number): boolean {
  return char === 10 || char === 13
}

function isSpaceOrComma(char: number): boolean {
  return char === 32 || char === 9 || char === 44 || char === BYTE_ORDER_MARK || isBreak(char)
}
