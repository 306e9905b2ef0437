import { useState } from 'react'
import { formatPath } from '../../core/kubernetes/path'
import type { Diagnostic } from '../../core/rules/verdict'
import { useDesigner } from '../../store/designer'
import { mend } from '../../store/mend'
import { useProblems } from '../../store/problems'
import { Button } from '../../ui/Button'
import { LEVEL_ICONS, LEVEL_INKS } from '../../ui/levels'
import styles from './problems.module.css'

/** One problem: its level, what is said, where; a way there, and the fix where there is one. */
export function ProblemRow({ problem }: { readonly problem: Diagnostic }) {
  const { id, level, message, path, fix } = problem
  const about = useProblems((problems) => problems.aboutOf(problem.id))
  const [open, setOpen] = useState(false)
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
      {about === null ? null : (
        <Button variant="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          Why?
        </Button>
      )}
      {fix === undefined ? null : (
        <Button
          onClick={(event) => {
            // The row goes: the list keeps the focus of who mends by keyboard.
            event.currentTarget.closest<HTMLElement>('[data-problems]')?.focus()
            mend(fix)
          }}
        >
          {fix.label}
        </Button>
      )}
      {about === null || !open ? null : (
        <div className={styles.about}>
          <p>{about.why}</p>
          <p>
            <strong>To mend it:</strong> {about.mend}
          </p>
          <p>
            <a href={about.docs} target="_blank" rel="noreferrer">
              kubernetes.io
            </a>{' '}
            says more. To switch this off, put <code>{`# podwright-ignore: ${id} your reason`}</code> above it
            in the YAML.
          </p>
        </div>
      )}
    </li>
  )
}
