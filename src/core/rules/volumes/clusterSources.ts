import { dns1123Subdomain } from '../../kubernetes/names'
import {
  validateFileMode,
  validateNoBacksteps,
  validateOneOf,
  validateRequiredOneOf,
  validateRequiredText,
} from '../fieldChecks'
import { validateClaimTemplate } from './claimTemplate'
import { validateDownwardApiFile } from './downwardApi'
import { validateKeyToPath, validateProjectedSource } from './projectedSource'
import type { SourceRules } from './storageSources'

/*
 * Volumes from the cluster itself and from the node, by the name of their field: the functions validate…VolumeSource of
 * pkg/apis/core/validation/validation.go.
 */

const HOST_PATH_TYPES = [
  '',
  'BlockDevice',
  'CharDevice',
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
]

/** What each of them needs. */
export const CLUSTER_SOURCES: SourceRules = {
  hostPath: ({ path = '', type = '' }, field, report) => {
    if (path === '') return report.required(field.child('path'))
    validateNoBacksteps(path, field.child('path'), report)
    validateOneOf(type, HOST_PATH_TYPES, field.child('type'), report)
  },
  secret: ({ secretName = '', items = [], defaultMode }, field, report) => {
    if (secretName === '') report.required(field.child('secretName'))
    validateFileMode(defaultMode, field.child('defaultMode'), report)
    for (const [i, item] of items.entries()) validateKeyToPath(item, field.child('items').index(i), report)
  },
  configMap: ({ name = '', items = [], defaultMode }, field, report) => {
    if (name === '') report.required(field.child('name'))
    validateFileMode(defaultMode, field.child('defaultMode'), report)
    for (const [i, item] of items.entries()) validateKeyToPath(item, field.child('items').index(i), report)
  },
  persistentVolumeClaim: ({ claimName = '' }, field, report) => {
    if (claimName === '') report.required(field.child('claimName'))
  },
  downwardAPI: ({ items = [], defaultMode }, field, report) => {
    validateFileMode(defaultMode, field.child('defaultMode'), report)
    for (const file of items) validateDownwardApiFile(file, field, report)
  },
  projected: validateProjectedSource,
  csi: ({ driver = '', nodePublishSecretRef }, field, report) => {
    const at = field.child('driver')
    if (driver.length > 63) report.tooLong(at, 63)
    validateRequiredText(driver, (text) => dns1123Subdomain(text.toLowerCase()), at, report)
    if (nodePublishSecretRef !== undefined && (nodePublishSecretRef.name ?? '') === '')
      report.required(field.printedAs('.nodePublishSecretRef .name', 'nodePublishSecretRef', 'name'))
  },
  ephemeral: ({ volumeClaimTemplate }, field, report) => {
    const at = field.child('volumeClaimTemplate')
    if (volumeClaimTemplate === undefined) report.required(at)
    else validateClaimTemplate(volumeClaimTemplate, at, report)
  },
  image: ({ pullPolicy = '' }, field, report) => {
    validateRequiredOneOf(pullPolicy, ['Always', 'IfNotPresent', 'Never'], field.child('pullPolicy'), report)
  },
}
