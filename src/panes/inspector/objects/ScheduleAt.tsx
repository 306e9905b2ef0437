import { useState } from 'react'
import { cronProblem, parseCron } from '../../../core/kubernetes/cron'
import { isTimeZone, nextRuns } from '../../../core/kubernetes/cronRuns'
import { cronInWords } from '../../../core/words/cronInWords'
import { TextAt } from '../fields/TextAt'
import { asText, useValue } from '../fields/useValue'
import type { ControlProps } from '../schema/control'
import styles from './objects.module.css'

const RUNS = 3

const SUGGESTIONS = ['*/5 * * * *', '@hourly', '0 3 * * *', '0 3 * * 1-5', '0 3 * * 0', '0 3 1 * *'].map(
  (value) => ({
    value,
    hint: cronInWords(value) ?? '',
  }),
)

/** When a CronJob runs: its schedule, in words, and the next runs in its time zone. */
export function ScheduleAt({ path, label, help, layout }: ControlProps) {
  const schedule = asText(useValue(path))
  const zone = asText(useValue([...path.slice(0, -1), 'timeZone']))
  const words = cronInWords(schedule)
  return (
    <div className={styles.stack}>
      <TextAt
        label={label}
        help={help ?? 'Minute, hour, day of the month, month, weekday.'}
        layout={layout}
        path={path}
        required
        check={cronProblem}
        placeholder="0 3 * * *"
        suggestions={SUGGESTIONS}
      />
      {words === null ? null : (
        <div className={styles.words}>
          <p>{words}</p>
          <NextRuns schedule={schedule} zone={zone === '' ? 'UTC' : zone} isAssumed={zone === ''} />
        </div>
      )}
    </div>
  )
}

function NextRuns({
  schedule,
  zone,
  isAssumed,
}: {
  readonly schedule: string
  readonly zone: string
  readonly isAssumed: boolean
}) {
  const [now] = useState(() => Date.now())
  const cron = parseCron(schedule)
  if (cron.is !== 'times' || !isTimeZone(zone)) return null
  const runs = nextRuns(cron, zone, now, RUNS)
  if (runs.length === 0) return <p>There is no such day within five years.</p>
  const shown = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
  return (
    <>
      <p>{`Next, in ${zone}${isAssumed ? ' (the control plane’s own zone counts while none is set)' : ''}:`}</p>
      <ol className={styles.runs} aria-label="Next runs">
        {runs.map((run) => (
          <li key={run}>{shown.format(run)}</li>
        ))}
      </ol>
    </>
  )
}
