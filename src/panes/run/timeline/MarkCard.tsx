import type { ClusterHistory } from '../../../core/simulator/history/clusterHistory'
import { explainMark } from '../../../core/simulator/history/marks/explainMark'
import type { Mark } from '../../../core/simulator/history/marks/mark'
import { clockText } from '../clockText'
import { Source } from '../Source'
import styles from './timeline.module.css'

/** What a {@link MarkCard} takes. */
export interface MarkCardProps {
  readonly history: ClusterHistory
  /** Those at one place, the one that is meant first. */
  readonly marks: readonly Mark[]
}

/** What a mark means: what was probed, asked, read or written, what came of it, and the rule. */
export function MarkCard({ history, marks }: MarkCardProps) {
  const [mark, ...others] = marks
  if (mark === undefined) return null
  const { title, isWrong, verbatim, words, source } = explainMark(history, mark)
  return (
    <>
      <p className={styles.cardHead}>
        <strong data-wrong={isWrong ? '' : undefined}>{title}</strong>
        <span className={styles.cardTime}>{clockText(mark.time, true)}</span>
      </p>
      {verbatim === '' ? null : <code className={styles.verbatim}>{verbatim}</code>}
      {words.map((each) => (
        <p key={each}>{each}</p>
      ))}
      {others.length === 0 ? null : (
        <p className={styles.quiet}>{`${others.length} more of the kind at this place.`}</p>
      )}
      {source === null ? null : <Source rule={source.rule} docs={source.docs} />}
    </>
  )
}
