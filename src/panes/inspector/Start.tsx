import { isForeign } from '../../core/kubernetes/objects'
import { addDeployment } from '../../core/patterns/addDeployment'
import { useDesigner } from '../../store/designer'
import { Button } from '../../ui/Button'
import { addAndFocus } from './change'
import styles from './Inspector.module.css'

/** What to do where the text has no object yet. What it has stays: the Deployment comes behind it. */
export function Start() {
  const foreign = useDesigner(({ manifest }) => isForeign(manifest))
  return (
    <div className={styles.start}>
      <p>
        {foreign
          ? 'What the text says is not a Kubernetes object: those begin with apiVersion and kind. Mend it in the YAML pane, or add an object below it.'
          : 'There is nothing to edit yet. Type or paste YAML, or start here.'}
      </p>
      <div>
        <Button variant="primary" onClick={() => addAndFocus(addDeployment(), ['metadata', 'name'])}>
          Start with a Deployment
        </Button>
      </div>
    </div>
  )
}
