import type { Json } from '../../../kubernetes/json'
import { textOf } from '../../../kubernetes/shape'
import { DESCRIPTION, writeTabbed } from '../tabWriter'

/*
 * How `kubectl describe` writes (staging/src/k8s.io/kubectl/pkg/describe/describe.go): lines at levels of two spaces
 * each, whose cells are divided by tabs.
 */

/** A description while it is written. */
export class Description {
  private readonly lines: string[] = []

  /** Takes a level and a text, whose cells are divided by tabs; adds it. */
  line(level: number, text: string): void {
    this.lines.push(...`${'  '.repeat(level)}${text}`.split('\n'))
  }

  /** Takes a name and its values; adds the name with the first of them, the others below it. None is `<none>`. */
  list(level: number, name: string, values: readonly string[]): void {
    const [first = '<none>', ...others] = values
    this.line(level, `${name}:\t${first}`)
    for (const other of others) this.line(level, `\t${other}`)
  }

  /** Gives the text, its columns one under the other. */
  written(): string {
    return writeTabbed(
      this.lines.map((line) => line.split('\t')),
      DESCRIPTION,
    )
  }
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Takes a time of the API; gives it as Go's RFC1123Z writes it. No time is Go's first. */
export function longTime(value: Json | undefined): string {
  const time = new Date(textOf(value))
  if (Number.isNaN(time.getTime())) return 'Mon, 01 Jan 0001 00:00:00 +0000'
  const day = String(time.getUTCDate()).padStart(2, '0')
  const clock = time.toISOString().slice(11, 19)
  const month = MONTHS[time.getUTCMonth()] ?? ''
  return `${DAYS[time.getUTCDay()] ?? ''}, ${day} ${month} ${time.getUTCFullYear()} ${clock} +0000`
}

/** Takes a value; gives it as describe writes a boolean (printBool). */
export function trueOrFalse(value: Json | undefined): string {
  return value === true ? 'True' : 'False'
}

/** Takes texts; gives them as Go prints a list. */
export function goTexts(texts: readonly string[]): string {
  return `[${texts.join(' ')}]`
}
