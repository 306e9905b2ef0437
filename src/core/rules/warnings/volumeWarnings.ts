import type { KeyToPath, Volume, VolumeProjection } from '../../kubernetes/schema/types-1.36'
import type { FieldPath } from '../fieldPath'
import { quoted } from '../goText'
import type { Report } from '../report'
import { warnOfClaimSpec } from './claimWarnings'

/** Volume plugins on their way out, in the order of the source (pkg/api/pod/warnings.go). */
const DEPRECATED_PLUGINS = [
  {
    plugin: 'photonPersistentDisk',
    printed: 'photonPersistentDisk',
    said: 'deprecated in v1.11, non-functional in v1.16+',
  },
  { plugin: 'gitRepo', printed: 'gitRepo', said: 'deprecated in v1.11, and disabled by default in v1.33+' },
  { plugin: 'scaleIO', printed: 'scaleIO', said: 'deprecated in v1.16, non-functional in v1.22+' },
  { plugin: 'flocker', printed: 'flocker', said: 'deprecated in v1.22, non-functional in v1.25+' },
  { plugin: 'storageos', printed: 'storageOS', said: 'deprecated in v1.22, non-functional in v1.25+' },
  { plugin: 'quobyte', printed: 'quobyte', said: 'deprecated in v1.22, non-functional in v1.25+' },
  { plugin: 'glusterfs', printed: 'glusterfs', said: 'deprecated in v1.25, non-functional in v1.26+' },
  { plugin: 'ephemeral', printed: 'ephemeral', said: null },
  { plugin: 'cephfs', printed: 'cephfs', said: 'deprecated in v1.28, non-functional in v1.31+' },
  { plugin: 'rbd', printed: 'rbd', said: 'deprecated in v1.28, non-functional in v1.31+' },
] as const satisfies readonly { plugin: keyof Volume; printed: string; said: string | null }[]

/** Takes volumes and their field; warns of old plugins, and of files that get in each other's way. */
export function warnOfVolumes(volumes: readonly Volume[], field: FieldPath, report: Report): void {
  for (const [i, volume] of volumes.entries())
    for (const { plugin, printed, said } of DEPRECATED_PLUGINS) {
      if (volume[plugin] === undefined) continue
      const at = field.index(i)
      if (said !== null) report.warnAt(at.printedAs(`.${printed}`, plugin), said)
      else
        warnOfClaimSpec(
          volume.ephemeral?.volumeClaimTemplate?.spec,
          at.child('ephemeral', 'volumeClaimTemplate', 'spec'),
          report,
        )
    }
  for (const [i, volume] of volumes.entries()) warnOfOverlaps(volume, field.index(i), report)
}

/** A file of a volume, and where it comes from. */
interface VolumeFile {
  readonly path: string
  readonly source: string
}

type Items = readonly Pick<KeyToPath, 'path'>[] | undefined

function filesOf(items: Items, source: string): VolumeFile[] {
  return (items ?? []).map(({ path = '' }) => ({ path: path.replace(/\/+$/, ''), source }))
}

function isInTheWay(a: string, b: string): boolean {
  return a !== '' && b !== '' && (`${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`))
}

/** Takes files in order; calls back for each pair that is in each other's way, the later file first. */
function eachOverlap(
  files: readonly VolumeFile[],
  say: (file: VolumeFile, earlier: VolumeFile) => void,
): void {
  for (const [i, file] of files.entries())
    for (const earlier of files.slice(0, i)) if (isInTheWay(file.path, earlier.path)) say(file, earlier)
}

/** warningsForOverlappingVirtualPaths */
function warnOfOverlaps(volume: Volume, field: FieldPath, report: Report): void {
  const { name = '', configMap, secret, downwardAPI, projected } = volume
  const lists = [
    { items: configMap?.items, what: `ConfigMap ${quoted(configMap?.name ?? '')}` },
    { items: secret?.items, what: `Secret ${quoted(secret?.secretName ?? '')}` },
    { items: downwardAPI?.items, what: 'DownwardAPI' },
  ]
  for (const { items, what } of lists)
    eachOverlap(filesOf(items, what), (file, earlier) => {
      const paths = `${quoted(file.path)} with ${quoted(earlier.path)}`
      report.warn(field, `volume ${quoted(name)} (${what}): overlapping paths: ${paths}`)
    })
  for (const source of projected?.sources ?? [])
    if (Object.keys(source).length === 0)
      report.warn(field, `volume ${quoted(name)} (Projected) has no sources provided`)
  eachOverlap((projected?.sources ?? []).flatMap(projectedFiles), (file, earlier) => {
    const pair = `${printedFile(file)} with ${printedFile(earlier)}`
    report.warn(field, `volume ${quoted(name)} (Projected): overlapping paths: ${pair}`)
  })
}

function printedFile({ path, source }: VolumeFile): string {
  return `${quoted(path)} (${source})`
}

function projectedFiles(source: VolumeProjection): VolumeFile[] {
  const { configMap, secret, downwardAPI, serviceAccountToken, clusterTrustBundle, podCertificate } = source
  if (configMap?.items !== undefined)
    return filesOf(configMap.items, `ConfigMap ${quoted(configMap.name ?? '')}`)
  if (secret?.items !== undefined) return filesOf(secret.items, `Secret ${quoted(secret.name ?? '')}`)
  if (downwardAPI?.items !== undefined) return filesOf(downwardAPI.items, 'DownwardAPI')
  if (serviceAccountToken !== undefined) return filesOf([serviceAccountToken], 'ServiceAccountToken')
  if (clusterTrustBundle !== undefined) {
    const name = clusterTrustBundle.name ?? clusterTrustBundle.signerName ?? ''
    return filesOf([clusterTrustBundle], `ClusterTrustBundle ${quoted(name)}`)
  }
  return [
    ...certificateFile(podCertificate?.certificateChainPath, 'PodCertificate chain'),
    ...certificateFile(podCertificate?.keyPath, 'PodCertificate key'),
    ...certificateFile(podCertificate?.credentialBundlePath, 'PodCertificate credential bundle'),
  ]
}

function certificateFile(path: string | undefined, source: string): VolumeFile[] {
  return path === undefined || path === '' ? [] : filesOf([{ path }], source)
}
