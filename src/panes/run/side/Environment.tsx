import { useEffect, useState } from 'react'
import type { Span } from '../../../core/simulator/history/lane'
import { useRun } from '../../../store/run'
import { runLine } from '../../../store/runDeeds'
import type { SideTabProps } from './sideTab'
import styles from './side.module.css'

/** What a run of the container has answered. */
interface Asked {
  readonly attempt: number
  readonly text: string
}

/** The variables of a container that runs, as its own `env` prints them. */
export function Environment({ history, place, moment }: SideTabProps) {
  const { namespace, pod, container } = place
  const lane = history.podAt(namespace, pod, moment)?.laneOf(container)
  const span = lane?.at(moment) ?? null
  const attempt = span?.attempt ?? -1
  const hasStarted = isAlive(span)
  // Variables don't change while a process runs: of the run that still goes on, those of the past are those of now.
  const latest = useRun(({ now }) => lane?.at(now)) ?? null
  const isRunning = hasStarted && isAlive(latest) && latest?.attempt === attempt
  const [asked, setAsked] = useState<Asked | null>(null)
  useEffect(() => {
    if (!isRunning) return undefined
    let output = ''
    let isWanted = true
    runLine(`kubectl exec -n ${namespace} ${pod} -c ${container} -- env`, 200, {
      onOutput: (more) => (output += more),
      onRead: () => undefined,
      onEnd: () => {
        if (isWanted) setAsked({ attempt, text: output })
      },
    })
    return () => {
      isWanted = false
    }
  }, [namespace, pod, container, attempt, isRunning])
  if (asked?.attempt !== attempt)
    return (
      <p className={styles.none}>
        {isRunning
          ? 'Asking the container…'
          : hasStarted
            ? 'This run of the container is over, and its variables with it. They can be seen while it runs.'
            : 'It does not run at this moment: its variables are set when it starts.'}
      </p>
    )
  return (
    <dl className={styles.pairs} aria-label="Environment variables">
      {asked.text
        .split(/\r?\n/)
        .filter((line) => line !== '')
        .map((line) => {
          const at = line.indexOf('=')
          return (
            <div key={line} className={styles.pair}>
              <dt>{at === -1 ? line : line.slice(0, at)}</dt>
              <dd>{at === -1 ? '' : line.slice(at + 1)}</dd>
            </div>
          )
        })}
    </dl>
  )
}

function isAlive(span: Span | null): boolean {
  return span?.state === 'running' || span?.state === 'ready'
}
