import { dns1123Label } from '../../kubernetes/names'
import type { Volume } from '../../kubernetes/schema/types-1.36'
import { validateNoBacksteps, validateOneOf, validateRange, validateRequiredText } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'

/*
 * Storage that a volume brings from outside, by the name of its field: the functions validate…VolumeSource of
 * pkg/apis/core/validation/validation.go. Most only ask for what they can't do without.
 */

/** Takes a source, its field and the volume's name; reports what is wrong with it. */
export type SourceRule<Source> = (
  source: Source,
  field: FieldPath,
  report: Report,
  volumeName: string,
) => void

type Sources = Required<Omit<Volume, 'name'>>

/** Rules for the sources of volumes; a source without one needs nothing. */
export type SourceRules = { readonly [Name in keyof Sources]?: SourceRule<Sources[Name]> }

/** Takes fields of a source and what stands there; says of each that is empty that it is missing. */
function requireAll(
  values: Readonly<Record<string, string | readonly string[] | undefined>>,
  field: FieldPath,
  report: Report,
): void {
  for (const [name, value] of Object.entries(values))
    if (value === undefined || value.length === 0) report.required(field.child(name))
}

const AZURE_URIS = {
  managed: '/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}',
  blob: 'https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd',
}

const ISCSI_NAMES: readonly (readonly [prefix: string, whole: RegExp])[] = [
  ['iqn', /iqn\.\d{4}-\d{2}\.[\dA-Za-z.-]+:[^,;*&$|\s]+$/],
  ['eui', /^eui.[\dA-Za-z]{16}$/],
  ['naa', /^naa.[\dA-Za-z]{32}$/],
]

function iscsiNameFault(name: string): string | null {
  const known = ISCSI_NAMES.find(([prefix]) => name.startsWith(prefix))
  if (known === undefined) return 'must be valid format starting with iqn, eui, or naa'
  return known[1].test(name) ? null : 'must be valid format'
}

