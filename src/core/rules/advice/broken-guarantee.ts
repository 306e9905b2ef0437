import { quantityValue } from '../../kubernetes/quantity'
import { field } from '../../kubernetes/shape'
import { isObject } from '../../kubernetes/json'
import type { Advice } from './advice'
import { amountIn } from './design/amounts'
import { podText } from './design/examples'
import { appsOf, type PodContainer } from './design/pod'

const GUARANTEED = `
containers:
- name: app
  image: example.com/shop:1.4
  resources:
    requests: { cpu: "1", memory: 1Gi }
    limits: { cpu: "1", memory: 1Gi }
- name: proxy
  image: example.com/proxy:2.0
`

/** A helper without resources in a pod whose main container has all of them guaranteed. */
export const brokenGuarantee: Advice = {
  id: 'broken-guarantee',
  level: 'warning',
  title: 'Guarantee lost to a helper',
  why: 'A pod is Guaranteed only when every container of it, init containers too, has requests equal to its limits for cpu and memory. One without makes it Burstable: it is throttled and evicted earlier than was meant.',
  mend: 'Give the helper requests and the same limits.',
  docs: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/',
  bad: podText(GUARANTEED),
  good: podText(`${GUARANTEED}
  resources:
    requests: { cpu: 100m, memory: 64Mi }
    limits: { cpu: 100m, memory: 64Mi }
`),
  check: ({ pods }) =>
    pods
      .filter((pod) => field(pod.spec, 'resources') === undefined)
      .flatMap((pod) => {
        const main = appsOf(pod).find((container) => isGuaranteed(container))
        if (main === undefined) return []
        return pod.containers
          .filter(({ value }) => !hasResources(field(value, 'resources')))
          .map(({ path, name }) => ({
            path,
            message: `${main.name} has guaranteed resources; ${name} has none, so the pod is Burstable`,
          }))
      }),
}

function hasResources(resources: unknown): boolean {
  return isObject(resources) && Object.keys(resources).length > 0
}

/** As of qos.ComputePodQOS of the kubelet: a limit without a request asks for as much. */
function isGuaranteed(container: PodContainer): boolean {
  return ['cpu', 'memory'].every((resource) => {
    const limit = quantityValue(amountIn(container, 'limits', resource))
    const request = amountIn(container, 'requests', resource)
    return limit !== null && limit > 0 && (request === undefined || quantityValue(request) === limit)
  })
}
