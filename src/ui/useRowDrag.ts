import { useState, type PointerEvent, type RefObject } from 'react'

/** Where a dragged row would come to stand. */
export interface RowDrag {
  readonly from: number
  readonly to: number
}

/** What a handle needs to drag its row. */
export interface DragHandlers {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerUp: () => void
  readonly onPointerCancel: () => void
}

/**
 * Takes a list element and what moves its rows; gives the drag that is under way, and the handlers of a row's handle.
 * Rows stay where they are while one drags: the place to drop is marked, so that no control loses what is typed in it.
 */
export function useRowDrag(
  list: RefObject<HTMLElement | null>,
  onMove: (from: number, to: number) => void,
): { readonly drag: RowDrag | null; readonly handle: (index: number) => DragHandlers } {
  const [drag, setDrag] = useState<RowDrag | null>(null)
  const handle = (index: number): DragHandlers => ({
    onPointerDown: (event) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      setDrag({ from: index, to: index })
    },
    onPointerMove: (event) => {
      if (drag === null) return
      const to = rowUnder(list.current, event.clientY, drag.from)
      if (to !== drag.to) setDrag({ from: drag.from, to })
    },
    onPointerUp: () => {
      setDrag(null)
      if (drag !== null && drag.from !== drag.to) onMove(drag.from, drag.to)
    },
    onPointerCancel: () => setDrag(null),
  })
  return { drag, handle }
}

/** The place of a row that is dragged to that height: it passes a row when it is past its middle. */
function rowUnder(list: HTMLElement | null, y: number, from: number): number {
  let to = from
  for (const [index, row] of [...(list?.children ?? [])].entries()) {
    const { top, bottom } = row.getBoundingClientRect()
    const middle = (top + bottom) / 2
    if (index < from && y < middle) return index
    if (index > from && y > middle) to = index
  }
  return to
}
