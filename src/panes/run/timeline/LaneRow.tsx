import { CONCEPTS, type ConceptId } from '../../../ui/concepts'
import { ActMenu } from '../ActMenu'
import type { Drawn, OnPoint } from './drawn'
import { marksOfLane, type MarkSet } from './laneMarks'
import type { MarkShape } from './markShapes'
import type { Row } from './rows'
import { chooseContainer, selectService, selectVolume } from './selectInDesign'
import { Spans } from './Spans'
import { Track } from './Track'
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
  if (row.kind === 'volume') return <VolumeLane drawn={drawn} row={row} onPoint={onPoint} />
  if (row.kind === 'service') return <ServiceLane drawn={drawn} row={row} onPoint={onPoint} />
  return <NodeLane row={row} />
}

interface HeadProps {
  readonly concept: ConceptId
  readonly name: string
  readonly word: string
  /** Selects it in the design, where it is in it. */
  readonly onSelect: (() => void) | null
}

function Head({ concept, name, word, onSelect }: HeadProps) {
  const { Icon, ink } = CONCEPTS[concept]
  const content = (
    <>
      <Icon aria-hidden style={{ color: ink }} />
      <span className={styles.nameText}>{name}</span>
      <span className="visually-hidden">{word}</span>
    </>
  )
  const title = `${name} · ${word}`
  if (onSelect === null)
    return (
      <span className={styles.name} title={title}>
        {content}
      </span>
    )
  return (
    <button type="button" className={styles.name} title={title} onClick={onSelect}>
      {content}
    </button>
  )
}

interface LaneProps<Kind extends Row['kind']> {
  readonly drawn: Drawn
  readonly row: LaneOf<Kind>
  readonly onPoint: OnPoint
}

/** Takes marks of a lane, shapes, and what they are, one and many; gives how many there are in words. */
function countOf(sets: readonly MarkSet[], shapes: readonly MarkShape[], one: string, many: string): string {
  let count = 0
  for (const { shape, items } of sets) if (shapes.includes(shape)) count += items.length
  return count === 1 ? `1 ${one}` : `${count} ${many}`
}

function ContainerLane({ drawn, row, onPoint }: LaneProps<'container'>) {
  const { pod, life } = row
  const sets = marksOfLane(drawn, row)
  const probes = countOf(sets, ['passed', 'failed'], 'probe', 'probes')
  const lines = countOf(sets, ['log'], 'log line', 'log lines')
  return (
    <>
      <div className={styles.head} data-inner>
        <Head
          concept={life.role}
          name={life.name}
          word={CONCEPTS[life.role].label}
          onSelect={() => chooseContainer(pod, life.name)}
        />
        {pod.end === null && drawn.moment === drawn.now ? (
          <ActMenu about="container" pod={pod} life={life} />
        ) : null}
      </div>
      <Track
        drawn={drawn}
        row={row}
        sets={sets}
        label={`What happened in ${life.name}: ${probes}, ${lines}`}
        onPoint={onPoint}
      >
        <Spans drawn={drawn} pod={pod} life={life} onPoint={onPoint} />
      </Track>
    </>
  )
}

function VolumeLane({ drawn, row, onPoint }: LaneProps<'volume'>) {
  const { pod, volume } = row
  const sets = marksOfLane(drawn, row)
  const writes = countOf(sets, ['write'], 'write', 'writes')
  const reads = countOf(sets, ['read'], 'read', 'reads')
  return (
    <>
      <div className={styles.head} data-inner>
        <Head
          concept="volume"
          name={volume.name}
          word="Volume"
          onSelect={() => selectVolume(pod, volume.name)}
        />
      </div>
      <Track
        drawn={drawn}
        row={row}
        sets={sets}
        label={`Volume ${volume.name}: ${writes}, ${reads}`}
        onPoint={onPoint}
      />
    </>
  )
}

function ServiceLane({ drawn, row, onPoint }: LaneProps<'service'>) {
  const { namespace, name } = row
  const sets = marksOfLane(drawn, row)
  const answered = countOf(sets, ['answered'], 'request answered', 'requests answered')
  const failed = countOf(sets, ['refused'], 'failed', 'failed')
  return (
    <>
      <div className={styles.head}>
        <Head concept="service" name={name} word="Service" onSelect={() => selectService(namespace, name)} />
        <ActMenu about="service" namespace={namespace} name={name} />
      </div>
      <Track
        drawn={drawn}
        row={row}
        sets={sets}
        label={`Service ${name}: ${answered}, ${failed}`}
        onPoint={onPoint}
      />
    </>
  )
}

function NodeLane({ row: { name, isCordoned } }: { readonly row: LaneOf<'node'> }) {
  return (
    <>
      <div className={styles.head}>
        <Head concept="daemonset" name={name} word="Node" onSelect={null} />
        <ActMenu about="node" name={name} isCordoned={isCordoned} />
      </div>
      <div className={styles.track}>
        {isCordoned ? <span className={styles.note}>Takes no new pods</span> : null}
      </div>
    </>
  )
}
