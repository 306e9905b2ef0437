import { useReactFlow } from '@xyflow/react'
import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { useDesigner } from '../../store/designer'
import { samePath } from '../../core/kubernetes/path'
import { deedsOf, type Deeds } from './deeds'
import type { Drawing } from './drawing'
import { isArrow, neighbourOf } from './neighbours'
import { elementOf } from './spots'
import type { ViewControl } from './useView'

/** What {@link useCanvasKeys} takes. */
export interface CanvasKeys {
  readonly drawing: Drawing
  readonly highlight: string | null
  readonly view: ViewControl
  /** What can be done with what is selected. */
  readonly deeds: Deeds | null
  readonly pick: (id: string | null) => void
  readonly act: (deeds: Deeds | null, which: 'removal' | 'duplication' | 'up' | 'down') => boolean
  readonly rename: (id: string) => void
}

/** Gives what the canvas does with keys while the focus is in it. A key it has no use for goes on to the page. */
export function useCanvasKeys(canvas: CanvasKeys): (event: KeyboardEvent<HTMLElement>) => void {
  const { zoomIn, zoomOut } = useReactFlow()
  return (event) => {
    const { target, currentTarget } = event
    if (event.defaultPrevented || !(target instanceof Element) || target.closest('form, input, [role=menu]'))
      return
    const id = target.closest('.react-flow__node, .react-flow__edge')?.getAttribute('data-id') ?? null
    const isTaken = withModifier(event)
      ? pressedWithModifier(event, id, canvas)
      : pressed(event, id, canvas, currentTarget) ||
        zoomed(event.key, { zoomIn, zoomOut, fit: canvas.view.fit })
    if (!isTaken) return
    event.preventDefault()
    event.stopPropagation()
  }
}

function withModifier({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey
}

function pressedWithModifier(event: KeyboardEvent, id: string | null, canvas: CanvasKeys): boolean {
  const deeds = focusedDeeds(canvas, id)
  if (!event.altKey) return event.key.toLowerCase() === 'd' && canvas.act(deeds, 'duplication')
  if (event.ctrlKey || event.metaKey) return false
  return (
    (event.key === 'ArrowUp' && canvas.act(deeds, 'up')) ||
    (event.key === 'ArrowDown' && canvas.act(deeds, 'down'))
  )
}

/**
 * What the keys mean is what has the focus. A port has none of its own: it is meant when it is selected and lies in
 * what has the focus. Without any focus it is the selection, where the canvas shows just that.
 */
function focusedDeeds({ drawing, highlight, deeds }: CanvasKeys, id: string | null): Deeds | null {
  if (id !== null && id !== highlight) return deedsOf(drawing, id)
  if (id !== null) return deeds
  const { selected } = useDesigner.getState()
  const shown =
    highlight === null
      ? undefined
      : (drawing.nodes.get(highlight)?.path ?? drawing.edges.get(highlight)?.paths[0])
  return shown !== undefined && samePath(shown, selected) ? deeds : null
}

function pressed(event: KeyboardEvent, id: string | null, canvas: CanvasKeys, pane: HTMLElement): boolean {
  const { key } = event
  const target = id ?? canvas.highlight
  if (
    (key === 'Enter' || key === ' ') &&
    id !== null &&
    event.target instanceof Element &&
    !event.target.matches('button')
  ) {
    if (key === 'Enter' && id === canvas.highlight) canvas.rename(id)
    else canvas.pick(id)
    return true
  }
  if (key === 'Delete' || key === 'Backspace') return canvas.act(focusedDeeds(canvas, id), 'removal')
  if (key === 'F2' && target !== null) {
    canvas.rename(target)
    return true
  }
  if (isArrow(key) && target !== null && !isInToolbar(event.target)) {
    const next = neighbourOf(canvas.drawing, target, key)
    if (next !== null) focusOn(pane, next)
    return true
  }
  if (key === 'Escape' && canvas.highlight !== null) {
    canvas.pick(null)
    return true
  }
  if (key.toLowerCase() === 'c' && target !== null) {
    if (target !== canvas.highlight) flushSync(() => canvas.pick(target))
    pane.querySelector<HTMLElement>('[data-deed=connect]')?.click()
    return true
  }
  return false
}

function isInToolbar(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[role=toolbar]') !== null
}

/** Takes the pane and an id; puts the focus on that node or edge. */
function focusOn(pane: HTMLElement, id: string): void {
  elementOf(pane, id)?.focus()
}

function zoomed(
  key: string,
  zoom: {
    readonly zoomIn: () => Promise<boolean>
    readonly zoomOut: () => Promise<boolean>
    readonly fit: () => void
  },
): boolean {
  if (key === '+' || key === '=') void zoom.zoomIn()
  else if (key === '-') void zoom.zoomOut()
  else if (key === '0' || key.toLowerCase() === 'f') zoom.fit()
  else return false
  return true
}
