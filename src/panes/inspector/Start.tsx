import { ChevronDown } from 'lucide-react'
import { isForeign } from '../../core/kubernetes/objects'
import { addObject } from '../../core/kubernetes/edits/addObject'
import { useDesigner } from '../../store/designer'
import { Button } from '../../ui/Button'
import { Menu } from '../../ui/Menu'
import { addAndFocus } from './change'
import styles from './Inspector.module.css'
import { objectEntries } from './objectEntries'

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
      <div className={styles.starts}>
        <Button variant="primary" onClick={() => addAndFocus(addObject('Deployment'), ['metadata', 'name'])}>
          Start with a Deployment
        </Button>
        <Menu
          trigger={
            <Button variant="quiet">
              Other object…
              <ChevronDown aria-hidden />
            </Button>
          }
          entries={objectEntries()}
        />
      </div>
    </div>
  )
}
