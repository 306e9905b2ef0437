import { FlaskConical, Pause, Play, RotateCcw, Square, StepForward } from 'lucide-react'
import { shownMoment, SPEEDS, useRun } from '../../store/run'
import { playRun, scrubTo, setSpeed, startRun, stepRun, stopRun, toggleRun } from '../../store/runDeeds'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { SelectField } from '../../ui/SelectField'
import { Tooltip } from '../../ui/Tooltip'
import { clockText } from './clockText'
import styles from './run.module.css'

/** What the simulation is, for whoever asks. */
const WHAT_IT_IS =
  'This is a simulation in your browser. It follows the code of Kubernetes 1.36 (the kubelet’s and the controllers’) in virtual time; nothing is sent anywhere.'

/** Start, pause, step, speed, and the clock. */
export function RunToolbar() {
  const phase = useRun((run) => run.phase)
  const isLive = useRun((run) => run.shown === null)
  const isRunning = phase === 'running'
  const isOn = isRunning || phase === 'paused'
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Run">
      <Button
        variant={isRunning ? 'plain' : 'primary'}
        icon={isRunning ? <Pause aria-hidden /> : <Play aria-hidden />}
        disabled={phase === 'starting'}
        onClick={toggleRun}
      >
        {isRunning ? 'Pause' : phase === 'paused' ? 'Go on' : phase === 'starting' ? 'Starting…' : 'Run'}
      </Button>
      <IconButton label="Step to the next thing that happens" disabled={!isOn} onClick={stepRun}>
        <StepForward aria-hidden />
      </IconButton>
      <IconButton label="Start from the beginning" disabled={!isOn} onClick={() => void startRun()}>
        <RotateCcw aria-hidden />
      </IconButton>
      <IconButton label="Stop the run" disabled={phase === 'off'} onClick={stopRun}>
        <Square aria-hidden />
      </IconButton>
      <Speed />
      <Clock />
      {isOn && !isLive ? (
        <Button variant="quiet" onClick={isRunning ? playRun : () => scrubTo(Infinity)}>
          Back to now
        </Button>
      ) : null}
      <span className={styles.space} />
      <Tooltip text={WHAT_IT_IS} side="top">
        <button type="button" className={styles.simulation}>
          <FlaskConical aria-hidden />
          <span>Simulation</span>
        </button>
      </Tooltip>
    </div>
  )
}

function Speed() {
  const speed = useRun((run) => run.speed)
  return (
    <div className={styles.speed}>
      <SelectField
        layout="bare"
        label="Speed"
        value={String(speed)}
        options={SPEEDS.map((each) => ({
          value: String(each),
          label: `${each}×`,
          hint: each === 1 ? 'Real time' : undefined,
        }))}
        onChange={(chosen) => {
          const next = SPEEDS.find((each) => String(each) === chosen)
          if (next !== undefined) setSpeed(next)
        }}
      />
    </div>
  )
}

/** The moment that is shown; where that is in the past, now too. */
function Clock() {
  const moment = useRun((run) => Math.floor(shownMoment(run) / 100) * 100)
  const isLive = useRun((run) => run.shown === null)
  const now = useRun((run) => (run.shown === null ? 0 : Math.floor(run.now / 1000) * 1000))
  return (
    <span className={styles.clock} role="timer" aria-label="Virtual time" aria-live="off">
      {clockText(moment)}
      {isLive ? null : <span className={styles.quiet}>{` of ${clockText(now)}`}</span>}
    </span>
  )
}
