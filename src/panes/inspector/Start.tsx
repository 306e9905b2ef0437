import { STARTERS } from '../../core/patterns/starters'
import { useDesigner } from '../../store/designer'
import { Button } from '../../ui/Button'
import styles from './Inspector.module.css'

/** What to do where the text has no object yet. */
export function Start() {
  const blank = STARTERS.find(({ id }) => id === 'blank')
  return (
    <div className={styles.start}>
      <p>There is nothing to edit yet. Type or paste YAML, or start here.</p>
      {blank === undefined ? null : (
        <div>
          <Button variant="primary" onClick={() => useDesigner.getState().open(blank.text)}>
            Start with a Deployment
          </Button>
        </div>
      )}
    </div>
  )
}
