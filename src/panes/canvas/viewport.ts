/** Where the picture lies under the pane: its offset and how large it is drawn. */
export interface View {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

interface Size {
  readonly width: number
  readonly height: number
}

/** What lies over the pane's edges: the toolbar above, the controls below, a little air at the sides. */
const INSETS = { top: 56, bottom: 60, side: 12 } as const

/** What the map in the corner takes of the foot. */
export const MAP_HEIGHT = 80

/** Takes the pane's size (without what the map takes), the picture's and the smallest zoom; gives the view that shows all of it, never enlarged. What would be too small is made to fit across, and shown from its top left corner. */
export function fittedView(pane: Size, picture: Size, smallest: number): View {
  const room = {
    width: Math.max(1, pane.width - 2 * INSETS.side),
    height: Math.max(1, pane.height - INSETS.top - INSETS.bottom),
  }
  const across = Math.min(1, room.width / Math.max(1, picture.width))
  const whole = Math.min(across, room.height / Math.max(1, picture.height))
  const zoom = whole >= smallest ? whole : Math.max(smallest, across)
  const spareX = room.width - picture.width * zoom
  const spareY = room.height - picture.height * zoom
  return {
    x: Math.round(INSETS.side + Math.max(0, spareX / 2)),
    y: Math.round(INSETS.top + Math.max(0, spareY * 0.4)),
    zoom,
  }
}

/** Takes the pane's size, the view and a rectangle of the picture; gives the nearest view that shows the rectangle, or null where it shows already. */
export function viewShowing(
  pane: Size,
  view: View,
  box: Size & { readonly x: number; readonly y: number },
): View | null {
  const shift = (start: number, size: number, from: number, to: number): number => {
    if (size > to - from || start < from) return from - start
    return Math.min(0, to - (start + size))
  }
  const { x, y, zoom } = view
  const dx = shift(box.x * zoom + x, box.width * zoom, INSETS.side, pane.width - INSETS.side)
  const dy = shift(box.y * zoom + y, box.height * zoom, INSETS.top, pane.height - INSETS.bottom)
  return dx === 0 && dy === 0 ? null : { x: x + dx, y: y + dy, zoom }
}
