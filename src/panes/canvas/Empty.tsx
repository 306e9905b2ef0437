import { STARTERS } from '../../core/patterns/starters'
import { read } from '../../core/yaml/read'
import { useDesigner } from '../../store/designer'
import { Button } from '../../ui/Button'
import styles from './Canvas.module.css'

/** What the canvas says where there is nothing to draw. */
export function Empty({ inert }: { readonly inert: boolean }) {
  const begin = (): void => {
    const blank = STARTERS.find((starter) => starter.id === 'blank')
    // Added to what is there, so that comments of an otherwise empty text stay.
    useDesigner.getState().edit((documents) => {
      documents.push(...read(blank?.text ?? '').documents)
      return [documents.length - 1]
    })
  }
  return (
    <div className={styles.empty}>
      <h2>Nothing to draw yet</h2>
      <p>Start with a Deployment and add containers to its pod, or type a manifest in the YAML pane.</p>
      <Button variant="primary" disabled={inert} onClick={begin}>
        Add a Deployment
      </Button>
    </div>
  )
}
