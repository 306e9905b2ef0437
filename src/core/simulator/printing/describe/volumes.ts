import { canonicalQuantity } from '../../../kubernetes/canonicalQuantity'
import { isObject, type Json } from '../../../kubernetes/json'
import { quantityValue } from '../../../kubernetes/quantity'
import { field, itemsOf, labelsOf, numberOf, stringsOf, textOf, wordOf } from '../../../kubernetes/shape'
import { inside } from '../cells'
import { goTexts, type Description } from './description'

/** A line below a volume: its title, and how its value is read. */
type Line = readonly [title: string, read: (source: Json) => string]

/** A kind of volume: what it is, its lines, and what else is written of it. */
interface VolumeText {
  readonly about: string
  readonly lines: readonly Line[]
  readonly more?: (to: Description, source: Json) => void
}

const text =
  (...keys: readonly string[]) =>
  (source: Json): string =>
    wordOf(inside(source, ...keys))

const flag =
  (key: string) =>
  (source: Json): string =>
    String(field(source, key) === true)

const texts = (key: string) => (source: Json) => goTexts(stringsOf(field(source, key)))
const number = (key: string) => (source: Json) => String(numberOf(field(source, key)) ?? 0)
const reference = (key: string) => (source: Json) => {
  const ref = field(source, key)
  return isObject(ref) ? `&LocalObjectReference{Name:${textOf(ref['name'])},}` : 'nil'
}

const READ_ONLY: Line = ['ReadOnly', flag('readOnly')]
const FS_TYPE: Line = ['FSType', text('fsType')]
const OPTIONAL: Line = ['Optional', flag('optional')]

function sizeLimit(source: Json): string {
  const limit = field(source, 'sizeLimit')
  return (quantityValue(limit) ?? 0) > 0 ? canonicalQuantity(wordOf(limit)) : '<unset>'
}

function describeSources(to: Description, source: Json): void {
  for (const each of itemsOf(field(source, 'sources'))) {
    const [kind, part] = Object.entries(isObject(each) ? each : {})[0] ?? ['', null]
    for (const line of PROJECTED[kind]?.(part) ?? []) to.line(2, line)
  }
}

/** What is written of a source of a projected volume; others are left out. */
const PROJECTED: Readonly<Record<string, (source: Json) => readonly string[]>> = {
  secret: (source) => [`SecretName:\t${text('name')(source)}`, `Optional:\t${flag('optional')(source)}`],
  downwardAPI: () => ['DownwardAPI:\ttrue'],
  configMap: (source) => [
    `ConfigMapName:\t${text('name')(source)}`,
    `Optional:\t${flag('optional')(source)}`,
  ],
  serviceAccountToken: (source) => [
    `TokenExpirationSeconds:\t${numberOf(field(source, 'expirationSeconds')) ?? 3600}`,
  ],
}

function describeItems(to: Description, source: Json): void {
  to.line(2, 'Items:')
  for (const item of itemsOf(field(source, 'items'))) {
    const path = textOf(field(item, 'path'))
    for (const from of [inside(item, 'fieldRef', 'fieldPath'), inside(item, 'resourceFieldRef', 'resource')])
      if (from !== undefined) to.line(3, `${textOf(from)} -> ${path}`)
  }
}

function describeAttributes(to: Description, source: Json): void {
  const pairs = Object.entries(labelsOf(field(source, 'volumeAttributes'))).map(
    ([key, value]) => `${key}=${value}`,
  )
  to.list(
    2,
    'VolumeAttributes',
    pairs.toSorted((a, b) => (a < b ? -1 : 1)),
  )
}

function describeClaim(to: Description, source: Json): void {
  const spec = inside(source, 'volumeClaimTemplate', 'spec')
  const modes: Readonly<Record<string, string>> = {
    ReadWriteOnce: 'RWO',
    ReadOnlyMany: 'ROX',
    ReadWriteMany: 'RWX',
    ReadWriteOncePod: 'RWOP',
  }
  const shown = stringsOf(field(spec, 'accessModes')).map((mode) => modes[mode] ?? '')
  to.line(2, `StorageClass:\t${textOf(field(spec, 'storageClassName'))}`)
  to.line(2, 'Volume:\t')
  to.list(2, 'Labels', [])
  to.list(2, 'Annotations', [])
  to.line(2, `Capacity:\t`)
  to.line(2, `Access Modes:\t${shown.join(',')}`)
  to.line(2, `VolumeMode:\t${textOf(field(spec, 'volumeMode')) || 'Filesystem'}`)
}

