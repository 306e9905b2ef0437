import { placeKey } from '../../../core/simulator/history/place'
import { objectPath, volumePathOfLife } from '../../../core/simulator/history/designPlace'
import type { RequestHappening } from '../../../core/simulator/history/happening'
import type { PodLife } from '../../../core/simulator/history/podLife'
import { between, type Timed } from '../../../core/simulator/history/recent'
import { useDesigner } from '../../../store/designer'
import { CONCEPTS, type ConceptId } from '../../../ui/concepts'
import { ActMenu } from '../ActMenu'
import type { Drawn, OnPoint } from './drawn'
import { MarkLine } from './MarkLine'
import { HEIGHTS, type Row } from './rows'
import { Spans } from './Spans'
import styles from './timeline.module.css'

type LaneOf<Kind extends Row['kind']> = Extract<Row, { readonly kind: Kind }>

/** What a {@link LaneRow} takes. */
export interface LaneRowProps {
  readonly drawn: Drawn
  readonly row: Exclude<Row, { readonly kind: 'pod' }>
  readonly onPoint: OnPoint
}

/** A lane: its head, and what happened along it. */
export function LaneRow({ drawn, row, onPoint }: LaneRowProps) {
  if (row.kind === 'container') return <ContainerLane drawn={drawn} row={row} onPoint={onPoint} />
  if (row.kind === 'volume') return <VolumeLane drawn={drawn} row={row} />
  return row.kind === 'service' ? <ServiceLane drawn={drawn} row={row} /> : <NodeLane row={row} />
}

interface HeadProps {
  readonly concept: ConceptId
  readonly name: string
  readonly word: string
}

function Head({ concept, name, word }: HeadProps) {
  const { Icon, ink } = CONCEPTS[concept]
  return (
    <span className={styles.name} title={`${name} · ${word}`}>
      <Icon aria-hidden style={{ color: ink }} />
      <span className={styles.nameText}>{name}</span>
      <span className="visually-hidden">{word}</span>
    </span>
  )
}

interface LaneProps<Kind extends Row['kind']> {
  readonly drawn: Drawn
  readonly row: LaneOf<Kind>
}

/** Takes things that happened at a place, and the pod they have to be of (names come again); gives those that are in view. */
function inView<Item extends Timed>(
  { stretch, now }: Drawn,
  items: readonly Item[],
  pod: PodLife | null,
): readonly Item[] {
  const from = Math.max(stretch.from, pod?.start ?? 0)
  const to = Math.min(stretch.to, pod?.end ?? now)
  return between(items, from - 1, to)
}

function ContainerLane({
  drawn,
  row: { pod, life },
  onPoint,
}: LaneProps<'container'> & { readonly onPoint: OnPoint }) {
  const { history, width } = drawn
  const key = placeKey(pod.namespace, pod.name, life.name)
  const probes = inView(drawn, history.probes.at(key), pod)
  return (
    <>
      <div className={styles.head} data-inner>
        <Head concept={life.role} name={life.name} word={CONCEPTS[life.role].label} />
        {pod.end === null && drawn.moment === drawn.now ? (
          <ActMenu about="container" pod={pod} life={life} />
        ) : null}
      </div>
      <div className={styles.track}>
        <Spans drawn={drawn} pod={pod} life={life} onPoint={onPoint} />
        <svg className={styles.marks} width={width} height={HEIGHTS.container} aria-hidden>
          <MarkLine drawn={drawn} items={probes.filter(({ passed }) => passed)} shape="passed" />
          <MarkLine drawn={drawn} items={probes.filter(({ passed }) => !passed)} shape="failed" />
          <MarkLine
            drawn={drawn}
            items={inView(drawn, history.runtime.at(key), pod).filter(
              ({ what }) => what === 'sigterm' || what === 'sigkill',
            )}
            shape="signal"
          />
          <MarkLine drawn={drawn} items={inView(drawn, history.logs.at(key), pod)} shape="log" />
        </svg>
      </div>
    </>
  )
}

function VolumeLane({ drawn, row: { pod, volume } }: LaneProps<'volume'>) {
  const files = inView(drawn, drawn.history.files.at(placeKey(pod.namespace, pod.name, volume.name)), pod)
  const writes = files.filter(({ access }) => access !== 'read')
  const reads = files.filter(({ access }) => access === 'read')
  const select = (): void => {
    const path = volumePathOfLife(useDesigner.getState().manifest, pod, volume.name)
    if (path !== null) useDesigner.getState().select(path)
  }
  return (
    <>
      <div className={styles.head} data-inner>
        <Head concept="volume" name={volume.name} word="Volume" />
      </div>
      <button
        type="button"
        className={styles.track}
        aria-label={`Volume ${volume.name}: ${writes.length} writes, ${reads.length} reads`}
        onClick={select}
      >
        <svg className={styles.marks} width={drawn.width} height={HEIGHTS.volume} aria-hidden>
          <line x1={0} x2={drawn.width} y1={11} y2={11} className={styles.rail} />
          <MarkLine drawn={drawn} items={writes} shape="write" />
          <MarkLine drawn={drawn} items={reads} shape="read" />
        </svg>
      </button>
    </>
  )
}

/** Takes a request; says whether it was answered well. */
function isAnswered({ result }: RequestHappening): boolean {
  return 'status' in result && result.status < 400
}

function ServiceLane({ drawn, row: { namespace, name } }: LaneProps<'service'>) {
  const requests = inView(drawn, drawn.history.requests.at(placeKey(namespace, name)), null)
  const answered = requests.filter(isAnswered)
  const failed = requests.filter((request) => !isAnswered(request))
  const select = (): void => {
    const path = objectPath(useDesigner.getState().manifest, 'Service', namespace, name)
    if (path !== null) useDesigner.getState().select(path)
  }
  return (
    <>
      <div className={styles.head}>
        <Head concept="service" name={name} word="Service" />
        <ActMenu about="service" namespace={namespace} name={name} />
      </div>
      <button
        type="button"
        className={styles.track}
        aria-label={`Service ${name}: ${answered.length} requests answered, ${failed.length} failed`}
        onClick={select}
      >
        <svg className={styles.marks} width={drawn.width} height={HEIGHTS.service} aria-hidden>
          <line x1={0} x2={drawn.width} y1={14} y2={14} className={styles.rail} />
          <MarkLine drawn={drawn} items={answered} shape="answered" />
          <MarkLine drawn={drawn} items={failed} shape="refused" />
        </svg>
      </button>
    </>
  )
}

function NodeLane({ row: { name, isCordoned } }: { readonly row: LaneOf<'node'> }) {
  return (
    <>
      <div className={styles.head}>
        <Head concept="daemonset" name={name} word="Node" />
        <ActMenu about="node" name={name} isCordoned={isCordoned} />
      </div>
      <div className={styles.track}>
        {isCordoned ? <span className={styles.note}>Takes no new pods</span> : null}
      </div>
    </>
  )
}
