import type { Path } from '../../../core/kubernetes/path'
import { useFieldNote } from '../../../ui/FieldNotes'
import { LEVEL_ICONS, LEVEL_INKS } from '../../../ui/levels'
import { pathKey } from '../pathKey'
import styles from './schema.module.css'

/** What is said of a mapping or list as a whole, which has no control of its own to say it at. */
export function NotesAt({ path }: { readonly path: Path }) {
  const note = useFieldNote(pathKey(path))
  if (note === null) return null
  const Icon = LEVEL_ICONS[note.level]
  return (
    <p className={styles.note} style={{ color: LEVEL_INKS[note.level] }}>
      <Icon aria-hidden size={13} />
      <span>{note.text}</span>
    </p>
  )
}
