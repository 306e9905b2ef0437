import { TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useDesigner } from '../../store/designer'
import { FieldNotes } from '../../ui/FieldNotes'
import { Form } from './Form'
import styles from './Inspector.module.css'
import { Outline } from './outline/Outline'
import { PROBLEM_NOTES } from './problemNotes'
import { revealSelected } from './revealSelected'

/** The Inspector pane: the outline of the manifest, and the form for what is selected in any pane. */
export function Inspector() {
  const form = useRef<HTMLDivElement>(null)
  const inert = useDesigner(({ source }) => source.problem !== null)
  useEffect(() => (form.current === null ? undefined : revealSelected(form.current)), [])
  const enterForm = (): void => {
    form.current?.querySelector<HTMLElement>('input:not(:disabled), textarea, select')?.focus()
  }
  return (
    <section aria-label="Inspector" className={styles.inspector}>
      {inert ? <ProblemNote /> : null}
      <fieldset className={styles.parts} aria-label="Manifest">
        <fieldset disabled={inert} className={styles.part}>
          <Outline onEnter={enterForm} />
        </fieldset>
        {/* While nothing in it takes the focus, it must be scrolled by itself. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div ref={form} className={styles.form} tabIndex={inert ? 0 : undefined}>
          <fieldset disabled={inert} className={styles.part}>
            <FieldNotes value={PROBLEM_NOTES}>
              <Form scroller={form} />
            </FieldNotes>
          </fieldset>
        </div>
      </fieldset>
    </section>
  )
}

function ProblemNote() {
  const problem = useDesigner(({ source }) => source.problem)
  if (problem === null) return null
  return (
    <output className={styles.problem}>
      <TriangleAlert aria-hidden size={15} />
      <span>
        <strong>
          The YAML can’t be read at line {problem.line}, column {problem.column}.
        </strong>{' '}
        {problem.message} Below is what could last be read; it can be edited again once the YAML is mended.
      </span>
    </output>
  )
}
