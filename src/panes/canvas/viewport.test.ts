import { describe, expect, it } from 'vitest'
import { fittedView, viewShowing } from './viewport'

describe('the view of the picture', () => {
  it('fits a picture into the pane and never enlarges it', () => {
    expect(fittedView({ width: 640, height: 716 }, { width: 400, height: 300 }, 0.1)).toEqual({
      x: 120,
      y: 176,
      zoom: 1,
    })
    expect(fittedView({ width: 640, height: 716 }, { width: 1232, height: 300 }, 0.1).zoom).toBe(0.5)
  })

  it('shows the top left corner of what is too large', () => {
    expect(fittedView({ width: 640, height: 716 }, { width: 1200, height: 9000 }, 0.6)).toEqual({
      x: 12,
      y: 56,
      zoom: 0.6,
    })
  })

  it('moves as little as needed to show a part, and not at all where it shows', () => {
    const pane = { width: 640, height: 716 }
    const view = { x: 0, y: 0, zoom: 1 }
    expect(viewShowing(pane, view, { x: 100, y: 100, width: 50, height: 50 })).toBeNull()
    expect(viewShowing(pane, view, { x: 700, y: 100, width: 50, height: 50 })).toEqual({
      x: -122,
      y: 0,
      zoom: 1,
    })
    expect(viewShowing(pane, view, { x: 100, y: 0, width: 50, height: 50 })).toEqual({ x: 0, y: 56, zoom: 1 })
  })
})
