import type { Argv } from '../../../core/kubernetes/script'
import styles from './container.module.css'

/** What the kubelet starts: each word of the final argv on its own line. */
export function ArgvPreview({ argv: { command, args } }: { readonly argv: Argv }) {
  return (
    <div className={styles.preview}>
      <div className={styles.previewTitle}>Runs</div>
      <ol className={styles.argv}>
        {command.length === 0 ? (
          <li>
            <span className={styles.image}>the image’s entrypoint</span>
          </li>
        ) : null}
        {[...command, ...args].map((word, index) => (
          // Words have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <span>{word === '' ? '""' : word}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
