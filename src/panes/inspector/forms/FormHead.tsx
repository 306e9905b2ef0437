import type { ReactNode } from 'react'
import { FileCode2 } from 'lucide-react'
import type { Path } from '../../../core/kubernetes/path'
import { CONCEPTS, type ConceptId } from '../../../ui/concepts'
import { asText, useValue } from '../fields/useValue'
import styles from './forms.module.css'

/** The head of a form: what kind of thing it is, its name, and what can be done with it as a whole. */
export function FormHead({
  concept,
  kind,
  name,
  children,
}: {
  readonly concept: ConceptId | null
  readonly kind: string
  /** A text, or where the name is in the manifest: then the head alone renders when it changes. */
  readonly name: string | Path
  readonly children?: ReactNode
}) {
  const { Icon, ink, soft } = concept === null ? PLAIN : CONCEPTS[concept]
  return (
    <header className={styles.head}>
      <span className={styles.badge} style={{ color: ink, background: soft }}>
        <Icon aria-hidden size={16} />
      </span>
      <div className={styles.headWords}>
        <span className={styles.kind}>{kind}</span>
        <h2 className={styles.name}>{typeof name === 'string' ? name || UNNAMED : <NameAt path={name} />}</h2>
      </div>
      <div className={styles.headActions}>{children}</div>
    </header>
  )
}

const PLAIN = { Icon: FileCode2, ink: 'var(--text-2)', soft: 'var(--surface-2)' }

const UNNAMED = 'No name yet'

function NameAt({ path }: { readonly path: Path }) {
  return asText(useValue(path)) || UNNAMED
}
