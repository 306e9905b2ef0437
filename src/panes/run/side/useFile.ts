import { useEffect, useRef, useState } from 'react'
import type { ContainerPlace } from '../../../core/simulator/history/happening'
import type { FileAnswer } from '../../../core/simulator/session/protocol'
import { useRun } from '../../../store/run'
import { readFiles } from '../../../store/runDeeds'

/** How often it is looked whether something else is wanted, and how often what is there now is read again, in real milliseconds. */
const LOOK = 60
const AGAIN = 400

/** What stood at a path, at which moment of the past; null: now. */
export interface ReadFile {
  readonly path: string
  readonly time: number | null
  readonly answer: FileAnswer | null
}

/**
 * Takes a container, a path and a moment of the past (null: now); gives what stands there: null until it is known,
 * and that of another moment until that of this one is. One thing is asked at a time, however fast the moments change.
 */
export function useFile(
  { namespace, pod, container }: ContainerPlace,
  path: string,
  time: number | null,
): ReadFile | null {
  const [read, setRead] = useState<ReadFile | null>(null)
  const wanted = useRef({ path, time })
  useEffect(() => {
    wanted.current = { path, time }
  }, [path, time])
  useEffect(() => {
    let isWanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    let last = { path: '', time: -1, now: -1, at: -Infinity }
    const look = async (): Promise<void> => {
      const { path: nextPath, time: nextTime } = wanted.current
      const { now } = useRun.getState()
      const next = { path: nextPath, time: nextTime ?? -1, now, at: performance.now() }
      const isOther = next.path !== last.path || next.time !== last.time
      if (isOther || (nextTime === null && now !== last.now && next.at - last.at >= AGAIN)) {
        last = next
        const answer = await readFiles({ namespace, pod, container }, nextPath, nextTime)
        if (isWanted) setRead({ path: nextPath, time: nextTime, answer })
      }
      if (isWanted) timer = setTimeout(() => void look(), LOOK)
    }
    void look()
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [namespace, pod, container])
  return read?.path === path ? read : null
}
