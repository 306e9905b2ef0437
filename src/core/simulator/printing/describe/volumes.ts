import { canonicalQuantity } from '../../../kubernetes/canonicalQuantity'
import { isObject, type Json } from '../../../kubernetes/json'
import { quantityValue } from '../../../kubernetes/quantity'
import { field, itemsOf, labelsOf, numberOf, textOf, wordOf } from '../../../kubernetes/shape'
import { inside } from '../cells'
import type { Description } from './description'
import { entriesOf } from './metadata'
import { STORAGE_VOLUMES } from './storageVolumes'
import { FS_TYPE, flag, OPTIONAL, READ_ONLY, text, type VolumeText } from './volumeText'

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

/** As a claim that is not bound (printPersistentVolumeClaim). */
function describeClaim(to: Description, source: Json): void {
  const template = field(source, 'volumeClaimTemplate')
  const spec = field(template, 'spec')
  to.line(2, `StorageClass:\t${textOf(field(spec, 'storageClassName'))}`)
  to.line(2, `Volume:\t${textOf(field(spec, 'volumeName'))}`)
  for (const [title, key] of [
    ['Labels', 'labels'],
    ['Annotations', 'annotations'],
  ] as const) {
    const divider = key === 'labels' ? '=' : ': '
    const pairs = entriesOf(inside(template, 'metadata', key))
    to.list(
      2,
      title,
      pairs.map(([name, value]) => `${name}${divider}${wordOf(value)}`),
    )
  }
  to.line(2, 'Capacity:\t')
  to.line(2, 'Access Modes:\t')
  const mode = textOf(field(spec, 'volumeMode'))
  if (mode !== '') to.line(2, `VolumeMode:\t${mode}`)
}

/** A row a source of volumes. */
const VOLUMES: Readonly<Record<string, VolumeText>> = {
  ...STORAGE_VOLUMES,
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
  downwardAPI: {
    about: 'DownwardAPI (a volume populated by information about the pod)',
    lines: [],
    more: describeItems,
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
    for (const [title, read] of lines) to.line(2, `${title}:\t${read(source)}`)
    more?.(to, source)
  }
}
