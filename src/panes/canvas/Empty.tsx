import { Button } from '../../ui/Button'
import { addDeployment } from './addDeployment'
import type { Answer } from './asks/ask'
import styles from './Canvas.module.css'

/** What the canvas says where there is nothing to draw. */
export function Empty({ inert, onDone }: { readonly inert: boolean; readonly onDone: Answer }) {
  return (
    <div className={styles.empty}>
      <h2>Nothing to draw yet</h2>
      <p>Start with a Deployment and add containers to its pod, or type a manifest in the YAML pane.</p>
      <Button
        variant="primary"
        disabled={inert}
        onClick={() => onDone(addDeployment(), 'Added a Deployment')}
      >
        Add a Deployment
      </Button>
    </div>
  )
}
