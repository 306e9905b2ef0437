import { TriangleAlert } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import type { Problem } from '../../core/yaml/problem'
import { Button } from '../../ui/Button'
import styles from './YamlPane.module.css'

/** What {@link ProblemLine} takes. */
export interface ProblemLineProps {
  /** Why the text can't be read; null while it can. */
  readonly problem: Problem | null
  readonly onGo: () => void
  /** Called with how many pixels further down everything below begins now. */
  readonly onShift: (pixels: number) => void
}

/** Says above the editor what is wrong and what to do, with a way to the place. Always there, often empty. */
export function ProblemLine({ problem, onGo, onShift }: ProblemLineProps) {
  const output = useRef<HTMLOutputElement>(null)
  const height = useRef(0)
  useLayoutEffect(() => {
    const now = output.current?.offsetHeight ?? 0
    if (now === height.current) return
    onShift(now - height.current)
    height.current = now
  })

  return (
    <output ref={output} className={styles.status}>
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
