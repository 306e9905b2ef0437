/**
 * Takes what the server would say; gives it without the regular expression it ends with: the words before say the
 * same, and the examples stay. (Nor with its double spaces.)
 */
export function complaint(said: string | null): string | null {
  return said === null
    ? null
    : said.replaceAll(/,? *regex used for validation is '[^']*'/g, '').replaceAll(/ {2,}/g, ' ')
}
