import { dns1123Subdomain } from '../../kubernetes/names'
import { quantityValue } from '../../kubernetes/quantity'
import type {
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerSpec,
  HPAScalingPolicy,
  HPAScalingRules,
} from '../../kubernetes/schema/types-1.36'
import { validateOneOf } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { validateObjectMeta } from '../metadata/validateObjectMeta'
import type { Report } from '../report'
import { validateReference } from './crossVersionReference'
import { validateMetrics } from './metrics'

const MOST_PERIOD_SECONDS = 1800
const MOST_WINDOW_SECONDS = 3600
const SELECT_POLICIES = ['Disabled', 'Max', 'Min']
const POLICY_TYPES = ['Percent', 'Pods']

/** Takes a HorizontalPodAutoscaler with its defaults, and the path of its root; reports what is wrong with it (autoscaling ValidateHorizontalPodAutoscaler). */
export function validateHorizontalPodAutoscaler(
  autoscaler: HorizontalPodAutoscaler,
  root: FieldPath,
  report: Report,
): void {
  validateObjectMeta(autoscaler.metadata, dns1123Subdomain, root.child('metadata'), report)
  validateSpec(autoscaler.spec ?? {}, root.child('spec'), report)
}

function validateSpec(spec: HorizontalPodAutoscalerSpec, field: FieldPath, report: Report): void {
  const { minReplicas, maxReplicas = 0, scaleTargetRef = {}, metrics = [], behavior } = spec
  if (minReplicas !== undefined && minReplicas < 1)
    report.invalid(field.child('minReplicas'), minReplicas, 'must be greater than or equal to 1')
  if (maxReplicas < 1) report.required(field.child('maxReplicas'), 'must be set and greater than 0')
  if (minReplicas !== undefined && maxReplicas < minReplicas)
    report.invalid(field.child('maxReplicas'), maxReplicas, 'must be greater than or equal to `minReplicas`')
  validateReference(
    scaleTargetRef,
    scaleTargetRef.kind === 'ReplicationController',
    field.child('scaleTargetRef'),
    report,
  )
  validateMetrics(metrics, minReplicas, field.child('metrics'), report)
  const at = field.child('behavior')
  if (behavior?.scaleUp !== undefined) validateRules(behavior.scaleUp, at.child('scaleUp'), report)
  if (behavior?.scaleDown !== undefined) validateRules(behavior.scaleDown, at.child('scaleDown'), report)
}

function validateRules(rules: HPAScalingRules, field: FieldPath, report: Report): void {
  const { stabilizationWindowSeconds: seconds, selectPolicy, policies = [], tolerance } = rules
  const window = field.child('stabilizationWindowSeconds')
  if (seconds !== undefined && seconds < 0)
    report.invalid(window, seconds, 'must be greater than or equal to zero')
  if (seconds !== undefined && seconds > MOST_WINDOW_SECONDS)
    report.invalid(window, seconds, `must be less than or equal to ${MOST_WINDOW_SECONDS}`)
  if (selectPolicy !== undefined && !SELECT_POLICIES.includes(selectPolicy))
    report.notSupported(field.child('selectPolicy'), selectPolicy, SELECT_POLICIES)
  if (policies.length === 0) report.required(field.child('policies'), 'must specify at least one Policy')
  for (const [i, policy] of policies.entries())
    validatePolicy(policy, field.child('policies').index(i), report)
  if (tolerance !== undefined && (quantityValue(tolerance) ?? 0) < 0)
    report.invalid(field.child('tolerance'), String(tolerance), 'must be greater than or equal to 0')
}

function validatePolicy(policy: HPAScalingPolicy, field: FieldPath, report: Report): void {
  const { type = '', value = 0, periodSeconds = 0 } = policy
  validateOneOf(type, POLICY_TYPES, field.child('type'), report)
  if (value <= 0) report.invalid(field.child('value'), value, 'must be greater than zero')
  if (periodSeconds <= 0)
    report.invalid(field.child('periodSeconds'), periodSeconds, 'must be greater than zero')
  if (periodSeconds > MOST_PERIOD_SECONDS)
    report.invalid(
      field.child('periodSeconds'),
      periodSeconds,
      `must be less than or equal to ${MOST_PERIOD_SECONDS}`,
    )
}