/** A row a source of volumes, in the order in which kubectl looks for them (describeVolumes). */
const VOLUMES: Readonly<Record<string, VolumeText>> = {
  hostPath: {
    about: 'HostPath (bare host directory volume)',
    lines: [
      ['Path', text('path')],
      ['HostPathType', (source) => (field(source, 'type') === undefined ? '<none>' : text('type')(source))],
    ],
  },
  emptyDir: {
    about: "EmptyDir (a temporary directory that shares a pod's lifetime)",
    lines: [
      ['Medium', text('medium')],
      ['SizeLimit', sizeLimit],
    ],
  },
  gcePersistentDisk: {
    about: 'GCEPersistentDisk (a Persistent Disk resource in Google Compute Engine)',
    lines: [['PDName', text('pdName')], FS_TYPE, ['Partition', number('partition')], READ_ONLY],
  },
  awsElasticBlockStore: {
    about: 'AWSElasticBlockStore (a Persistent Disk resource in AWS)',
    lines: [['VolumeID', text('volumeID')], FS_TYPE, ['Partition', number('partition')], READ_ONLY],
  },
  gitRepo: {
    about: 'GitRepo (a volume that is pulled from git when the pod is created)',
    lines: [
      ['Repository', text('repository')],
      ['Revision', text('revision')],
    ],
  },
  secret: {
    about: 'Secret (a volume populated by a Secret)',
    lines: [['SecretName', text('secretName')], OPTIONAL],
  },
  configMap: {
    about: 'ConfigMap (a volume populated by a ConfigMap)',
    lines: [['Name', text('name')], OPTIONAL],
  },
  nfs: {
    about: 'NFS (an NFS mount that lasts the lifetime of a pod)',
    lines: [['Server', text('server')], ['Path', text('path')], READ_ONLY],
  },
  glusterfs: {
    about: "Glusterfs (a Glusterfs mount on the host that shares a pod's lifetime)",
    lines: [['EndpointsName', text('endpoints')], ['Path', text('path')], READ_ONLY],
  },
  persistentVolumeClaim: {
    about: 'PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)',
    lines: [['ClaimName', text('claimName')], READ_ONLY],
  },
  ephemeral: {
    about:
      'EphemeralVolume (an inline specification for a volume that gets created and deleted with the pod)',
    lines: [],
    more: describeClaim,
  },
  rbd: {
    about: "RBD (a Rados Block Device mount on the host that shares a pod's lifetime)",
    lines: [
      ['CephMonitors', texts('monitors')],
      ['RBDImage', text('image')],
      FS_TYPE,
      ['RBDPool', text('pool')],
      ['RadosUser', text('user')],
      ['Keyring', text('keyring')],
      ['SecretRef', reference('secretRef')],
      READ_ONLY,
    ],
  },
  downwardAPI: {
    about: 'DownwardAPI (a volume populated by information about the pod)',
    lines: [],
    more: describeItems,
  },
  azureDisk: {
    about: 'AzureDisk (an Azure Data Disk mount on the host and bind mount to the pod)',
    lines: [
      ['DiskName', text('diskName')],
      ['DiskURI', text('diskURI')],
      ['Kind: ', text('kind')],
      FS_TYPE,
      ['CachingMode', text('cachingMode')],
      READ_ONLY,
    ],
  },
  vsphereVolume: {
    about: 'vSphereVolume (a Persistent Disk resource in vSphere)',
    lines: [['VolumePath', text('volumePath')], FS_TYPE, ['StoragePolicyName', text('storagePolicyName')]],
  },
  cephfs: {
    about: "CephFS (a CephFS mount on the host that shares a pod's lifetime)",
    lines: [
      ['Monitors', texts('monitors')],
      ['Path', text('path')],
      ['User', text('user')],
      ['SecretFile', text('secretFile')],
      ['SecretRef', reference('secretRef')],
      READ_ONLY,
    ],
  },
  fc: {
    about: 'FC (a Fibre Channel disk)',
    lines: [
      ['TargetWWNs', (source) => stringsOf(field(source, 'targetWWNs')).join(', ')],
      ['LUN', (source) => wordOf(field(source, 'lun')) || '<none>'],
      FS_TYPE,
      READ_ONLY,
    ],
  },
  azureFile: {
    about: 'AzureFile (an Azure File Service mount on the host and bind mount to the pod)',
    lines: [['SecretName', text('secretName')], ['ShareName', text('shareName')], READ_ONLY],
  },
  projected: {
    about: 'Projected (a volume that contains injected data from multiple sources)',
    lines: [],
    more: describeSources,
  },
  csi: {
    about: 'CSI (a Container Storage Interface (CSI) volume source)',
    lines: [['Driver', text('driver')], FS_TYPE, READ_ONLY],
    more: describeAttributes,
  },
  image: {
    about: 'Image (a container image or OCI artifact)',
    lines: [
      ['Reference', text('reference')],
      ['PullPolicy', text('pullPolicy')],
    ],
  },
}

/** Takes volumes and what stands before their title; writes them (describeVolumes). */
export function describeVolumes(to: Description, volumes: readonly Json[], indent: string): void {
  if (volumes.length === 0) {
    to.line(0, `${indent}Volumes:\t<none>`)
    return
  }
  to.line(0, `${indent}Volumes:`)
  for (const volume of volumes) {
    to.line(1, `${indent === '' ? '' : ' '}${textOf(field(volume, 'name'))}:`)
    const kind = Object.entries(VOLUMES).find(([key]) => isObject(field(volume, key)))
    if (kind === undefined) {
      to.line(1, '<unknown>')
      continue
    }
    const [key, { about, lines, more }] = kind
    const source = field(volume, key) ?? null
    to.line(2, `Type:\t${about}`)
    for (const [title, read] of lines) to.line(2, `${title.replace(/: $/, '')}:\t${read(source)}`)
    more?.(to, source)
  }
}
