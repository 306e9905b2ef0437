import type { Path } from '../../../core/kubernetes/path'
import { selectedWorkloads } from '../../../core/kubernetes/selectors'
import { unionOf } from '../../../core/kubernetes/unions'
import { valueAt } from '../../../core/kubernetes/path'
import { disruptionInWords, podCountOf } from '../../../core/words/disruptionInWords'
import { Section } from '../../../ui/Section'
import { InWords } from '../schema/InWords'
import { fieldsAt, scalarAt } from '../schema/ObjectFields'
import { UnionAt } from '../schema/UnionAt'
import { useKeys } from '../schema/useKeys'

const UNION = unionOf('PodDisruptionBudgetSpec')

/** How many pods must stay up, or may be down; and what that means for the pods of this design. `path` is that of the spec. */
export function DisruptionLimit({ path }: { readonly path: Path }) {
  const keys = useKeys(path)
  return (
    <Section title="Limit" help="A number of pods, or a share such as 50%.">
      {UNION === null ? null : (
        <UnionAt union={UNION} path={path} keys={keys} fields={fieldsAt} scalar={scalarAt} />
      )}
      <InWords
        words={(manifest) => {
          const workloads = selectedWorkloads(manifest, path, valueAt(manifest, [...path, 'selector']))
          return disruptionInWords(valueAt(manifest, path), podCountOf(workloads))
        }}
      />
    </Section>
  )
}
