import type { ReactFlowInstance } from '@xyflow/react'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useDesigner } from '../../store/designer'
import type { Drawing } from './drawing'
import type { FlowEdge, FlowNode } from './flow'
import { fittedView, MAP_HEIGHT, viewShowing } from './viewport'

/** React Flow's handle on the view. */
export type Flow = ReactFlowInstance<FlowNode, FlowEdge>

/** Below this the picture by itself is not made smaller: text must stay readable. */
const READABLE = 0.5
export const SMALLEST = 0.1
/** From so many things on, a map helps. */
export const WORTH_A_MAP = 15

/** What {@link useView} gives. */
export interface ViewControl {
  readonly onInit: (flow: Flow) => void
  /** Called when somebody moves the view by hand. */
  readonly onMoved: (event: unknown) => void
  readonly fit: () => void
}

function without({ width, height }: { width: number; height: number }, foot: number) {
  return { width, height: height - foot }
}

function duration(): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120
}

/** Keeps the whole picture in view until somebody moves it by hand, then only what is selected. */
export function useView(pane: HTMLElement | null, drawing: Drawing, highlight: string | null): ViewControl {
  const [flow, setFlow] = useState<Flow | null>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  const isHandMoved = useRef(false)
  const opened = useDesigner(({ revision }) => (revision.origin === 'open' ? revision.serial : -1))
  const seen = useRef(opened)
  const { width, height } = drawing.layout
  const foot = drawing.nodes.size < WORTH_A_MAP ? 0 : MAP_HEIGHT

  useLayoutEffect(() => {
    if (pane === null) return
    const measure = (): void => setSize({ width: pane.clientWidth, height: pane.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(pane)
    return () => observer.disconnect()
  }, [pane])

  useLayoutEffect(() => {
    // Another design is looked at afresh.
    if (opened !== seen.current && opened >= 0) isHandMoved.current = false
    seen.current = opened
    if (flow === null || size.width === 0 || isHandMoved.current) return
    void flow.setViewport(fittedView(without(size, foot), { width, height }, READABLE))
  }, [flow, size, foot, width, height, opened])

  const place = highlight === null ? undefined : drawing.places.get(highlight)
  const end = highlight === null ? undefined : drawing.routes.get(highlight)?.end
  const [x, y, boxWidth, boxHeight] =
    place !== undefined
      ? [place.x, place.y, place.width, place.height]
      : end !== undefined
        ? [end[0] - 20, end[1] - 20, 40, 40]
        : [0, 0, 0, 0]
  useEffect(() => {
    if (flow === null || size.width === 0 || boxWidth === 0) return
    const view = viewShowing(size, flow.getViewport(), { x, y, width: boxWidth, height: boxHeight })
    if (view !== null) void flow.setViewport(view, { duration: duration() })
  }, [flow, size, x, y, boxWidth, boxHeight])

  const onInit = useCallback((instance: Flow) => setFlow(instance), [])
  const onMoved = useCallback((event: unknown) => {
    if (event !== null) isHandMoved.current = true
  }, [])
  const fit = useCallback(() => {
    if (flow === null) return
    isHandMoved.current = false
    void flow.setViewport(fittedView(without(size, foot), { width, height }, SMALLEST), {
      duration: duration(),
    })
  }, [flow, size, foot, width, height])
  return { onInit, onMoved, fit }
}
