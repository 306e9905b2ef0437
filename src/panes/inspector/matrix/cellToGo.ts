import type { KeyboardEvent } from 'react'

const STEPS: Readonly<Record<string, readonly [down: number, across: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/**
 * Takes a key pressed in a table of inputs; gives the input of the cell to go to, or null. Left and right leave a
 * text only at its ends.
 */
export function cellToGo(event: KeyboardEvent<HTMLElement>): HTMLInputElement | null {
  const step = STEPS[event.key]
  const { target } = event
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null
  if (!(target instanceof HTMLInputElement) || !leaves(target, step[1])) return null
  const cell = target.closest('td')
  const row = cell?.parentElement
  if (!(row instanceof HTMLTableRowElement) || cell === null) return null
  const rows = [...(row.closest('table')?.rows ?? [])]
  const next = rows[rows.indexOf(row) + step[0]]?.cells[cell.cellIndex + step[1]]
  return next?.querySelector('input') ?? null
}

function leaves(input: HTMLInputElement, across: number): boolean {
  if (across === 0) return true
  const whole = input.selectionStart === 0 && input.selectionEnd === input.value.length
  return (
    whole ||
    (input.selectionStart === input.selectionEnd &&
      input.selectionEnd === (across < 0 ? 0 : input.value.length))
  )
}
