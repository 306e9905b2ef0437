import { useScreen } from '../store/screen'
import { Dialog } from '../ui/Dialog'
import { Keys } from '../ui/Keys'
import { COMMANDS } from './commands'
import styles from './ShortcutsDialog.module.css'

/** Keys that belong to one pane and work while it has the focus. */
const IN_PANES = [
  { label: 'Move between the parts of the diagram', keys: ['Tab'] },
  { label: 'Select the part under the focus', keys: ['Enter'] },
  { label: 'Remove the selected part of the diagram', keys: ['Delete'] },
  { label: 'Leave the YAML editor: Escape, then Tab', keys: ['Escape'] },
  { label: 'Find in the YAML', keys: ['Mod+F'] },
  { label: 'Say in the YAML what the field at the cursor means', keys: ['Shift+F1'] },
  { label: 'Go to what declares the name in the YAML', keys: ['F12'] },
  { label: 'List what names it', keys: ['Shift+F12'] },
  { label: 'Rename it everywhere', keys: ['F2'] },
] as const

/** The sheet of all shortcuts. */
export function ShortcutsDialog() {
  const open = useScreen(({ dialog }) => dialog === 'shortcuts')
  const closeDialog = useScreen((screen) => screen.closeDialog)
  const everywhere = COMMANDS.flatMap(({ label, keys }) => (keys === undefined ? [] : [{ label, keys }]))
  return (
    <Dialog open={open} onClose={closeDialog} title="Keyboard shortcuts" width={480}>
      <h3 className={styles.heading}>Everywhere</h3>
      <List rows={everywhere} />
      <h3 className={styles.heading}>In a pane</h3>
      <List rows={IN_PANES} />
    </Dialog>
  )
}

function List({ rows }: { readonly rows: readonly { label: string; keys: readonly string[] }[] }) {
  return (
    <dl className={styles.list}>
      {rows.map(({ label, keys }) => (
        <div key={label} className={styles.row}>
          <dt>{label}</dt>
          <dd className={styles.keys}>
            {keys.map((each) => (
              <Keys key={each} keys={each} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
