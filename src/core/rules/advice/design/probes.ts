import type { Json } from '../../../kubernetes/json'
import type { Path } from '../../../kubernetes/path'
import { field, numberOf } from '../../../kubernetes/shape'
import type { PodContainer } from './pod'

/** The three probes of a container. */
export const PROBES = ['startupProbe', 'livenessProbe', 'readinessProbe'] as const
export type ProbeName = (typeof PROBES)[number]

/** A probe of a container, with the server's defaults where nothing is written (core/v1 SetDefaults_Probe). */
export interface Probe {
  readonly name: ProbeName
  readonly path: Path
  readonly value: Json
  readonly initialDelaySeconds: number
  readonly periodSeconds: number
  readonly timeoutSeconds: number
  readonly failureThreshold: number
  /** Where its port is written, and the port; null for a handler without one. */
  readonly portPath: Path | null
  readonly port: Json | undefined
}

/** Takes a container; gives its probes. */
export function probesOf(container: PodContainer): readonly Probe[] {
  return PROBES.flatMap((name): Probe[] => {
    const value = field(container.value, name)
    if (value === undefined || value === null) return []
    const path = [...container.path, name]
    const handler = (['httpGet', 'tcpSocket'] as const).find((key) => field(value, key) !== undefined)
    return [
      {
        name,
        path,
        value,
        initialDelaySeconds: numberOr(value, 'initialDelaySeconds', 0),
        periodSeconds: numberOr(value, 'periodSeconds', 10),
        timeoutSeconds: numberOr(value, 'timeoutSeconds', 1),
        failureThreshold: numberOr(value, 'failureThreshold', 3),
        portPath: handler === undefined ? null : [...path, handler, 'port'],
        port: handler === undefined ? undefined : field(field(value, handler), 'port'),
      },
    ]
  })
}

/** Takes a container and the name of a probe; gives that probe, or null. */
export function probeOf(container: PodContainer, name: ProbeName): Probe | null {
  return probesOf(container).find((probe) => probe.name === name) ?? null
}

/** A zero is the same to the server here as nothing written, except for the delay, where it is the default. */
function numberOr(value: Json, key: string, byDefault: number): number {
  const number = numberOf(field(value, key))
  return number === null || number === 0 ? byDefault : number
}
