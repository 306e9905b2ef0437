/**
 * A text box turns every line end into `\n` (HTML, "API value"). Takes a text as it was and what a text box made of
 * it after an edit; gives the edited text with the line ends that it had. New lines end as most of the others do.
 */
export function keepLineEnds(before: string, edited: string): string {
  const ends = [...before.matchAll(/\r\n|\r|\n/g)]
  if (!ends.some(([end]) => end !== '\n')) return edited
  const shown = shownText(before)
  const most = Math.min(shown.length, edited.length)
  let start = 0
  while (start < most && shown[start] === edited[start]) start++
  let end = 0
  while (end < most - start && shown.at(-1 - end) === edited.at(-1 - end)) end++
  const pairs = ends.filter((found) => found[0] === '\r\n')
  const written = pairs.length * 2 > ends.length ? '\r\n' : '\n'
  // A place in the shown text is as many letters further on in the other as there are pairs before it.
  const placeOf = (at: number): number =>
    at + pairs.filter(({ index }, earlier) => index - earlier < at).length
  const head = before.slice(0, placeOf(start))
  const rest =
    edited.slice(start, edited.length - end).replaceAll('\n', written) +
    before.slice(placeOf(shown.length - end))
  // What now stand side by side are two line ends, not one of two letters.
  const apart = (ending: string): string => '\n'.repeat(ending.length)
  return (rest.startsWith('\n') ? head.replace(/\r+$/, apart) : head) + rest
}

/** Takes a text; gives it as a text box shows it. */
export function shownText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n')
}
