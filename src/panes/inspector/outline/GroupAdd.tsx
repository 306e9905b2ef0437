import { Plus } from 'lucide-react'
import type { Path } from '../../../core/kubernetes/path'
import { Menu } from '../../../ui/Menu'
import { RowButton } from '../../../ui/RowButton'
import { roleEntry, volumeEntries } from '../addEntries'
import type { OutlineKind } from './rows'

/** The button that adds to a group of the outline. */
export function GroupAdd({ kind, podSpec }: { readonly kind: OutlineKind; readonly podSpec: Path }) {
  const plus = <Plus aria-hidden />
  if (kind === 'app')
    return (
      <RowButton label="Add container" onClick={roleEntry(podSpec, 'app').run}>
        {plus}
      </RowButton>
    )
  if (kind === 'init')
    return (
      <Menu
        align="end"
        trigger={<RowButton label="Add init container or sidecar">{plus}</RowButton>}
        entries={[roleEntry(podSpec, 'sidecar'), roleEntry(podSpec, 'init')]}
      />
    )
  return (
    <Menu
      align="end"
      trigger={<RowButton label="Add volume">{plus}</RowButton>}
      entries={volumeEntries(podSpec)}
    />
  )
}
