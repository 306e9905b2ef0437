import type { Cluster } from '../cluster/cluster'
import { drain } from '../controllers/disruption/eviction'
import type { ContainerPlace } from '../history/happening'
import {
  editReplicas,
  editTemplate,
  editUnschedulable,
  inAllContainers,
  withImages,
} from '../kubectl/objects/edits'
import type { Intervention } from './intervention'

const KILLED = 137

/** Takes a cluster and what somebody does to it; does it, and gives it in words. */
export function intervene(cluster: Cluster, intervention: Intervention): string {
  switch (intervention.do) {
    case 'kill':
      cluster.end(intervention, KILLED)
      return `${words(intervention)} was killed (SIGKILL).`
    case 'exit':
      cluster.end(intervention, intervention.code)
      return `${words(intervention)} exited with code ${intervention.code}.`
    case 'oom':
      cluster.end(intervention, KILLED, 'OOMKilled')
      return `${words(intervention)} ran out of memory.`
    case 'probe': {
      const { probe, result } = intervention
      cluster.meddling.fail(intervention, probe, result === 'fail')
      return `The ${probe} probe of ${words(intervention)} ${result === 'fail' ? 'fails from now on' : 'is as it is again'}.`
    }
    case 'slowStart':
      cluster.meddling.delay(intervention, intervention.seconds * 1000)
      return `${words(intervention)} does nothing for ${intervention.seconds} s after its next start.`
    case 'deletePod':
      cluster.remove('Pod', intervention.namespace, intervention.pod, null)
      return `Pod ${intervention.pod} was deleted.`
    case 'drain':
      return drained(cluster)
    case 'uncordon':
      editUnschedulable(cluster.api, cluster.node, false)
      return `Node ${cluster.node} takes pods again.`
    case 'scale': {
      const { kind, namespace, name, replicas } = intervention
      editReplicas(cluster.api, kind, namespace, name, replicas)
      return `${kind} ${name} was scaled to ${replicas}.`
    }
    case 'setImage': {
      const { kind, namespace, name, container, image } = intervention
      editTemplate(cluster.api, kind, namespace, name, (template) => ({
        ...template,
        spec: inAllContainers(template.spec ?? {}, withImages(new Map([[container, image]]))),
      }))
      return `${kind} ${name} got the image ${image} for ${container}.`
    }
    case 'cut':
      cluster.cutOff(intervention.namespace, intervention.name, intervention.isCut)
      return `The network to Service ${intervention.name} ${intervention.isCut ? 'is cut' : 'is whole again'}.`
  }
}

function words({ container, pod }: ContainerPlace): string {
  return `Container ${container} of pod ${pod}`
}

/** No more pods on the node, and those that are there go, but for those that their budgets keep. */
function drained(cluster: Cluster): string {
  const kept = drain(cluster, cluster.node).map(({ pod }) => pod.metadata?.name ?? '')
  const done = `Node ${cluster.node} is drained.`
  return kept.length === 0 ? done : `${done} Disruption budgets keep ${kept.join(', ')}.`
}
