import { Component, type ReactNode } from 'react'
import { Button } from '../ui/Button'
import { CommandButton } from './CommandButton'
import styles from './PaneBoundary.module.css'

/** What a {@link PaneBoundary} takes. */
export interface PaneBoundaryProps {
  readonly label: string
  readonly children: ReactNode
}

/** Holds one pane: when it breaks, the others go on, and the text can still be copied and downloaded. */
export class PaneBoundary extends Component<PaneBoundaryProps, { readonly failure: Error | null }> {
  override state: { readonly failure: Error | null } = { failure: null }

  static getDerivedStateFromError(thrown: unknown): { failure: Error } {
    return { failure: thrown instanceof Error ? thrown : new Error(String(thrown)) }
  }

  override render(): ReactNode {
    const { label, children } = this.props
    const { failure } = this.state
    if (failure === null) return children
    return (
      <section aria-label={label} className={styles.broken}>
        <h2 role="alert">{`The ${label} pane has stopped working`}</h2>
        <p>Your manifest is safe: copy it, download it, or go on in the other panes.</p>
        <pre className={styles.cause}>{failure.message}</pre>
        <div className={styles.actions}>
          <Button variant="primary" onClick={() => this.setState({ failure: null })}>
            Reload pane
          </Button>
          <CommandButton command="undo" words="Undo" variant="plain" />
          <CommandButton command="copy" words="Copy" variant="plain" />
          <CommandButton command="download" words="Download" variant="plain" />
        </div>
      </section>
    )
  }
}
