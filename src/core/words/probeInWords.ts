import type { Json } from '../kubernetes/json'
import { field, numberOf, stringsOf, wordOf } from '../kubernetes/shape'

/** The three probes of a container, by their fields. */
export type ProbeName = 'startupProbe' | 'readinessProbe' | 'livenessProbe'

/** What the kubelet does once a probe has failed so often in a row, and how long that may take. */
const CONSEQUENCES: Readonly<Record<ProbeName, (failures: string, within: string) => string>> = {
  livenessProbe: (failures, within) => `restarted after ${failures} = within ${within}`,
  readinessProbe: (failures, within) =>
    `taken out of its Services after ${failures} = within ${within}, until it passes again`,
  startupProbe: (failures, within) =>
    `restarted after ${failures} = it may take ${within} to start; the other probes wait for it`,
}

/**
 * Takes a probe and which one it is; gives in a sentence what is asked, how often, and what follows, with the
 * server's defaults (period 10 s, 3 failures, 1 success; the timeout of 1 s is said where it is written: SetDefaults_Probe in pkg/apis/core/v1).
 */
export function probeInWords(probe: Json | undefined, name: ProbeName): string {
  const seconds = (key: string, preset: number): number => numberOf(field(probe, key)) ?? preset
  const delay = seconds('initialDelaySeconds', 0)
  const period = seconds('periodSeconds', 10) || 10
  const failures = seconds('failureThreshold', 3) || 3
  const timeout = numberOf(field(probe, 'timeoutSeconds'))
  const successes = seconds('successThreshold', 1) || 1
  const often = failures === 1 ? '1 failure' : `${failures} failures in a row`
  return [
    `${handlerInWords(probe)}, checked every ${period} s${delay > 0 ? ` after ${delay} s` : ''}`,
    CONSEQUENCES[name](often, `${delay + period * failures} s`),
    timeout === null ? '' : `an answer that takes over ${timeout} s is a failure`,
    successes > 1 ? `well again after ${successes} successes in a row` : '',
  ]
    .filter((part) => part !== '')
    .join('; ')
    .concat('.')
}

/** Takes a probe or a lifecycle handler; gives what it does: `GET /healthz on port 8080`. */
export function handlerInWords(handler: Json | undefined): string {
  const get = field(handler, 'httpGet')
  if (get !== undefined) {
    const scheme = wordOf(field(get, 'scheme')) === 'HTTPS' ? 'HTTPS ' : ''
    return `${scheme}GET ${wordOf(field(get, 'path')) || '/'} on port ${wordOf(field(get, 'port')) || '?'}`
  }
  const socket = field(handler, 'tcpSocket')
  if (socket !== undefined) return `a connection to port ${wordOf(field(socket, 'port')) || '?'}`
  const grpc = field(handler, 'grpc')
  if (grpc !== undefined) return `a gRPC health check on port ${wordOf(field(grpc, 'port')) || '?'}`
  const exec = field(handler, 'exec')
  if (exec !== undefined) return stringsOf(field(exec, 'command')).join(' ') || 'a command'
  const sleep = field(handler, 'sleep')
  if (sleep !== undefined) return `a sleep of ${wordOf(field(sleep, 'seconds')) || '?'} s`
  return 'nothing yet'
}
