import { useDesigner } from '../../store/designer'
import type { Spot } from './asks/ask'
import { drawingOf } from './drawing'
import { highlighted } from './highlight'

/** A little aside of the pointer, so that a form does not cover what it is about. */
const ASIDE = 12

/** Takes a point of the screen and any element of the canvas; gives the point in the canvas. */
export function spotAt(x: number, y: number, inside: Element | null): Spot {
  const pane = inside?.closest('section')?.getBoundingClientRect()
  return { x: x - (pane?.left ?? 0), y: y - (pane?.top ?? 0) + ASIDE }
}

/** Takes an element of the canvas; gives the spot just below it. */
export function spotBelow(element: Element): Spot {
  const { left, bottom } = element.getBoundingClientRect()
  return spotAt(left, bottom, element)
}

/** Takes the pane and the id of a node or edge; gives its element, or null. */
export function elementOf(pane: Element | null, id: string): HTMLElement | SVGElement | null {
  const element = pane?.querySelector(`[data-id="${CSS.escape(id)}"]`)
  return element instanceof HTMLElement || element instanceof SVGElement ? element : null
}

/** Puts the focus on what shows the selection, else on the pane, so that keys go on working after an edit. */
export function focusShown(pane: HTMLElement | null): void {
  const { manifest, selected } = useDesigner.getState()
  const id = highlighted(drawingOf(manifest), selected, null)
  const target = (id === null ? null : elementOf(pane, id)) ?? pane
  target?.focus({ preventScroll: true })
}
