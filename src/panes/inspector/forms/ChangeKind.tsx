import { useState } from 'react'
import { changeKind, lostFields } from '../../../core/kubernetes/edits/changeKind'
import type { LostField } from '../../../core/kubernetes/kindChange/lostField'
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

/** A kind chosen that not everything can come along to. */
interface Asked {
  readonly kind: string
  readonly lost: readonly LostField[]
}

/** The kind of a workload: choosing another one changes it, after saying what can't come along. One step to undo. */
export function ChangeKind({ path }: { readonly path: Path }) {
  const kind = asText(useValue([...path, 'kind']))
  const [asked, setAsked] = useState<Asked | null>(null)
  const choose = (next: string): void => {
    const lost = lostFields(useDesigner.getState().manifest, path, next)
    if (lost.length === 0) act(changeKind(path, next))
    else setAsked({ kind: next, lost })
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
        description="The pods stay as they are. This can’t come along:"
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
        <ul className={styles.lost}>
          {asked?.lost.map((field) => (
            <li key={formatPath(field.path)}>
              <code>{formatPath(field.path)}</code>
              <span>{field.why}</span>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
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
