import { quantityValue } from '../../../kubernetes/quantity'
import type { Pod, Volume } from '../../../kubernetes/schema/types-1.36'
import type { Clock } from '../../clock'
import { publish } from '../../filesystem/atomicWriter'
import type { FilePast } from '../../filesystem/filePast'
import { FileTree, SETGID } from '../../filesystem/fileTree'
import type { VolumeMount } from '../../filesystem/mount'
import { claimDisk, type Disks } from './disks'
import { publishedFiles, type PublishedSource } from './publishedFiles'

/** What the volumes of a pod are made with. */
export interface VolumeHost extends PublishedSource {
  readonly clock: Clock
  readonly disks: Disks
  readonly past: FilePast
  /** Takes an image and a tree; puts the files of the image in. */
  readonly fillRoot: (image: string, root: FileTree) => void
}

/** A volume whose files the kubelet writes, and those that programs write to. */
interface MountedVolume {
  readonly name: string
  readonly tree: FileTree
  readonly volume: Volume
}

/** The volumes of one pod, as the kubelet mounts and updates them. */
export class PodVolumes {
  private readonly mounted = new Map<string, MountedVolume>()
  private readonly pod: Pod

  constructor(private readonly host: VolumeHost) {
    this.pod = host.pod
  }

  /** Mounts what can be mounted; gives why one can't be, or null where all are (`MountVolume.SetUp failed for volume …`). */
  mountAll(): string | null {
    const faults = (this.pod.spec?.volumes ?? []).map((volume) => this.mount(volume))
    return faults.find((fault) => fault !== null) ?? null
  }

  /** Takes the name of a volume; gives its files, undefined while it is not mounted. */
  tree(name: string): FileTree | undefined {
    return this.mounted.get(name)?.tree
  }

  /** Gives the volumes that are mounted, by name. */
  names(): readonly string[] {
    return [...this.mounted.keys()]
  }

  /** Writes anew what was made from ConfigMaps, Secrets and the pod itself; what is gone since stays as it was. */
  refresh(): void {
    for (const { tree, volume } of this.mounted.values()) this.publish(tree, volume)
  }

  /** Gives the first emptyDir that holds more than its sizeLimit, in the eviction manager's words, or null. */
  overLimit(): string | null {
    for (const { name, tree, volume } of this.mounted.values()) {
      const { medium = '', sizeLimit } = volume.emptyDir ?? {}
      const limit = sizeLimit === undefined ? null : quantityValue(sizeLimit)
      if (limit !== null && limit > 0 && medium !== 'Memory' && tree.bytes() > limit)
        return `Usage of EmptyDir volume "${name}" exceeds the limit "${String(sizeLimit)}". `
    }
    return null
  }

  /** Takes the mounts of a container and where `$(VAR)` of a subPathExpr leads; gives them as its files see them. */
  mountsOf(
    mounts: readonly {
      readonly name?: string
      readonly mountPath?: string
      readonly subPath?: string
      readonly readOnly?: boolean
    }[],
  ): readonly VolumeMount[] {
    return mounts.flatMap(({ name = '', mountPath = '', subPath = '', readOnly = false }) => {
      const found = this.mounted.get(name)
      if (found === undefined) return []
      return [{ path: mountPath, tree: found.tree, subPath, readOnly: readOnly || isReadOnly(found.volume) }]
    })
  }

  private mount(volume: Volume): string | null {
    const { name = '' } = volume
    if (this.mounted.has(name)) return null
    const tree = this.treeOf(volume)
    const fault = this.publish(tree, volume)
    if (fault !== null) return `MountVolume.SetUp failed for volume "${name}" : ${fault}`
    this.mounted.set(name, { name, tree, volume })
    return null
  }

  private publish(tree: FileTree, volume: Volume): string | null {
    const files = publishedFiles(this.host, volume)
    if (files === null) return null
    if ('error' in files) return files.error
    publish(this.host.clock, tree, groupReadable(files, this.fsGroup()), this.fsGroup() ?? 0)
    return null
  }

  private treeOf(volume: Volume): FileTree {
    const { clock, disks, past } = this.host
    const { namespace = 'default', name: pod = '' } = this.pod.metadata ?? {}
    const { persistentVolumeClaim, ephemeral, hostPath, emptyDir, image, name = '' } = volume
    if (persistentVolumeClaim !== undefined)
      return this.owned(disks.disk(claimDisk(namespace, persistentVolumeClaim.claimName ?? ''), 0o755))
    if (ephemeral !== undefined) return this.owned(disks.disk(claimDisk(namespace, `${pod}-${name}`), 0o755))
    if (hostPath !== undefined) return disks.disk(`node ${hostPath.path ?? ''}`, 0o755)
    if (image !== undefined) {
      const tree = new FileTree(clock, { mode: 0o755, past })
      this.host.fillRoot(image.reference ?? '', tree)
      return tree
    }
    if (emptyDir !== undefined) return this.owned(new FileTree(clock, { ...emptyDirOptions(volume), past }))
    if (publishedFiles(this.host, volume) !== null) return new FileTree(clock, { mode: 0o777, past })
    const { name: _name, ...source } = volume
    return disks.disk(JSON.stringify(source), 0o777)
  }

  /** The kubelet gives a volume to the pod's fsGroup (pkg/volume/volume_linux.go; KUBELET.md A11.4). */
  private owned(tree: FileTree): FileTree {
    const group = this.fsGroup()
    if (group === undefined) return tree
    tree.root.gid = group
    tree.root.mode |= SETGID | 0o070
    return tree
  }

  private fsGroup(): number | undefined {
    return this.pod.spec?.securityContext?.fsGroup
  }
}

/** A tmpfs is full when it is full; on disk the eviction manager watches the limit. */
function emptyDirOptions({ emptyDir = {} }: Volume) {
  const limit = emptyDir.sizeLimit === undefined ? null : quantityValue(emptyDir.sizeLimit)
  const isBounded = emptyDir.medium === 'Memory' && limit !== null && limit > 0
  return { mode: 0o777, ...(isBounded ? { sizeLimit: limit } : {}) }
}

/** ConfigMaps, Secrets and what is projected can't be written to; images neither. */
function isReadOnly({ configMap, secret, downwardAPI, projected, image, ...rest }: Volume): boolean {
  if (rest.persistentVolumeClaim?.readOnly === true || rest.nfs?.readOnly === true) return true
  return [configMap, secret, downwardAPI, projected, image].some((source) => source !== undefined)
}

function groupReadable<File extends { readonly mode: number }>(
  files: ReadonlyMap<string, File>,
  group: number | undefined,
): ReadonlyMap<string, File> {
  if (group === undefined) return files
  return new Map([...files].map(([path, file]) => [path, { ...file, mode: file.mode | 0o040 }]))
}
