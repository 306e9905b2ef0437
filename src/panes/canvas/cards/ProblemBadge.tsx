import type { DiagramNode } from '../../../core/diagram/node'
import { useDesigner } from '../../../store/designer'
import { useProblems } from '../../../store/problems'
import { LEVEL_ICONS, LEVEL_INKS } from '../../../ui/levels'
import styles from './Card.module.css'
import { problemsOf } from './problemsOf'

/** How many problems a thing has, and the first of them on hover. */
export function ProblemBadge({ node }: { readonly node: DiagramNode }) {
  const count = useProblems(({ shown }) => problemsNow(shown, node).length)
  const first = useProblems(({ shown }) => problemsNow(shown, node)[0])
  if (first === undefined) return null
  const Icon = LEVEL_ICONS[first.level]
  return (
    <span className={styles.badge} style={{ color: LEVEL_INKS[first.level] }} title={first.message}>
      <Icon aria-hidden />
      <span className="visually-hidden">{count === 1 ? '1 problem' : `${count} problems`}</span>
      {count === 1 ? null : <span aria-hidden>{count}</span>}
    </span>
  )
}

function problemsNow(shown: Parameters<typeof problemsOf>[0], node: DiagramNode) {
  return problemsOf(shown, useDesigner.getState().readable.documents, node)
}
