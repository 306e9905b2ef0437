import type { ApiServer } from '../../api/apiServer'
import type { ApiKind, ObjectsByKind } from '../../api/objects'

/** How far a rollout is: what kubectl says of it, and whether that is all. */
export type RolloutState = { readonly words: string; readonly isDone: boolean } | { readonly error: string }

/** Takes the place of an object; gives how far its rollout is (polymorphichelpers/rollout_status.go). */
type Read = (api: ApiServer, namespace: string, name: string) => RolloutState

const waiting = (words: string): RolloutState => ({ words, isDone: false })
const done = (words: string): RolloutState => ({ words, isDone: true })

function deploymentState({ metadata, spec, status = {} }: ObjectsByKind['Deployment']): RolloutState {
  const name = metadata?.name ?? ''
  const { updatedReplicas = 0, replicas = 0, availableReplicas = 0, conditions = [] } = status
  const wanted = spec?.replicas ?? 1
  if ((metadata?.generation ?? 0) > (status.observedGeneration ?? 0))
    return waiting('Waiting for deployment spec update to be observed...')
  if (conditions.some(({ type, reason }) => type === 'Progressing' && reason === 'ProgressDeadlineExceeded'))
    return { error: `error: deployment "${name}" exceeded its progress deadline` }
  const begin = `Waiting for deployment "${name}" rollout to finish:`
  if (updatedReplicas < wanted)
    return waiting(`${begin} ${updatedReplicas} out of ${wanted} new replicas have been updated...`)
  if (replicas > updatedReplicas)
    return waiting(`${begin} ${replicas - updatedReplicas} old replicas are pending termination...`)
  if (availableReplicas < updatedReplicas)
    return waiting(`${begin} ${availableReplicas} of ${updatedReplicas} updated replicas are available...`)
  return done(`deployment "${name}" successfully rolled out`)
}

const NOT_ROLLING = { error: 'error: rollout status is only available for RollingUpdate strategy type' }

function daemonSetState({ metadata, spec, status = {} }: ObjectsByKind['DaemonSet']): RolloutState {
  const name = metadata?.name ?? ''
  const { updatedNumberScheduled = 0, desiredNumberScheduled = 0, numberAvailable = 0 } = status
  if ((spec?.updateStrategy?.type ?? 'RollingUpdate') !== 'RollingUpdate') return NOT_ROLLING
  if ((metadata?.generation ?? 0) > (status.observedGeneration ?? 0))
    return waiting('Waiting for daemon set spec update to be observed...')
  const begin = `Waiting for daemon set "${name}" rollout to finish:`
  if (updatedNumberScheduled < desiredNumberScheduled)
    return waiting(
      `${begin} ${updatedNumberScheduled} out of ${desiredNumberScheduled} new pods have been updated...`,
    )
  if (numberAvailable < desiredNumberScheduled)
    return waiting(`${begin} ${numberAvailable} of ${desiredNumberScheduled} updated pods are available...`)
  return done(`daemon set "${name}" successfully rolled out`)
}

function statefulSetState({ metadata, spec, status = {} }: ObjectsByKind['StatefulSet']): RolloutState {
  const { readyReplicas = 0, updatedReplicas = 0, currentReplicas = 0 } = status
  const { updateRevision = '', currentRevision = '', observedGeneration = 0 } = status
  const wanted = spec?.replicas ?? 1
  if ((spec?.updateStrategy?.type ?? 'RollingUpdate') !== 'RollingUpdate') return NOT_ROLLING
  if (observedGeneration === 0 || (metadata?.generation ?? 0) > observedGeneration)
    return waiting('Waiting for statefulset spec update to be observed...')
  if (readyReplicas < wanted) return waiting(`Waiting for ${wanted - readyReplicas} pods to be ready...`)
  const partition = spec?.updateStrategy?.rollingUpdate?.partition ?? 0
  if (partition > 0) {
    if (updatedReplicas < wanted - partition)
      return waiting(
        `Waiting for partitioned roll out to finish: ${updatedReplicas} out of ${wanted - partition} new pods have been updated...`,
      )
    return done(`partitioned roll out complete: ${updatedReplicas} new pods have been updated...`)
  }
  if (updateRevision !== currentRevision)
    return waiting(
      `waiting for statefulset rolling update to complete ${updatedReplicas} pods at revision ${updateRevision}...`,
    )
  return done(`statefulset rolling update complete ${currentReplicas} pods at revision ${currentRevision}...`)
}

const GONE = { error: 'error: object has been deleted' }

/** A row a kind that is rolled out. */
const STATES: Readonly<Partial<Record<ApiKind, Read>>> = {
  Deployment: (api, namespace, name) => {
    const found = api.get('Deployment', namespace, name)
    return found === undefined ? GONE : deploymentState(found)
  },
  DaemonSet: (api, namespace, name) => {
    const found = api.get('DaemonSet', namespace, name)
    return found === undefined ? GONE : daemonSetState(found)
  },
  StatefulSet: (api, namespace, name) => {
    const found = api.get('StatefulSet', namespace, name)
    return found === undefined ? GONE : statefulSetState(found)
  },
}

/** Takes a kind and the place of an object; gives how far its rollout is, undefined where its kind is not rolled out. */
export function rolloutState(
  api: ApiServer,
  kind: ApiKind,
  namespace: string,
  name: string,
): RolloutState | undefined {
  return STATES[kind]?.(api, namespace, name)
}
