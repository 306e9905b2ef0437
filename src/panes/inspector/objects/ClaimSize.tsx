import type { Path } from '../../../core/kubernetes/path'
import { QuantityAt } from '../fields/QuantityAt'
import { Section } from '../../../ui/Section'
import { ObjectFields } from '../schema/ObjectFields'
import { Place } from '../schema/Place'

const REQUESTS = ['requests']

/** How much room a claim asks for. `path` is that of its spec. */
export function ClaimSize({ path }: { readonly path: Path }) {
  const storage = [...path, 'resources', 'requests', 'storage']
  return (
    <Section title="Size" help="At least this much room; it can grow later, and never shrink.">
      <Place at={storage}>
        <QuantityAt label="Storage" path={storage} example="10Gi" />
      </Place>
      <ObjectFields type="VolumeResourceRequirements" path={[...path, 'resources']} except={REQUESTS} />
    </Section>
  )
}
