import { CLAIM_PROTECTION } from '../api/deletion'
import type { ClaimStatus, ObjectsByKind } from '../api/objects'
import { reporter } from '../api/report'
import { save } from '../api/save'
import { claimNames, isBound, SELECTED_NODE, waitsForPod } from './claims'
import type { Controller, ControlPlane } from './controlPlane'
import { controllerReference, isTerminating } from './ownership'
import { isFinal, type ClusterPod } from './podStates'

type Claim = ObjectsByKind['PersistentVolumeClaim']

/** The class of claims that name none, and who makes the volumes of every class. */
const DEFAULT_CLASS = 'standard'
const PROVISIONER = 'rancher.io/local-path'

const report = reporter('persistentvolume-controller')
const reportProvision = reporter(PROVISIONER)

/** Gives claims their volumes, and lets them go when no pod uses them any more (pkg/controller/volume: persistentvolume, ephemeral, pvcprotection). Every class that a claim names is taken to exist, and makes a volume at once. */
export const claimController: Controller = {
  name: 'persistentvolumeclaim',
  watches: new Set(['PersistentVolumeClaim', 'Pod']),
  reconcile: (plane) => {
    const pods = plane.api.list('Pod').filter((pod) => !isFinal(pod))
    for (const pod of pods) makeEphemeral(plane, pod)
    for (const claim of plane.api.list('PersistentVolumeClaim')) {
      if (isTerminating(claim)) letGo(plane, claim, pods)
      else if (!isBound(claim)) provide(plane, claim)
    }
  },
}

/** A claim in the pod itself becomes one with its name before it, and ends with it (KEP-1698). */
function makeEphemeral({ api }: ControlPlane, pod: ClusterPod): void {
  const { name: podName, namespace = '' } = pod.metadata ?? {}
  for (const { name, ephemeral } of pod.spec?.volumes ?? []) {
    const template = ephemeral?.volumeClaimTemplate
    const claim = `${podName}-${name}`
    if (template === undefined || api.get('PersistentVolumeClaim', namespace, claim) !== undefined) continue
    api.put('PersistentVolumeClaim', {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: {
        ...template.metadata,
        name: claim,
        namespace,
        finalizers: [CLAIM_PROTECTION],
        ownerReferences: [controllerReference('Pod', pod)],
      },
      spec: template.spec,
    })
  }
}

function letGo({ api }: ControlPlane, { metadata }: Claim, pods: readonly ClusterPod[]): void {
  const { namespace = '', name = '' } = metadata ?? {}
  const isUsed = pods.some((pod) => pod.metadata?.namespace === namespace && claimNames(pod).includes(name))
  if (!isUsed) api.remove('PersistentVolumeClaim', namespace, name)
}

function provide({ api }: ControlPlane, stored: Claim): void {
  const claim = { ...stored, spec: { storageClassName: DEFAULT_CLASS, ...stored.spec } }
  const { namespace, name, uid, annotations } = claim.metadata ?? {}
  const pending = { ...claim, status: { phase: 'Pending' } }
  if (!waitsForPod(claim)) {
    save(api, 'PersistentVolumeClaim', pending)
    const message = 'no persistent volumes available for this claim and no storage class is set'
    if (stored.status?.phase !== 'Pending')
      report(api, 'PersistentVolumeClaim', claim, 'Normal', 'FailedBinding', message)
    return
  }
  if (annotations?.[SELECTED_NODE] === undefined) {
    save(api, 'PersistentVolumeClaim', pending)
    const message = 'waiting for first consumer to be created before binding'
    if (stored.status?.phase !== 'Pending')
      report(api, 'PersistentVolumeClaim', claim, 'Normal', 'WaitForFirstConsumer', message)
    return
  }
  const volumeName = `pvc-${uid}`
  const bound = { ...claim, spec: { ...claim.spec, volumeName }, status: boundStatus(claim) }
  const making = `External provisioner is provisioning volume for claim "${namespace}/${name}"`
  reportProvision(api, 'PersistentVolumeClaim', claim, 'Normal', 'Provisioning', making)
  api.put('PersistentVolumeClaim', bound)
  const made = `Successfully provisioned volume ${volumeName}`
  reportProvision(api, 'PersistentVolumeClaim', claim, 'Normal', 'ProvisioningSucceeded', made)
}

function boundStatus({ spec }: Claim): ClaimStatus {
  const { accessModes, resources } = spec ?? {}
  const storage = resources?.requests?.['storage']
  return {
    phase: 'Bound',
    accessModes: accessModes ?? [],
    capacity: storage === undefined ? {} : { storage },
  }
}
