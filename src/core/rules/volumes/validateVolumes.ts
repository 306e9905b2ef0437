import { dns1123Label, dns1123Subdomain, saidOf } from '../../kubernetes/names'
import type { ObjectMeta, Volume } from '../../kubernetes/schema/types-1.36'
import { nanosOf } from '../defaults/canonicalQuantity'
import { validateRequiredText } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { quoted } from '../goText'
import type { Report } from '../report'
import { CLUSTER_SOURCES } from './clusterSources'
import { STORAGE_SOURCES, type SourceRules } from './storageSources'

const RULES: SourceRules = { ...STORAGE_SOURCES, ...CLUSTER_SOURCES }

/** The sources in the order in which the server looks for them: the first counts, every other is one too many. */
const ORDER = [
  'emptyDir',
  'hostPath',
  'gitRepo',
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'secret',
  'nfs',
  'iscsi',
  'glusterfs',
  'flocker',
  'persistentVolumeClaim',
  'rbd',
  'cinder',
  'cephfs',
  'quobyte',
  'downwardAPI',
  'fc',
  'flexVolume',
  'configMap',
  'azureFile',
  'vsphereVolume',
  'azureDisk',
  'storageos',
  'projected',
  'scaleIO',
  'csi',
  'photonPersistentDisk',
  'portworxVolume',
  'ephemeral',
  'image',
] as const

/**
 * Takes the volumes of a pod, its metadata (none in a template), and their field; reports what is wrong with them; gives
 * those that can be mounted by their names (ValidateVolumes of pkg/apis/core/validation): one that is wrong is not there.
 */
export function validateVolumes(
  volumes: readonly Volume[],
  metadata: ObjectMeta | undefined,
  field: FieldPath,
  report: Report,
): ReadonlyMap<string, Volume> {
  const good = new Map<string, Volume>()
  const claims = claimsOf(volumes, metadata)
  for (const [i, volume] of volumes.entries()) {
    const { name = '' } = volume
    const at = field.index(i)
    const before = report.errors.length
    validateSource(volume, metadata !== undefined, at, report)
    validateRequiredText(name, dns1123Label, at.child('name'), report)
    if (good.has(name)) report.duplicate(at.child('name'), name)
    if (report.errors.length === before) good.set(name, volume)
    if (volume.ephemeral !== undefined)
      validateClaimName(metadata?.name ?? '', name, at.child('name'), report)
    const claim = volume.persistentVolumeClaim?.claimName
    if (claim !== undefined && claims.has(claim))
      report.invalid(
        at.child('persistentVolumeClaim', 'claimName'),
        claim,
        'must not reference a PVC that gets created for an ephemeral volume',
      )
  }
  return good
}

/** The names of the claims that are made for a pod's own ephemeral volumes. */
function claimsOf(volumes: readonly Volume[], metadata: ObjectMeta | undefined): ReadonlySet<string> {
  const pod = metadata?.name ?? ''
  if (pod === '') return new Set()
  return new Set(
    volumes.flatMap(({ name = '', ephemeral }) => (ephemeral === undefined ? [] : [`${pod}-${name}`])),
  )
}

function validateSource(volume: Volume, isPod: boolean, field: FieldPath, report: Report): void {
  let count = 0
  if (nanosOf(volume.emptyDir?.sizeLimit ?? 0) < 0n) {
    count += 1
    report.forbidden(
      field.child('emptyDir', 'sizeLimit'),
      'SizeLimit field must be a valid resource quantity',
    )
  }
  for (const id of ORDER) {
    if (volume[id] === undefined) continue
    if (count > 0 && id !== 'emptyDir')
      report.forbidden(field.child(id), 'may not specify more than 1 volume type')
    else {
      applyRule(id, volume, field.child(id), report)
      if (id === 'image' && isPod && (volume.image?.reference ?? '') === '')
        report.required(field.child('image', 'reference'))
    }
    count += 1
  }
  if (count === 0) report.required(field, 'must specify a volume type')
}

function applyRule<Id extends (typeof ORDER)[number]>(
  id: Id,
  volume: Pick<Volume, Id | 'name'>,
  field: FieldPath,
  report: Report,
): void {
  const rule: SourceRules[Id] = RULES[id]
  const source = volume[id]
  if (rule !== undefined && source !== undefined) rule(source, field, report, volume.name ?? '')
}

/** The claim that is made for an ephemeral volume is called after the pod and the volume. */
function validateClaimName(pod: string, volume: string, field: FieldPath, report: Report): void {
  if (pod === '' || volume === '') return
  const claim = `${pod}-${volume}`
  for (const message of saidOf(dns1123Subdomain, claim))
    report.invalid(field, volume, `PVC name ${quoted(claim)}: ${message}`)
}
