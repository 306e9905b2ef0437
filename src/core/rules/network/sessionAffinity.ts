import type { ServiceSpec } from '../../kubernetes/schema/types-1.36'
import { validateOneOf } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'

const AFFINITIES = ['ClientIP', 'None']
const MOST_SECONDS = 86_400
const FOR_CLIENT_IP = 'when session affinity type is ClientIP'

/** Takes a Service's spec and its field; reports what is wrong with its session affinity (core ValidateService, validateClientIPAffinityConfig). */
export function validateSessionAffinity(spec: ServiceSpec, field: FieldPath, report: Report): void {
  const { sessionAffinity = '', sessionAffinityConfig } = spec
  const at = field.child('sessionAffinity')
  const config = field.child('sessionAffinityConfig')
  if (sessionAffinity === '') report.required(at)
  else validateOneOf(sessionAffinity, AFFINITIES, at, report)
  if (sessionAffinity === 'None' && sessionAffinityConfig !== undefined)
    report.forbidden(config, 'must not be set when session affinity is None')
  if (sessionAffinity !== 'ClientIP') return
  const seconds = sessionAffinityConfig?.clientIP?.timeoutSeconds
  const timeout = config.child('clientIP', 'timeoutSeconds')
  if (sessionAffinityConfig === undefined) report.required(config, FOR_CLIENT_IP)
  else if (sessionAffinityConfig.clientIP === undefined)
    report.required(config.child('clientIP'), FOR_CLIENT_IP)
  else if (seconds === undefined) report.required(timeout, FOR_CLIENT_IP)
  else if (seconds <= 0 || seconds > MOST_SECONDS)
    report.invalid(timeout, seconds, `must be greater than 0 and less than ${MOST_SECONDS}`)
}
