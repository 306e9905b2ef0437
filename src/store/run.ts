import { create } from 'zustand'
import type { Json } from '../core/kubernetes/json'
import type { ClusterHistory } from '../core/simulator/history/clusterHistory'
import type { ContainerPlace } from '../core/simulator/history/happening'
import type { PodMoment } from '../core/simulator/history/moment'

/** How many times faster than real time a run can go. */
export const SPEEDS = [1, 2, 5, 10, 60, 300, 1000] as const

export type Speed = (typeof SPEEDS)[number]

/** A run of the design in the simulated cluster. */
export interface Run {
  /** Starting: the simulator is being fetched. */
  readonly phase: 'off' | 'starting' | 'paused' | 'running'
  /** How far virtual time has come, in milliseconds. */
  readonly now: number
  readonly speed: Speed
  /** The moment of the past that is shown; null: now. */
  readonly shown: number | null
  readonly history: ClusterHistory | null
  /** Changes when the history does: it grows in place. */
  readonly version: number
  /** The pods at the moment that is shown. */
  readonly pods: readonly PodMoment[]
  /** The id of the design that runs; null where nothing does. */
  readonly design: string | null
  /** The documents that run, as last applied. */
  readonly applied: readonly Json[]
  /** What the last apply said, a line an object. */
  readonly said: readonly string[]
  /** The container that somebody looks at closely; null: the first one there is. */
  readonly chosen: ContainerPlace | null
  /** The simulator has not answered for some seconds. */
  readonly isHung: boolean
  /** Why the simulator gave up, or null. */
  readonly failure: string | null
  /** A line that was typed in the terminal has not ended. */
  readonly isBusy: boolean
}

/** What holds where nothing runs. */
export const NO_RUN: Omit<Run, 'speed'> = {
  phase: 'off',
  now: 0,
  shown: null,
  history: null,
  version: 0,
  pods: [],
  design: null,
  applied: [],
  said: [],
  chosen: null,
  isHung: false,
  failure: null,
  isBusy: false,
}

/** The run: a hook with selectors; `useRun.getState()` outside React. What may be done with it is in runDeeds. */
export const useRun = create<Run>()(() => ({ ...NO_RUN, speed: 1 }))

/** Takes the run; gives the moment that is shown. */
export function shownMoment({ shown, now }: Run): number {
  return shown ?? now
}
