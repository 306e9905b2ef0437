import type { Json } from '../../../kubernetes/json'
import { field, labelsOf, stringsOf, wordOf } from '../../../kubernetes/shape'
import { FS_TYPE, flag, number, READ_ONLY, reference, text, texts, type VolumeText } from './volumeText'

/** A map as Go prints it. */
function options(source: Json): string {
  const pairs = Object.entries(labelsOf(field(source, 'options'))).map(([key, value]) => `${key}:${value}`)
  return `map[${pairs.toSorted((a, b) => (a < b ? -1 : 1)).join(' ')}]`
}

/** What kubectl tells of volumes that lie on storage elsewhere: a row a source. */
export const STORAGE_VOLUMES: Readonly<Record<string, VolumeText>> = {
  gcePersistentDisk: {
    about: 'GCEPersistentDisk (a Persistent Disk resource in Google Compute Engine)',
    lines: [['PDName', text('pdName')], FS_TYPE, ['Partition', number('partition')], READ_ONLY],
  },
  awsElasticBlockStore: {
    about: 'AWSElasticBlockStore (a Persistent Disk resource in AWS)',
    lines: [['VolumeID', text('volumeID')], FS_TYPE, ['Partition', number('partition')], READ_ONLY],
  },
  nfs: {
    about: 'NFS (an NFS mount that lasts the lifetime of a pod)',
    lines: [['Server', text('server')], ['Path', text('path')], READ_ONLY],
  },
  glusterfs: {
    about: "Glusterfs (a Glusterfs mount on the host that shares a pod's lifetime)",
    lines: [['EndpointsName', text('endpoints')], ['Path', text('path')], READ_ONLY],
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
  azureDisk: {
    about: 'AzureDisk (an Azure Data Disk mount on the host and bind mount to the pod)',
    lines: [
      ['DiskName', text('diskName')],
      ['DiskURI', text('diskURI')],
      ['Kind', text('kind')],
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
  iscsi: {
    about:
      "ISCSI (an ISCSI Disk resource that is attached to a kubelet's host machine and then exposed to the pod)",
    lines: [
      ['TargetPortal', text('targetPortal')],
      ['IQN', text('iqn')],
      ['Lun', number('lun')],
      ['ISCSIInterface', text('iscsiInterface')],
      FS_TYPE,
      READ_ONLY,
      ['Portals', texts('portals')],
      ['DiscoveryCHAPAuth', flag('chapAuthDiscovery')],
      ['SessionCHAPAuth', flag('chapAuthSession')],
      ['SecretRef', reference('secretRef')],
      ['InitiatorName', (source) => text('initiatorName')(source) || '<none>'],
    ],
  },
  cinder: {
    about: 'Cinder (a Persistent Disk resource in OpenStack)',
    lines: [['VolumeID', text('volumeID')], FS_TYPE, READ_ONLY, ['SecretRef', reference('secretRef')]],
  },
  portworxVolume: {
    about: 'PortworxVolume (a Portworx Volume resource)',
    lines: [['VolumeID', text('volumeID')]],
  },
  quobyte: {
    about: "Quobyte (a Quobyte mount on the host that shares a pod's lifetime)",
    lines: [['Registry', text('registry')], ['Volume', text('volume')], READ_ONLY],
  },
  photonPersistentDisk: {
    about: 'PhotonPersistentDisk (a Persistent Disk resource in photon platform)',
    lines: [['PdID', text('pdID')], FS_TYPE],
  },
  scaleIO: {
    about: 'ScaleIO (a persistent volume backed by a block device in ScaleIO)',
    lines: [
      ['Gateway', text('gateway')],
      ['System', text('system')],
      ['Protection Domain', text('protectionDomain')],
      ['Storage Pool', text('storagePool')],
      ['Storage Mode', text('storageMode')],
      ['VolumeName', text('volumeName')],
      FS_TYPE,
      READ_ONLY,
    ],
  },
  storageos: {
    about: 'StorageOS (a StorageOS Persistent Disk resource)',
    lines: [
      ['VolumeName', text('volumeName')],
      ['VolumeNamespace', text('volumeNamespace')],
      FS_TYPE,
      READ_ONLY,
    ],
  },
  flocker: {
    about: 'Flocker (a Flocker volume mounted by the Flocker agent)',
    lines: [
      ['DatasetName', text('datasetName')],
      ['DatasetUUID', text('datasetUUID')],
    ],
  },
  flexVolume: {
    about: 'FlexVolume (a generic volume resource that is provisioned/attached using an exec based plugin)',
    lines: [
      ['Driver', text('driver')],
      FS_TYPE,
      ['SecretRef', reference('secretRef')],
      READ_ONLY,
      ['Options', options],
    ],
  },
}
