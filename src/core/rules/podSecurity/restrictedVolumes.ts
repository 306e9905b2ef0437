import type { Volume } from '../../kubernetes/schema/types-1.36'
import { counted, sortedSet, type PodSecurityCheck } from './check'

const ALLOWED = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
] as const satisfies readonly (keyof Volume)[]

/** The restricted types, by the names that the plugin gives them. */
const RESTRICTED = [
  'hostPath',
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'gitRepo',
  'nfs',
  'iscsi',
  'glusterfs',
  'rbd',
  'flexVolume',
  'cinder',
  'cephfs',
  'flocker',
  'fc',
  'azureFile',
  'vsphereVolume',
  'quobyte',
  'azureDisk',
  'photonPersistentDisk',
  'portworxVolume',
  'scaleIO',
  'storageos',
] as const satisfies readonly (keyof Volume)[]

/** Only volumes that reach no machine or server by themselves (check_restrictedVolumes.go). */
export const restrictedVolumes: PodSecurityCheck = {
  id: 'restrictedVolumes',
  level: 'restricted',
  overrides: ['hostPathVolumes'],
  check: (_, spec) => {
    const volumes = (spec.volumes ?? []).filter((volume) =>
      ALLOWED.every((type) => volume[type] === undefined),
    )
    if (volumes.length === 0) return null
    const names = volumes.map(({ name }) => name ?? '')
    const types = sortedSet(
      volumes.map((volume) => RESTRICTED.find((type) => volume[type] !== undefined) ?? 'unknown'),
    )
    const verb = names.length === 1 ? 'uses' : 'use'
    return {
      reason: 'restricted volume types',
      detail: `${counted('volume', names)} ${verb} ${counted('restricted volume type', types)}`,
    }
  },
}
