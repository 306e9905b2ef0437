import { workloadAt, workloadKindOf, workloadsIn } from '../../../core/kubernetes/workloadKinds'
import { useDesigner } from '../../../store/designer'
import { AddButton } from '../../../ui/AddButton'
import { Menu } from '../../../ui/Menu'
import { addEntries } from '../addEntries'

/** The menu that adds to the workload in work: the selected one, else the first. */
export function AddMenu() {
  const index = useDesigner(({ manifest, selected }) => {
    const workload = (selected === null ? null : workloadAt(manifest, selected)) ?? workloadsIn(manifest)[0]
    return workload?.path[0]
  })
  const row = useDesigner(({ manifest }) =>
    typeof index === 'number' ? workloadKindOf(manifest[index]) : null,
  )
  if (index === undefined || row === null) return null
  return (
    <Menu
      align="end"
      trigger={<AddButton>Add</AddButton>}
      entries={addEntries([index], [index, ...row.podSpec])}
    />
  )
}
