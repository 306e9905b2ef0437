import { workloadAt, workloadKindOf, workloadsIn } from '../../../core/kubernetes/workloadKinds'
import { useDesigner } from '../../../store/designer'
import { AddButton } from '../../../ui/AddButton'
import { Menu } from '../../../ui/Menu'
import { podEntries } from '../addEntries'
import { objectEntries } from '../objectEntries'

/** The menu that adds to the pod in work (the selected one, else the first), and objects of every kind. */
export function AddMenu() {
  const index = useDesigner(({ manifest, selected }) => {
    const workload = (selected === null ? null : workloadAt(manifest, selected)) ?? workloadsIn(manifest)[0]
    return workload?.path[0]
  })
  const row = useDesigner(({ manifest }) =>
    typeof index === 'number' ? workloadKindOf(manifest[index]) : null,
  )
  const pod = index === undefined || row === null ? [] : podEntries([index, ...row.podSpec])
  return <Menu align="end" trigger={<AddButton>Add</AddButton>} entries={[...pod, ...objectEntries()]} />
}
