import { addContainer } from '../../core/kubernetes/edits/containers'
import type { Path } from '../../core/kubernetes/path'
import { roleRow, type Role } from '../../core/kubernetes/roles'
import { VOLUME_SOURCES } from '../../core/kubernetes/volumeSources'
import { addVolume } from '../../core/kubernetes/edits/volumes'
import { CONCEPTS } from '../../ui/concepts'
import type { MenuEntry, MenuItem } from '../../ui/Menu'
import { addAndFocus } from './change'

/** Each role in a line: its form says the rest. */
const HINTS: Readonly<Record<Role, string>> = {
  app: 'Does the work, together with the others of its kind.',
  sidecar: 'Runs beside the app, from before it starts to after it ends.',
  init: 'Runs to its end before the app starts.',
}

/** Takes a pod spec's path and a role; gives the menu line that adds such a container and goes to its image. */
export function roleEntry(podSpec: Path, role: Role): MenuItem {
  const { label } = roleRow(role)
  const { Icon, ink } = CONCEPTS[role]
  return {
    id: role,
    label,
    hint: HINTS[role],
    icon: <Icon aria-hidden style={{ color: ink }} />,
    run: () => addAndFocus(addContainer(podSpec, role), ['image']),
  }
}

/** Takes a pod spec's path; gives the menu lines that add a volume to it. */
export function volumeEntries(podSpec: Path): readonly MenuItem[] {
  return VOLUME_SOURCES.map(({ id, label, help, concept }) => {
    const { Icon, ink } = CONCEPTS[concept]
    return {
      id,
      label,
      hint: help,
      icon: <Icon aria-hidden style={{ color: ink }} />,
      run: () => addAndFocus(addVolume(podSpec, id), ['name']),
    }
  })
}

/** Takes a pod spec's path; gives the menu lines for all that can be added to that pod. */
export function podEntries(podSpec: Path): readonly MenuEntry[] {
  const { Icon, ink } = CONCEPTS.volume
  return [
    {
      kind: 'group',
      label: 'Pod',
      items: [roleEntry(podSpec, 'app'), roleEntry(podSpec, 'sidecar'), roleEntry(podSpec, 'init')],
    },
    {
      kind: 'submenu',
      id: 'volume',
      label: 'Volume',
      hint: 'A directory that containers of the pod mount.',
      icon: <Icon aria-hidden style={{ color: ink }} />,
      items: volumeEntries(podSpec),
    },
  ]
}
