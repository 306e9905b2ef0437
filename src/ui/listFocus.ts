const CONTROLS = 'input:not([type="radio"]:not(:checked)), textarea, select, button:not([tabindex="-1"])'

/** Takes a row; gives the controls in it that Tab reaches, in order. */
function controlsIn(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(CONTROLS)]
}

/** Takes a list element and a place in it; focuses the n-th control (the first by default) of that row, its text selected. Says whether it could. */
export function focusRow(list: Element | null, index: number, control = 0): boolean {
  const row = list?.children[index]
  if (row === undefined) return false
  const controls = controlsIn(row)
  const target = controls[Math.min(control, controls.length - 1)]
  target?.focus()
  if (target instanceof HTMLInputElement) target.select()
  return target !== undefined
}

/** Takes a list element and something inside; gives its row's place and which control of the row it is. */
export function placeIn(
  list: Element | null,
  inside: EventTarget,
): { index: number; control: number } | null {
  if (list === null || !(inside instanceof Element)) return null
  const index = [...list.children].findIndex((row) => row.contains(inside))
  const row = list.children[index]
  if (row === undefined) return null
  const control = controlsIn(row).findIndex((element) => element === inside)
  return { index, control: Math.max(0, control) }
}
