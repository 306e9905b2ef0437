import { formatPath } from '../../core/kubernetes/path'
import type { Diagnostic } from '../../core/rules/verdict'
import { useDesigner } from '../../store/designer'
import { Button } from '../../ui/Button'
import { LEVEL_ICONS, LEVEL_INKS } from '../../ui/levels'
import styles from './problems.module.css'

/** One problem: its level, what is said, where; a way there, and the fix where there is one. */
export function ProblemRow({ problem }: { readonly problem: Diagnostic }) {
  const { level, message, path, fix } = problem
  const Icon = LEVEL_ICONS[level]
  const place = formatPath(path)
  return (
    <li className={styles.row}>
      <button type="button" className={styles.go} onClick={() => useDesigner.getState().select(path)}>
        <Icon aria-hidden size={14} style={{ color: LEVEL_INKS[level] }} />
        <span className="visually-hidden">{level}</span>
        <span className={styles.words}>
          <span>{message}</span>
          <span className={styles.place}>{place}</span>
        </span>
      </button>
      {fix === undefined ? null : (
        <Button onClick={() => useDesigner.getState().edit(fix.change)}>{fix.label}</Button>
      )}
    </li>
  )
}
