import { placeKey } from '../../../core/simulator/history/place'
import { between } from '../../../core/simulator/history/recent'
import { explain } from '../../../core/simulator/history/explain'
import type { ClusterHistory } from '../../../core/simulator/history/clusterHistory'
import { LIFE_LOOKS } from '../../../ui/lifeStates'
import { clockText } from '../clockText'
import type { ContainerLife, PodLife } from '../../../core/simulator/history/podLife'
import { Source } from '../Source'
import styles from './timeline.module.css'

/** What an {@link ExplanationCard} takes. */
export interface ExplanationCardProps {
  readonly history: ClusterHistory
  readonly pod: PodLife
  readonly life: ContainerLife
  /** Which of its spans. */
  readonly index: number
}

/** Why a container came to be as it is: what is said of a span. */
export function ExplanationCard({ history, pod, life, index }: ExplanationCardProps) {
  const span = life.lane.spans[index]
  if (span === undefined) return null
  const explained = explain(history, pod, life, index)
  const { word, Icon, ink } = LIFE_LOOKS[span.state]
  const probes = between(
    history.probes.at(placeKey(pod.namespace, pod.name, life.name)),
    span.time,
    span.end ?? Infinity,
  )
  const failed = probes.filter(({ passed }) => !passed)
  return (
    <>
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
    </>
  )
}
