import { TriangleAlert } from 'lucide-react'
import type { Problem } from '../../core/yaml/problem'
import { Button } from '../../ui/Button'
import styles from './YamlPane.module.css'

/** Takes why the text can't be read, and what shows the place; says it above the editor. Always there, often empty. */
export function ProblemLine({ problem, onGo }: { problem: Problem | null; onGo: () => void }) {
  return (
    <output className={styles.status}>
      {problem !== null && (
        <span className={styles.problem}>
          <TriangleAlert aria-hidden size={15} className={styles.problemIcon} />
          <span className={styles.message}>{problem.message}</span>
          <Button onClick={onGo}>Go to line {problem.line}</Button>
        </span>
      )}
    </output>
  )
}
