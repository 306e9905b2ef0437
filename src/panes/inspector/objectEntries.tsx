import { addObject } from '../../core/kubernetes/edits/addObject'
import { OBJECT_KINDS } from '../../core/kubernetes/objectKinds'
import { KIND_GROUPS } from '../../core/kubernetes/objectKinds/objectKind'
import { useDesigner } from '../../store/designer'
import { CONCEPTS } from '../../ui/concepts'
import type { MenuGroup } from '../../ui/Menu'
import { addAndFocus } from './change'

/** Gives the menu lines that add an object of each kind, for what is selected, and go to its name. */
export function objectEntries(): readonly MenuGroup[] {
  return KIND_GROUPS.map((group) => ({
    kind: 'group',
    label: group,
    items: OBJECT_KINDS.filter((row) => row.group === group).map(({ kind, help, concept }) => {
      const { Icon, ink } = CONCEPTS[concept]
      return {
        id: kind,
        label: kind,
        hint: help,
        icon: <Icon aria-hidden style={{ color: ink }} />,
        run: () => addAndFocus(addObject(kind, useDesigner.getState().selected), ['metadata', 'name']),
      }
    }),
  }))
}
