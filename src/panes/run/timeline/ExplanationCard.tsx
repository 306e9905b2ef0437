import { placeKey } from '../../../core/simulator/history/place'
import { between } from '../../../core/simulator/history/recent'
import { explain } from '../../../core/simulator/history/explain'
import type { ClusterHistory } from '../../../core/simulator/history/clusterHistory'
import { LIFE_LOOKS } from '../../../ui/lifeStates'
import { clockText } from '../clockText'
import type { Pointed } from './drawn'
import { Source } from '../Source'
import styles from './timeline.module.css'

/** How wide a card is, and how far from the window's edges it stays. */
const CARD = { width: 340, margin: 8 } as const

/** What an {@link ExplanationCard} takes. */
export interface ExplanationCardProps {
  readonly history: ClusterHistory
  readonly pointed: Pointed
  /** The pointer is on the card: it stays. */
  readonly onHold: (isHeld: boolean) => void
}

/** Why a container came to be as it is: beside the span that is pointed at. */
export function ExplanationCard({ history, pointed, onHold }: ExplanationCardProps) {
  const { pod, life, index, element } = pointed
  const span = life.lane.spans[index]
  if (span === undefined) return null
  const explained = explain(history, pod, life, index)
  const { word, Icon, ink } = LIFE_LOOKS[span.state]
  const box = element.getBoundingClientRect()
  const left = Math.max(CARD.margin, Math.min(box.left, window.innerWidth - CARD.width - CARD.margin))
  const probes = between(
    history.probes.at(placeKey(pod.namespace, pod.name, life.name)),
    span.time,
    span.end ?? Infinity,
  )
  const failed = probes.filter(({ passed }) => !passed)
  return (
    <div
      role="tooltip"
      className={styles.card}
      style={{ left, bottom: window.innerHeight - box.top + 3, width: CARD.width }}
      onPointerEnter={() => onHold(true)}
      onPointerLeave={() => onHold(false)}
    >
      <p className={styles.cardHead}>
        <Icon aria-hidden style={{ color: ink }} />
        <strong>{life.name}</strong>
        {span.reason === '' ? word : `${word}: ${span.reason}`}
        {span.exitCode === null ? null : <code>{`exit ${span.exitCode}`}</code>}
        <span className={styles.cardTime}>
          {`${clockText(span.time, true)} – ${span.end === null ? 'now' : clockText(span.end, true)}`}
        </span>
      </p>
      {explained === null ? null : <p>{explained.words}</p>}
      {probes.length === 0 ? null : (
        <p className={styles.quiet}>
          {`Probes meanwhile: ${probes.length - failed.length} passed, ${failed.length} failed.`}
          {failed.length === 0 ? null : ` ${failed.at(-1)?.words ?? ''}`}
        </p>
      )}
      {explained === null ? null : <Source rule={explained.rule} docs={explained.docs} />}
    </div>
  )
}
