/** Takes names; gives them as a list in a sentence: `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** Takes numbers in order; gives those that follow one another by one together. */
export function runsOf(values: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = []
  for (const value of values) {
    const run = runs.at(-1)
    if (run !== undefined && run.at(-1) === value - 1) run.push(value)
    else runs.push([value])
  }
  return runs
}

/** Takes numbers in order; gives the distance from each to the next where it is always the same one and there are three or more, else null. */
export function progressionOf(values: readonly number[]): number | null {
  const [first = 0, second = 0] = values
  const step = second - first
  return values.length > 2 && values.every((value, index) => value === first + index * step) ? step : null
}

/** Takes a whole number; gives it as a place in a row: `1st`, `22nd`, `13th`. */
export function ordinal(number: number): string {
  const isTeen = Math.floor(number / 10) % 10 === 1
  return `${number}${(isTeen ? undefined : ENDINGS[number % 10]) ?? 'th'}`
}

const ENDINGS: readonly (string | undefined)[] = [undefined, 'st', 'nd', 'rd']
