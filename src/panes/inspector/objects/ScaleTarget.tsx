import { setValues } from '../../../core/kubernetes/edits/setValue'
import type { Json } from '../../../core/kubernetes/json'
import { valueAt, type Path } from '../../../core/kubernetes/path'
import { workloadsNear } from '../../../core/kubernetes/selectors'
import { field, textOf } from '../../../core/kubernetes/shape'
import type { Workload } from '../../../core/kubernetes/workloadKinds'
import { scalingInWords } from '../../../core/words/scalingInWords'
import { Section } from '../../../ui/Section'
import { SelectField } from '../../../ui/SelectField'
import { change, selectField } from '../change'
import { useValue } from '../fields/useValue'
import { ThingLink } from '../forms/ThingLink'
import { useManifest } from '../useManifest'
import { InWords } from '../schema/InWords'
import { ObjectFields } from '../schema/ObjectFields'

const OTHER = 'other'

/** What an autoscaler scales: a workload of this design, or something else by its name; and in words what it does. `path` is that of the spec. */
export function ScaleTarget({ path }: { readonly path: Path }) {
  const at = [...path, 'scaleTargetRef']
  const reference = useValue(at)
  const workloads = workloadsNear(useManifest(), path).filter(({ replicasPath }) => replicasPath !== null)
  const found = workloads.find((workload) => isNamed(reference, workload))
  const choose = (index: string): void => {
    const workload = workloads[Number(index)]
    if (workload !== undefined)
      change(
        setValues([
          [[...at, 'apiVersion'], workload.row.apiVersion],
          [[...at, 'kind'], workload.row.kind],
          [[...at, 'name'], workload.name],
        ]),
        at,
      )
  }
  return (
    <Section title="Scales">
      <InWords words={(manifest) => scalingInWords(valueAt(manifest, path))} />
      {workloads.length === 0 ? null : (
        <SelectField
          label="Workload"
          value={found === undefined ? OTHER : String(workloads.indexOf(found))}
          options={[
            ...workloads.map(({ name, row }, index) => ({
              value: String(index),
              label: name,
              hint: row.kind,
            })),
            { value: OTHER, label: 'Something else', hint: 'By its kind and name' },
          ].filter(({ value }) => value !== OTHER || found === undefined)}
          onFocus={() => selectField(at)}
          onChange={choose}
        />
      )}
      {found === undefined ? (
        <ObjectFields type="CrossVersionObjectReference" path={at} />
      ) : (
        <div>
          <ThingLink path={found.path} concept="workload" label={found.name} detail={found.row.kind} />
        </div>
      )}
    </Section>
  )
}

function isNamed(reference: Json | undefined, { name, row }: Workload): boolean {
  return (
    name !== '' && textOf(field(reference, 'name')) === name && textOf(field(reference, 'kind')) === row.kind
  )
}
