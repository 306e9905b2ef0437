import { useId, useState } from 'react'
import {
  changeKind,
  notesOfKindChange,
  type KindChangeNotes,
} from '../../../core/kubernetes/edits/changeKind'
import type { FieldNote } from '../../../core/kubernetes/kindChange/fieldNote'
import { objectKind } from '../../../core/kubernetes/objectKinds'
import { formatPath, type Path } from '../../../core/kubernetes/path'
import { WORKLOAD_KINDS } from '../../../core/kubernetes/workloadKinds'
import { withArticle } from '../../../core/words/article'
import { useDesigner } from '../../../store/designer'
import { Button } from '../../../ui/Button'
import { CONCEPTS } from '../../../ui/concepts'
import { Dialog } from '../../../ui/Dialog'
import { SelectField } from '../../../ui/SelectField'
import { act } from '../change'
import { placeProps } from '../fields/at'
import { asText, useValue } from '../fields/useValue'
import styles from './ChangeKind.module.css'

/** A kind chosen that not everything can come along to, or whose pods are others. */
interface Asked extends KindChangeNotes {
  readonly kind: string
}

/** The kind of a workload: choosing another one changes it, after saying what can't come along and what changes in the pods. One step to undo. */
export function ChangeKind({ path }: { readonly path: Path }) {
  const kind = asText(useValue([...path, 'kind']))
  const [asked, setAsked] = useState<Asked | null>(null)
  const choose = (next: string): void => {
    const { lost, changed } = notesOfKindChange(useDesigner.getState().manifest, path, next)
    if (lost.length + changed.length === 0) act(changeKind(path, next))
    else setAsked({ kind: next, lost, changed })
  }
  const close = (): void => setAsked(null)
  return (
    <>
      <SelectField
        label="Kind"
        {...placeProps([...path, 'kind'])}
        value={kind}
        options={OPTIONS}
        onChange={choose}
      />
      <Dialog
        open={asked !== null}
        onClose={close}
        title={`Make it ${withArticle(asked?.kind ?? kind)}?`}
        description={
          asked?.changed.length === 0
            ? 'What the pods are made of stays as it is.'
            : 'The rest of the pods stays as it is.'
        }
        actions={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button
              variant="primary"
              data-first-focus
              onClick={() => {
                close()
                if (asked !== null) act(changeKind(path, asked.kind))
              }}
            >
              Change to {asked?.kind}
            </Button>
          </>
        }
      >
        <Notes title="Changes in the pods" notes={asked?.changed ?? []} />
        <Notes title="Can’t come along" notes={asked?.lost ?? []} />
      </Dialog>
    </>
  )
}

function Notes({ title, notes }: { readonly title: string; readonly notes: readonly FieldNote[] }) {
  const id = useId()
  if (notes.length === 0) return null
  return (
    <section aria-labelledby={id} className={styles.notes}>
      <h3 id={id}>{title}</h3>
      <ul>
        {notes.map(({ path, why }) => (
          <li key={`${formatPath(path)} ${why}`}>
            <code>{formatPath(path)}</code>
            <span>{why}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const OPTIONS = WORKLOAD_KINDS.map(({ kind }) => {
  const row = objectKind(kind)
  const { Icon, ink } = CONCEPTS[row?.concept ?? 'workload']
  return {
    value: kind,
    label: kind,
    hint: row?.help,
    icon: <Icon aria-hidden style={{ color: ink }} size={14} />,
  }
})
