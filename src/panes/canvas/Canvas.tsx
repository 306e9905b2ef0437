import { ReactFlowProvider } from '@xyflow/react'
import { TriangleAlert } from 'lucide-react'
import { useCallback, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Change } from '../../core/kubernetes/change'
import { workloadAt, workloadsIn } from '../../core/kubernetes/workloadKinds'
import { useDesigner } from '../../store/designer'
import { focusNow } from '../../ui/focusNow'
import { AskHere } from './asks/AskHere'
import type { Ask, Spot } from './asks/ask'
import styles from './Canvas.module.css'
import { aimDeed, askFor, connectEntries } from './connections'
import { deedsOf, deedsOfSelection, type Deeds } from './deeds'
import { drawingOf } from './drawing'
import { Empty } from './Empty'
import { highlighted, type Picked } from './highlight'
import type { Pairing } from './pairing'
import { Picture } from './Picture'
import { SelectionBar } from './SelectionBar'
import { elementOf, focusShown, spotBelow } from './spots'
import { Toolbar } from './Toolbar'
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
  const node = highlight === null ? undefined : drawing.nodes.get(highlight)
  const view = useView(pane, drawing, highlight)
  const inert = problem !== null
  const workload =
    (selected === null ? null : workloadAt(manifest, selected)) ?? workloadsIn(manifest)[0] ?? null
  const deeds = deedsOfSelection(drawing, highlight, selected)

  const pick = useCallback((id: string | null) => {
    const { manifest: now, select } = useDesigner.getState()
    const { nodes, edges } = drawingOf(now)
    const path = id === null ? null : (nodes.get(id)?.path ?? edges.get(id)?.paths[0] ?? null)
    setPicked(id === null || path === null ? null : { id, path })
    select(path)
  }, [])
  const rename = useCallback((id: string, at: Spot) => {
    const { manifest: now } = useDesigner.getState()
    const target = deedsOf(drawingOf(now), id)
    if (target?.mount) setAsk({ kind: 'mountPath', path: target.mount, at })
    else if (target?.named) setAsk({ kind: 'name', path: target.named, at })
  }, [])
  const finish = useCallback(
    (change: Change, words: string): void => {
      flushSync(() => {
        setAsk(null)
        useDesigner.getState().edit(change)
        setSaid(words)
      })
      focusNow(() => focusShown(pane))
    },
    [pane],
  )
  const connect = useCallback(
    (pairing: Pairing, at: Spot): void => {
      if (pairing.kind !== 'aim') return setAsk(askFor(pairing, at))
      const { change, said: words } = aimDeed(pairing)
      finish(change, words)
    },
    [finish],
  )
  const cancel = (): void => {
    flushSync(() => setAsk(null))
    // Left by Escape, the focus goes back; left by going elsewhere, it stays there.
    if (document.activeElement === document.body) focusShown(pane)
  }
  const act = (
    target: Deeds | null,
    which: 'removal' | 'duplication' | 'writing' | 'up' | 'down',
  ): boolean => {
    const deed = target?.[which] ?? null
    if (deed !== null && !inert) finish(deed.change, deed.said)
    else if (target !== null && which === 'removal') setSaid(`${target.what} can’t be removed here`)
    return deed !== null
  }
  const spotOf = (id: string): Spot => {
    const element = elementOf(pane, id)
    return element === null ? { x: 0, y: 0 } : spotBelow(element)
  }
  const renameHere = (id: string): void => rename(id, spotOf(id))
  const onKeyDown = useCanvasKeys({ drawing, highlight, view, deeds, pick, act, rename: renameHere })

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
      {drawing.diagram.nodes.length === 0 ? null : (
        <Toolbar workload={workload} inert={inert} onAsk={setAsk} onDone={finish} />
      )}
      {inert ? (
        <output className={styles.stale}>
          <TriangleAlert aria-hidden />
          YAML can’t be read: line {problem.line}. Shown is what it said before.
        </output>
      ) : null}
      <Picture
        drawing={drawing}
        highlight={highlight}
        inert={inert}
        onInit={view.onInit}
        onMoved={view.onMoved}
        onPick={pick}
        onRename={rename}
        onConnect={connect}
      />
      {drawing.diagram.nodes.length === 0 ? <Empty inert={inert} onDone={finish} /> : null}
      {deeds === null || highlight === null ? null : (
        <SelectionBar
          deeds={deeds}
          connections={
            node === undefined
              ? []
              : connectEntries(drawing, node, (question) => setAsk(question(spotOf(node.id))), finish)
          }
          inert={inert}
          onDo={(which) => act(deeds, which)}
          onRename={() => renameHere(highlight)}
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
