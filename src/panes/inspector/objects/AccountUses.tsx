import { textOf } from '../../../core/kubernetes/shape'
import { valueAt, type Path } from '../../../core/kubernetes/path'
import { workloadsNear } from '../../../core/kubernetes/selectors'
import { Section } from '../../../ui/Section'
import { ThingLink } from '../forms/ThingLink'
import { useManifest } from '../useManifest'
import styles from './objects.module.css'

/** Which pods of this design run as a ServiceAccount. `path` is that of the object. */
export function AccountUses({ path }: { readonly path: Path }) {
  const manifest = useManifest()
  const name = textOf(valueAt(manifest, [...path, 'metadata', 'name']))
  const users = workloadsNear(manifest, path).filter(
    ({ podSpec }) => name !== '' && valueAt(manifest, [...podSpec, 'serviceAccountName']) === name,
  )
  return (
    <Section
      title="Used by"
      help={users.length === 0 ? 'No pod of this design runs as it.' : 'Pods that run as it.'}
    >
      {users.length === 0 ? null : (
        <ul className={styles.links}>
          {users.map((workload) => (
            <li key={workload.path[0]}>
              <ThingLink
                path={workload.podSpec}
                concept="workload"
                label={workload.name}
                detail={workload.row.kind}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
