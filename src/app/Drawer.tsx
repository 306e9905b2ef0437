import { ProblemsPane } from '../panes/problems/ProblemsPane'
import { useScreen } from '../store/screen'
import styles from './App.module.css'
import { PaneBoundary } from './PaneBoundary'

/** What stands below the panes, while it is wanted. */
export function Drawer() {
  const drawer = useScreen((screen) => screen.drawer)
  if (drawer === null) return null
  return (
    <div className={styles.drawer} data-pane={drawer} tabIndex={-1}>
      <PaneBoundary label="Problems">
        <ProblemsPane />
      </PaneBoundary>
    </div>
  )
}
