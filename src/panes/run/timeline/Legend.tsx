import { MARK_SHAPES, type MarkShape } from './markShapes'
import styles from './timeline.module.css'

/** What each mark means, and the part of a lane in which it stands (pixels from the top). */
const MEANINGS: readonly { readonly shape: MarkShape; readonly words: string; readonly top: number }[] = [
  { shape: 'passed', words: 'probe passed', top: 0 },
  { shape: 'failed', words: 'probe failed', top: 0 },
  { shape: 'log', words: 'log line', top: 19 },
  { shape: 'signal', words: 'signal', top: 8 },
  { shape: 'write', words: 'file written', top: 2 },
  { shape: 'read', words: 'file read', top: 9 },
  { shape: 'answered', words: 'request answered', top: 9 },
  { shape: 'refused', words: 'request failed', top: 9 },
  { shape: 'intervention', words: 'you intervened', top: -2 },
]

/** Below the lanes, where there is room: what their marks mean. */
export function Legend() {
  return (
    <ul className={styles.legend} aria-label="What the marks mean">
      {MEANINGS.map(({ shape, words, top }) => (
        <li key={shape}>
          <svg viewBox={`-5 ${top} 10 10`} width={12} height={12} aria-hidden>
            <path d={MARK_SHAPES[shape](0)} className={styles[shape]} />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  )
}
