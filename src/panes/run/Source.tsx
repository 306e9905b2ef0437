import styles from './Source.module.css'

/** What a {@link Source} takes. */
export interface SourceProps {
  /** The file of Kubernetes, or its enhancement proposal. */
  readonly rule: string
  readonly docs: string
}

/** Where a rule comes from, and a page that says more. */
export function Source({ rule, docs }: SourceProps) {
  return (
    <p className={styles.source}>
      <span>{`Rule: ${rule}`}</span>
      <a href={docs} target="_blank" rel="noreferrer">
        kubernetes.io
      </a>
    </p>
  )
}
