/** What a probe says of a container. */
export type ProbeResult = 'Success' | 'Failure' | 'Unknown'

/** The kinds of probes, and the field of a container that describes each. */
export const PROBES = {
  startup: 'startupProbe',
  liveness: 'livenessProbe',
  readiness: 'readinessProbe',
} as const

export type ProbeType = keyof typeof PROBES

/** Gives the last published result of a container's probe, by the container's id; undefined where there is none. */
export type ProbeResults = (type: ProbeType, id: string) => ProbeResult | undefined