/** What each kind of storage needs. */
export const STORAGE_SOURCES: SourceRules = {
  gcePersistentDisk: ({ pdName = '', partition }, field, report) => {
    requireAll({ pdName }, field, report)
    validateRange(partition, 0, 255, field.child('partition'), report)
  },
  awsElasticBlockStore: ({ volumeID = '', partition }, field, report) => {
    requireAll({ volumeID }, field, report)
    validateRange(partition, 0, 255, field.child('partition'), report)
  },
  nfs: ({ server = '', path = '' }, field, report) => {
    requireAll({ server, path }, field, report)
    if (!path.startsWith('/')) report.invalid(field.child('path'), path, 'must be an absolute path')
  },
  iscsi: (source, field, report, volumeName) => {
    const { targetPortal = '', iqn = '', lun, secretRef, initiatorName } = source
    requireAll({ targetPortal }, field, report)
    const fault = iscsiNameFault(iqn)
    if (iqn === '') report.required(field.child('iqn'))
    else if (fault !== null) report.invalid(field.child('iqn'), iqn, fault)
    validateRange(lun, 0, 255, field.child('lun'), report)
    if ((source.chapAuthDiscovery === true || source.chapAuthSession === true) && secretRef === undefined)
      report.required(field.child('secretRef'))
    if (initiatorName === undefined) return
    const initiatorFault = iscsiNameFault(initiatorName)
    if (initiatorFault !== null)
      report.invalid(field.printedAs('.initiatorname', 'initiatorName'), initiatorName, initiatorFault)
    if (`${volumeName}:${targetPortal}`.length > 64)
      report.invalid(
        field.child('targetPortal'),
        targetPortal,
        'Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.',
      )
  },
  glusterfs: ({ endpoints = '', path = '' }, field, report) => requireAll({ endpoints, path }, field, report),
  flocker: ({ datasetName = '', datasetUUID = '' }, field, report) => {
    if (datasetName === '' && datasetUUID === '')
      report.required(field, 'one of datasetName and datasetUUID is required')
    if (datasetName !== '' && datasetUUID !== '')
      report.invalid(field, 'resource', 'datasetName and datasetUUID can not be specified simultaneously')
    if (datasetName.includes('/'))
      report.invalid(field.child('datasetName'), datasetName, "must not contain '/'")
  },
  rbd: ({ monitors, image = '' }, field, report) => requireAll({ monitors, image }, field, report),
  cinder: ({ volumeID = '', secretRef }, field, report) => {
    requireAll({ volumeID }, field, report)
    if (secretRef !== undefined) requireAll({ name: secretRef.name }, field.child('secretRef'), report)
  },
  cephfs: ({ monitors }, field, report) => requireAll({ monitors }, field, report),
  quobyte: ({ registry = '', volume = '', tenant = '' }, field, report) => {
    if (registry === '')
      report.required(
        field.child('registry'),
        'must be a host:port pair or multiple pairs separated by commas',
      )
    else if (tenant.length >= 65)
      report.required(field.child('tenant'), 'must be a UUID and may not exceed a length of 64 characters')
    else if (registry.split(',').some((host) => !/^.*:[^:]*$/.test(host)))
      report.invalid(
        field.child('registry'),
        registry,
        'must be a host:port pair or multiple pairs separated by commas',
      )
    requireAll({ volume }, field, report)
  },
  fc: ({ targetWWNs = [], wwids = [], lun }, field, report) => {
    if (targetWWNs.length === 0 && wwids.length === 0)
      report.required(field.child('targetWWNs'), 'must specify either targetWWNs or wwids, but not both')
    if (targetWWNs.length > 0 && wwids.length > 0)
      report.invalid(
        field.child('targetWWNs'),
        [...targetWWNs],
        'targetWWNs and wwids can not be specified simultaneously',
      )
    if (targetWWNs.length > 0 && lun === undefined)
      report.required(field.child('lun'), 'lun is required if targetWWNs is specified')
    validateRange(lun, 0, 255, field.child('lun'), report)
  },
  flexVolume: ({ driver = '', options = {} }, field, report) => {
    requireAll({ driver }, field, report)
    for (const key of Object.keys(options)) {
      const namespace = (key.split('/')[0] ?? '').toLowerCase()
      if (/(?:^|\.)(?:kubernetes|k8s)\.io$/.test(namespace))
        report.invalid(
          field.child('options').key(key),
          key,
          'kubernetes.io and k8s.io namespaces are reserved',
        )
    }
  },
  azureFile: ({ secretName = '', shareName = '' }, field, report) =>
    requireAll({ secretName, shareName }, field, report),
  vsphereVolume: ({ volumePath = '' }, field, report) => requireAll({ volumePath }, field, report),
  azureDisk: ({ diskName = '', diskURI = '', cachingMode, kind }, field, report) => {
    requireAll({ diskName, diskURI }, field, report)
    if (cachingMode !== undefined)
      validateOneOf(cachingMode, ['None', 'ReadOnly', 'ReadWrite'], field.child('cachingMode'), report)
    if (kind === undefined) return
    validateOneOf(kind, ['Dedicated', 'Managed', 'Shared'], field.child('kind'), report)
    const [isRight, form] =
      kind === 'Managed'
        ? [diskURI.toLowerCase().startsWith('/subscriptions'), AZURE_URIS.managed]
        : [diskURI.startsWith('https://'), AZURE_URIS.blob]
    if (!isRight) report.notSupported(field.child('diskURI'), diskURI, [form])
  },
  storageos: ({ volumeName = '', volumeNamespace = '', secretRef }, field, report) => {
    validateRequiredText(volumeName, dns1123Label, field.child('volumeName'), report)
    if (volumeNamespace !== '')
      validateRequiredText(volumeNamespace, dns1123Label, field.child('volumeNamespace'), report)
    if (secretRef !== undefined) requireAll({ name: secretRef.name }, field.child('secretRef'), report)
  },
  scaleIO: ({ gateway = '', system = '', volumeName = '' }, field, report) =>
    requireAll({ gateway, system, volumeName }, field, report),
  photonPersistentDisk: ({ pdID = '' }, field, report) => requireAll({ pdID }, field, report),
  portworxVolume: ({ volumeID = '' }, field, report) => requireAll({ volumeID }, field, report),
  gitRepo: ({ repository = '', directory = '' }, field, report) => {
    requireAll({ repository }, field, report)
    if (directory.startsWith('/'))
      report.invalid(field.child('directory'), directory, 'must be a relative path')
    validateNoBacksteps(directory, field.child('directory'), report)
  },
}
