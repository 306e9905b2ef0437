import { isForeign } from '../../core/kubernetes/objects'
import { addObject } from '../../core/kubernetes/edits/addObject'
import { useDesigner } from '../../store/designer'
import { Button } from '../../ui/Button'
import type { Answer } from './asks/ask'
import styles from './Canvas.module.css'

/** What the canvas says where there is nothing to draw. */
export function Empty({ inert, onDone }: { readonly inert: boolean; readonly onDone: Answer }) {
  const foreign = useDesigner(({ manifest }) => isForeign(manifest))
  return (
    <div className={styles.empty}>
      <h2>Nothing to draw yet</h2>
      <p>
        {foreign
          ? 'What the text says is not a Kubernetes object. Add a Deployment below it, or mend it in the YAML pane.'
          : 'Start with a Deployment and add containers to its pod, or type a manifest in the YAML pane.'}
      </p>
      <Button
        variant="primary"
        disabled={inert}
        onClick={() => onDone(addObject('Deployment'), 'Added a Deployment')}
      >
        Add a Deployment
      </Button>
    </div>
  )
}
