import { Play } from 'lucide-react'
import { useRun } from '../../store/run'
import { startRun } from '../../store/runDeeds'
import { Button } from '../../ui/Button'
import { RunBars } from './RunBars'
import { RunToolbar } from './RunToolbar'
import styles from './run.module.css'
import { Side } from './side/Side'
import { Timeline } from './timeline/Timeline'

/** The design, running: start and speed, the lives of its containers, and what the chosen one says and has. */
export function RunPane() {
  const history = useRun((run) => run.history)
  const phase = useRun((run) => run.phase)
  return (
    <section aria-label="Run" className={styles.pane}>
      <RunToolbar />
      <RunBars />
      {history === null ? (
        <Empty isStarting={phase === 'starting'} />
      ) : (
        <div className={styles.body}>
          <Timeline key={history.epoch} history={history} />
          <Side history={history} />
        </div>
      )}
    </section>
  )
}

function Empty({ isStarting }: { readonly isStarting: boolean }) {
  return (
    <div className={styles.empty}>
      <p>
        <strong>Press Run: the pods of this design live here.</strong>
      </p>
      <p>
        Containers start, pass their probes, crash and come back by Kubernetes’ own rules; shell scripts and
        well-known images really do their work, on shared volumes and one localhost. Nothing leaves the
        browser.
      </p>
      <Button
        variant="primary"
        icon={<Play aria-hidden />}
        disabled={isStarting}
        onClick={() => void startRun()}
      >
        {isStarting ? 'Starting…' : 'Run the design'}
      </Button>
    </div>
  )
}
