/**
 * Takes text, an expression, what to put for it, and which matches (`g` all, else the number of one); gives the text and
 * how many there were. In the replacement `&` is what matched, `\\&` itself; with groups `\\1` is the first one (gensub).
 */
export function substituted(
  text: string,
  regex: RegExp,
  by: string,
  which: number | 'g',
  hasGroups = false,
): { readonly text: string; readonly count: number } {
  let count = 0
  let seen = 0
  regex.lastIndex = 0
  const result = text.replace(regex, (...match: readonly unknown[]) => {
    seen += 1
    const whole = String(match[0])
    if (which !== 'g' && seen !== which) return whole
    count += 1
    return by.replaceAll(/\\([&\\]|\d)|&/g, (mark, letter: string | undefined) => {
      if (mark === '&') return whole
      if (letter === undefined || !/\d/.test(letter)) return letter ?? ''
      if (!hasGroups) return mark
      const group = match[Number(letter)]
      return typeof group === 'string' ? group : ''
    })
  })
  return { text: result, count }
}
