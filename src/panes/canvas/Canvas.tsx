import { ReactFlowProvider } from '@xyflow/react'
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Change } from '../../core/kubernetes/change'
import { samePath } from '../../core/kubernetes/path'
import { workloadAt, workloadsIn } from '../../core/kubernetes/workloadKinds'
import { useDesigner } from '../../store/designer'
import { AskHere } from './asks/AskHere'
import type { Ask, Spot } from './asks/ask'
import styles from './Canvas.module.css'
import { askFor, connectEntries } from './connections'
import { edgeDeeds, nodeDeeds, portDeeds, type Deeds } from './deeds'
import { drawingOf, type Drawing } from './drawing'
import { Empty } from './Empty'
import { highlighted, type Picked } from './highlight'
import { Picture } from './Picture'
import { SelectionBar } from './SelectionBar'
import { below, Toolbar } from './Toolbar'
import { useCanvasKeys } from './useCanvasKeys'
import { useView } from './useView'
import { ZoomControls } from './ZoomControls'

/** The manifest as a picture that is the editor too: pick, add, connect, rename, remove. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <Board />
    </ReactFlowProvider>
  )
}

function Board() {
  const [pane, setPane] = useState<HTMLElement | null>(null)
  const manifest = useDesigner((designer) => designer.manifest)
  const selected = useDesigner((designer) => designer.selected)
  const problem = useDesigner((designer) => designer.source.problem)
  const [ask, setAsk] = useState<Ask | null>(null)
  const [picked, setPicked] = useState<Picked | null>(null)
  const [said, setSaid] = useState('')
  const drawing = drawingOf(manifest)
  const highlight = highlighted(drawing, selected, picked)
  const view = useView(pane, drawing, highlight)
  const inert = problem !== null
  const workload =
    (selected === null ? null : workloadAt(manifest, selected)) ?? workloadsIn(manifest)[0] ?? null
  const deeds = deedsNow(drawing, highlight)
  const node = highlight === null ? undefined : drawing.nodes.get(highlight)

  const begin = (question: Ask): void => {
    if (!inert) setAsk(question)
  }
  const finish = (change: Change, words: string): void => {
    setAsk(null)
    useDesigner.getState().edit(change)
    setSaid(words)
    requestAnimationFrame(() => focusShown(pane))
  }
  const cancel = (): void => {
    setAsk(null)
    const focus = document.activeElement
    if (focus === document.body || focus?.closest('form') !== null)
      requestAnimationFrame(() => focusShown(pane))
  }
  const pick = (id: string | null): void => {
    const path = id === null ? null : (drawing.nodes.get(id)?.path ?? drawing.edges.get(id)?.paths[0] ?? null)
    setPicked(id === null || path === null ? null : { id, path })
    useDesigner.getState().select(path)
  }
  const rename = (id: string, at: Spot): void => {
    const target = deedsOf(drawing, id)
    if (target?.mount) begin({ kind: 'mountPath', path: target.mount, at })
    else if (target?.named) begin({ kind: 'name', path: target.named, at })
  }
  const act = (target: Deeds | null, which: 'removal' | 'duplication' | 'writing'): boolean => {
    const deed = target?.[which] ?? null
    if (deed !== null && !inert) finish(deed.change, deed.said)
    return deed !== null
  }
  const spotOf = (id: string): Spot => {
    const element = pane?.querySelector(`[data-id="${CSS.escape(id)}"]`)
    return element ? below(element) : { x: 80, y: 80 }
  }
  const onKeyDown = useCanvasKeys({
    drawing,
    highlight,
    view,
    pick,
    act,
    rename: (id) => rename(id, spotOf(id)),
    deedsOf: (id) => deedsOf(drawing, id),
    deeds,
  })

  const connections =
    node === undefined ? [] : connectEntries(drawing, node, (question) => begin(question(spotOf(node.id))))

  return (
    // The keys of the canvas work while the focus is in it, wherever in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={setPane}
      aria-label="Canvas"
      className={styles.canvas}
      data-stale={inert ? '' : undefined}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <Toolbar workload={workload} inert={inert} onAsk={begin} onDone={finish} />
      {inert ? (
        <output className={styles.stale}>
          <TriangleAlert aria-hidden />
          YAML can’t be read: line {problem.line}. This is what it said before.
        </output>
      ) : null}
      <Picture
        drawing={drawing}
        highlight={highlight}
        inert={inert}
        view={view}
        onPick={pick}
        onRename={(id, event) => rename(id, spotAt(event.clientX, event.clientY, pane))}
        onConnect={(pairing, x, y) => begin(askFor(pairing, spotAt(x, y, pane)))}
      />
      {drawing.diagram.nodes.length === 0 ? <Empty inert={inert} /> : null}
      {deeds === null ? null : (
        <SelectionBar
          deeds={deeds}
          connections={connections}
          inert={inert}
          onDo={(which) => act(deeds, which)}
          onRename={() => {
            if (highlight !== null) rename(highlight, spotOf(highlight))
          }}
        />
      )}
      <ZoomControls onFit={view.fit} />
      {ask === null || inert ? null : (
        <AskHere key={JSON.stringify(ask)} ask={ask} onDone={finish} onCancel={cancel} />
      )}
      <div className="visually-hidden" aria-live="polite">
        {said}
      </div>
    </section>
  )
}

/** What can be done with what is selected: a port of a card before the card. */
function deedsNow(drawing: Drawing, highlight: string | null): Deeds | null {
  const { selected } = useDesigner.getState()
  const node = highlight === null ? undefined : drawing.nodes.get(highlight)
  if (node?.kind === 'container' || node?.kind === 'service') {
    const port = node.ports.find((each) => samePath(each.path, selected))
    if (port !== undefined) return portDeeds(port.path, port.label)
  }
  return highlight === null ? null : deedsOf(drawing, highlight)
}

function deedsOf(drawing: Drawing, id: string): Deeds | null {
  const node = drawing.nodes.get(id)
  if (node !== undefined) return nodeDeeds(node)
  const edge = drawing.edges.get(id)
  return edge === undefined ? null : edgeDeeds(edge)
}

function spotAt(x: number, y: number, pane: HTMLElement | null): Spot {
  const box = pane?.getBoundingClientRect()
  return { x: x - (box?.left ?? 0), y: y - (box?.top ?? 0) }
}

/** Puts the focus on what shows the selection, else on the pane, so that keys go on working after an edit. */
function focusShown(pane: HTMLElement | null): void {
  const { manifest, selected } = useDesigner.getState()
  const id = highlighted(drawingOf(manifest), selected, null)
  const element = id === null ? null : pane?.querySelector(`[data-id="${CSS.escape(id)}"]`)
  if (element instanceof HTMLElement || element instanceof SVGElement) element.focus({ preventScroll: true })
  else pane?.focus({ preventScroll: true })
}
