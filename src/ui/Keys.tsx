import { keyNames } from './keyNames'
import styles from './Keys.module.css'

/** Shows a shortcut such as `Mod+Shift+Z` as key caps. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.keys}>
      {keyNames(keys).map((name) => (
        <kbd key={name} className={styles.key}>
          {name}
        </kbd>
      ))}
    </span>
  )
}
