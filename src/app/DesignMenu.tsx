import { ChevronDown, FileQuestion } from 'lucide-react'
import { designs, useDesigns } from '../store/library'
import { Button } from '../ui/Button'
import { Menu, type MenuEntry, type MenuItem } from '../ui/Menu'
import { notify } from '../ui/Toast'
import { commandOf } from './commands'
import styles from './DesignMenu.module.css'
import { itemOf } from './menuItem'

/** The open design's name, and on it the menu of all designs and what can be done with them. */
export function DesignMenu() {
  const open = useDesigns((state) => state.open)
  const records = useDesigns((state) => state.records)
  const unreadable = useDesigns((state) => state.unreadable)

  const own = records.map(({ id, name }): MenuItem => ({
    id,
    label: name,
    checked: id === open.id,
    run: () => designs.getState().switchTo(id),
  }))
  const entries: MenuEntry[] = [
    { kind: 'group', label: 'Your designs, kept in this browser', items: own },
    ...(unreadable.length === 0 ? [] : [unreadableGroup(unreadable.map(({ id }) => id))]),
    { kind: 'separator', id: 'deeds' },
    itemOf(commandOf('rename-design')),
    itemOf(commandOf('duplicate-design')),
    { ...itemOf(commandOf('delete-design')), danger: true },
  ]
  return (
    <Menu
      trigger={
        <Button variant="quiet" aria-label={`Design: ${open.name}`}>
          <span className={styles.name}>{open.name}</span>
          <ChevronDown aria-hidden />
        </Button>
      }
      entries={entries}
    />
  )
}

/** What storage holds that isn't a design: it can be looked at as text, or removed. */
function unreadableGroup(ids: readonly string[]): MenuEntry {
  return {
    kind: 'group',
    label: 'Kept, but not readable as a design',
    items: ids.flatMap((id, index): MenuItem[] => [
      {
        id: `open-${id}`,
        label: `Open entry ${index + 1} as text`,
        icon: <FileQuestion aria-hidden />,
        run: () => designs.getState().openUnreadable(id),
      },
      {
        id: `remove-${id}`,
        label: `Remove entry ${index + 1}`,
        danger: true,
        run: () => {
          const restore = designs.getState().removeUnreadable(id)
          notify({ title: 'Removed the entry', action: { label: 'Undo', run: restore } })
        },
      },
    ]),
  }
}
