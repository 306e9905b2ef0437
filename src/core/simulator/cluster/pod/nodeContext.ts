import type { ApiServer } from '../../api/apiServer'
import type { Clock } from '../../clock'
import type { FilePast } from '../../filesystem/filePast'
import type { ContainerPlace, Deed } from '../../history/happening'
import type { ImagePull } from '../../kubelet/host'
import type { ProbeType } from '../../kubelet/probeResults'
import type { ClusterNetwork } from '../network/clusterNetwork'
import type { KeptFiles } from '../keptFiles'
import type { Disks } from '../volumes/disks'
import type { ContainerPrograms } from './containerPrograms'

/** What somebody makes a container do, whatever its program does. */
export interface Meddling {
  isFailing(place: ContainerPlace, probe: ProbeType): boolean
  /** How long its program does nothing after its start, in milliseconds. */
  startDelay(place: ContainerPlace): number
}

/** What all pods of the node share. */
export interface NodeContext {
  readonly clock: Clock
  readonly api: ApiServer
  readonly name: string
  readonly address: string
  readonly allocatable: Readonly<Record<string, string>>
  readonly programs: ContainerPrograms
  readonly network: ClusterNetwork
  readonly disks: Disks
  /** What the files of all trees were. */
  readonly past: FilePast
  readonly keptFiles: KeptFiles
  /** Images that were pulled. */
  readonly present: Set<string>
  pullOf(image: string): ImagePull
  readonly meddling: Meddling
  /** Takes what happened; writes it down. */
  tell(deed: Deed): void
}
