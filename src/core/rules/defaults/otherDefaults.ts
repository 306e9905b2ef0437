import { encodeBase64, bytesOfText } from '../../kubernetes/base64'
import { isObject, type Json, type JsonObject } from '../../kubernetes/json'
import { field, itemsOf, textOf } from '../../kubernetes/shape'
import { familyOf } from '../network/clusterIPs'
import type { Rules } from './rule'

/*
 * What the server fills into what is not a workload: the defaults.go of core, networking, autoscaling and policy of
 * Kubernetes 1.36, the strategies of their registries, and the allocator of Services' addresses on a cluster that has
 * IPv4 only (what it allocates is not made up).
 */

const LOAD_BALANCER = 'LoadBalancer'
const EXTERNAL_TYPES = new Set(['NodePort', LOAD_BALANCER])
const INTERNAL_TYPES = new Set(['ClusterIP', ...EXTERNAL_TYPES])

/** apis/autoscaling/v2/defaults.go: how fast an autoscaler moves unless it says otherwise. */
const SCALE_UP = {
  stabilizationWindowSeconds: 0,
  selectPolicy: 'Max',
  policies: [
    { type: 'Pods', value: 4, periodSeconds: 15 },
    { type: 'Percent', value: 100, periodSeconds: 15 },
  ],
}
const SCALE_DOWN = { selectPolicy: 'Max', policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }] }
const CPU_AT_80_PERCENT = {
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
}

function fillServiceSpec(draft: JsonObject): void {
  const type = textOf(draft['type'])
  if (draft['sessionAffinity'] === 'None') delete draft['sessionAffinityConfig']
  else if (draft['sessionAffinity'] === 'ClientIP') {
    const config = objectOf(draft['sessionAffinityConfig'])
    draft['sessionAffinityConfig'] = {
      clientIP: { timeoutSeconds: 10_800, ...objectOf(config['clientIP']) },
    }
  }
  const hasExternalIPs = type === 'ClusterIP' && itemsOf(draft['externalIPs']).length > 0
  if (EXTERNAL_TYPES.has(type) || hasExternalIPs) draft['externalTrafficPolicy'] ??= 'Cluster'
  if (INTERNAL_TYPES.has(type)) {
    draft['internalTrafficPolicy'] ??= 'Cluster'
    const isDual = draft['clusterIP'] === 'None' && draft['selector'] === undefined
    draft['ipFamilyPolicy'] ??= isDual ? 'RequireDualStack' : 'SingleStack'
    draft['ipFamilies'] ??= isDual ? ['IPv4', 'IPv6'] : [familyOf(textOf(draft['clusterIP'])) ?? 'IPv4']
  }
  if (type === LOAD_BALANCER) draft['allocateLoadBalancerNodePorts'] ??= true
}

function fillAutoscalerSpec(draft: JsonObject): void {
  if (itemsOf(draft['metrics']).length === 0) draft['metrics'] = [CPU_AT_80_PERCENT]
  const behavior = draft['behavior']
  if (behavior !== undefined)
    draft['behavior'] = {
      scaleUp: { ...SCALE_UP, ...objectOf(field(behavior, 'scaleUp')) },
      scaleDown: { ...SCALE_DOWN, ...objectOf(field(behavior, 'scaleDown')) },
    }
}

function fillSecret(draft: JsonObject): void {
  draft['type'] ??= 'Opaque'
  const texts = draft['stringData']
  if (!isObject(texts)) return
  const encoded = Object.entries(texts).map(([key, text]) => [key, encodeBase64(bytesOfText(textOf(text)))])
  draft['data'] = { ...objectOf(draft['data']), ...Object.fromEntries(encoded) }
  delete draft['stringData']
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {}
}

/** Where the server fills in, by the type of the object. */
export const OTHER_DEFAULTS: Rules = {
  Service: { fixed: { spec: {} } },
  ServiceSpec: { fixed: { type: 'ClusterIP', sessionAffinity: 'None' }, computed: fillServiceSpec },
  ServicePort: {
    fixed: { protocol: 'TCP' },
    computed: (draft) => {
      if ([undefined, 0, ''].some((none) => draft['targetPort'] === none))
        draft['targetPort'] = draft['port'] ?? 0
    },
  },
  Secret: { computed: fillSecret },
  Ingress: { fixed: { spec: {} } },
  NetworkPolicy: { fixed: { spec: {} } },
  NetworkPolicySpec: {
    fixed: { podSelector: {} },
    computed: (draft) => {
      draft['policyTypes'] ??= itemsOf(draft['egress']).length > 0 ? ['Ingress', 'Egress'] : ['Ingress']
    },
  },
  NetworkPolicyPort: { fixed: { protocol: 'TCP' } },
  HorizontalPodAutoscaler: { fixed: { spec: {} } },
  HorizontalPodAutoscalerSpec: { fixed: { minReplicas: 1 }, computed: fillAutoscalerSpec },
  PodDisruptionBudget: { fixed: { spec: {} } },
}
