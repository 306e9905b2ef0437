import { keyUsesIn, type KeyUse } from '../../../core/kubernetes/keyUses'
import type { Path } from '../../../core/kubernetes/path'
import { workloadsIn } from '../../../core/kubernetes/workloadKinds'
import { keyUseInWords } from '../../../core/words/keyUseInWords'
import type { ConceptId } from '../../../ui/concepts'
import { ThingLink } from '../forms/ThingLink'
import { pathKey } from '../pathKey'
import { useManifest } from '../useManifest'
import styles from './objects.module.css'

const CONCEPT: Readonly<Record<KeyUse['is'], ConceptId>> = {
  variable: 'env',
  variables: 'env',
  volume: 'volume',
  'pull secret': 'secret',
}

/** Who uses a key of a ConfigMap or a Secret, each a link. */
export function KeyUses({ object, file }: { readonly object: Path; readonly file: string }) {
  const manifest = useManifest()
  const uses = keyUsesIn(manifest, object, file)
  if (uses.length === 0)
    return workloadsIn(manifest).length === 0 ? null : (
      <p className={styles.note}>No pod of this design uses it.</p>
    )
  return (
    <div className={styles.uses}>
      <span className={styles.note}>Used by</span>
      <ul className={styles.links}>
        {uses.map((use) => (
          <li key={pathKey(use.keyPath ?? use.from)}>
            <ThingLink path={use.from} concept={CONCEPT[use.is]} {...keyUseInWords(use)} />
          </li>
        ))}
      </ul>
    </div>
  )
}
