import type { Path } from '../../../core/kubernetes/path'
import { useDesigner } from '../../../store/designer'
import { CONCEPTS, type ConceptId } from '../../../ui/concepts'
import styles from './forms.module.css'

/** A link to another thing of the manifest: selects it in every pane. */
export function ThingLink({
  path,
  concept,
  label,
  detail,
}: {
  readonly path: Path
  readonly concept: ConceptId
  readonly label: string
  readonly detail?: string
}) {
  const { Icon, ink } = CONCEPTS[concept]
  return (
    <button type="button" className={styles.link} onClick={() => useDesigner.getState().select(path)}>
      <Icon aria-hidden style={{ color: ink }} />
      <span>{label}</span>
      {detail === undefined || detail === '' ? null : <span className={styles.linkDetail}>{detail}</span>}
    </button>
  )
}
