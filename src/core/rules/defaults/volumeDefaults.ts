import { isArray, isObject, type JsonObject } from '../../kubernetes/json'
import { field, textOf } from '../../kubernetes/shape'
import { imageVolumePullPolicy } from './podDefaults'
import type { Rules } from './rule'

/** The permission bits of files that the kubelet writes: 0644. */
const FILE_MODE = 0o644

/** Sources of a projected volume whose feature gates are off in 1.36: they are emptied without a word (core DropDisabledPodFields). */
const GATED_SOURCES = new Set(['clusterTrustBundle', 'podCertificate'])

function emptyGatedSources(draft: JsonObject): void {
  if (!isArray(draft['sources'])) return
  draft['sources'] = draft['sources'].map((source) =>
    isObject(source)
      ? Object.fromEntries(Object.entries(source).filter(([name]) => !GATED_SOURCES.has(name)))
      : source,
  )
}

/** A claim's dataSource may be a claim or a snapshot; anything else is dropped without a word (EnforceDataSourceBackwardsCompatibility of pkg/api/persistentvolumeclaim). */
function dropOtherSources(draft: JsonObject): void {
  const kind = textOf(field(draft['dataSource'], 'kind'))
  const group = textOf(field(draft['dataSource'], 'apiGroup'))
  const isClaim = kind === 'PersistentVolumeClaim' && group === ''
  const isSnapshot = kind === 'VolumeSnapshot' && group === 'snapshot.storage.k8s.io'
  if (!isClaim && !isSnapshot) delete draft['dataSource']
}

/** What the server fills into volumes and claims (pkg/apis/core/v1/defaults.go of Kubernetes 1.36). */
export const VOLUME_DEFAULTS: Rules = {
  Volume: {
    computed: (draft) => {
      if (Object.keys(draft).every((name) => name === 'name')) draft['emptyDir'] = {}
    },
  },
  SecretVolumeSource: { fixed: { defaultMode: FILE_MODE } },
  ConfigMapVolumeSource: { fixed: { defaultMode: FILE_MODE } },
  DownwardAPIVolumeSource: { fixed: { defaultMode: FILE_MODE } },
  ProjectedVolumeSource: { fixed: { defaultMode: FILE_MODE }, computed: emptyGatedSources },
  ServiceAccountTokenProjection: { fixed: { expirationSeconds: 3600 } },
  HostPathVolumeSource: { fixed: { type: '' } },
  ISCSIVolumeSource: { fixed: { iscsiInterface: 'default' } },
  RBDVolumeSource: { fixed: { pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring' } },
  AzureDiskVolumeSource: {
    fixed: { cachingMode: 'ReadWrite', kind: 'Shared', fsType: 'ext4', readOnly: false },
  },
  ScaleIOVolumeSource: { fixed: { storageMode: 'ThinProvisioned', fsType: 'xfs' } },
  ImageVolumeSource: {
    computed: (draft) => {
      draft['pullPolicy'] ??= imageVolumePullPolicy(textOf(draft['reference']))
    },
  },
  PersistentVolumeClaimTemplate: { fixed: { metadata: {}, spec: {} } },
  PersistentVolumeClaim: {
    fixed: { spec: {} },
    computed: (draft, context) => {
      if (context.kind !== 'PersistentVolumeClaim') Object.assign(draft, CLAIM_IN_A_TEMPLATE)
    },
  },
  PersistentVolumeClaimSpec: {
    fixed: { volumeMode: 'Filesystem', resources: {} },
    computed: (draft, context) => {
      if (context.kind === 'PersistentVolumeClaim') dropOtherSources(draft)
      const source = draft['dataSource'] ?? draft['dataSourceRef']
      if (source === undefined) return
      draft['dataSource'] ??= source
      draft['dataSourceRef'] ??= source
    },
  },
}

/** What the conversion of a StatefulSet writes into its claims (pkg/apis/apps/v1/conversion.go). */
const CLAIM_IN_A_TEMPLATE = {
  kind: 'PersistentVolumeClaim',
  apiVersion: 'v1',
  status: { phase: 'Pending' },
}
