import type { Container } from '../../kubernetes/schema/types-1.36'
import type { Clock, Steps } from '../clock'
import type { NetworkAnswer, NetworkRequest } from '../network/request'
import type { Sent } from '../programs/process'
import type { PodEvent, RuntimeEvent } from './history'
import type { ProbeType } from './probeResults'
import type { StartFailure } from './status/containerStatuses'

/** An instance of a container, as what runs in it knows it. Times are milliseconds. */
export interface Instance {
  readonly id: string
  readonly name: string
  readonly attempt: number
  readonly startedAt: number
  readonly term: Sent
  readonly kill: Sent
}

/** Where an image comes from: how long its pull takes, why it fails ('' where it does not), and how many bytes it has, where that is known. */
export interface ImagePull {
  readonly seconds: number
  readonly error: string
  readonly size?: number
}

/** How a command that was run inside a container ended, and what it wrote; or the container runtime's words why it could not be run. */
export type ExecResult = { readonly exitCode: number; readonly output: string } | { readonly error: string }

/** What the node gives to one pod: its images, its network, and what its containers do. */
export interface PodHost {
  readonly clock: Clock
  readonly podIP: string
  /** Takes an image; gives its pull, undefined for one that is on the node from the start. */
  pullOf(image: string): ImagePull | undefined
  /** Images that were pulled. */
  readonly present: Set<string>
  /** Takes an instance that is made; gives why its command can't be run, in the container runtime's words, or null. */
  startError(instance: Instance): string | null
  /** Takes an instance; runs its main process and gives its exit code. */
  run(instance: Instance): Steps<number>
  /** Takes an instance; says whether it was made from another definition than the pod's (containerChanged). */
  isChanged(instance: Instance): boolean
  /** Takes an instance and a command; runs it beside the main process. */
  exec(instance: Instance, command: readonly string[]): Steps<ExecResult>
  /** Takes a request of the kubelet; gives what comes back. */
  request(request: NetworkRequest): Steps<NetworkAnswer>
  /** Mounts the pod's volumes where that can be done; gives why one can't be mounted yet, or null (WaitForAttachAndMount). */
  mountVolumes(): string | null
  /** Takes a container; gives why it can't be made, or null (generateContainerConfig). */
  configFailure(container: Container): StartFailure | null
  /** Takes an instance whose main process has just ended, and its exit code; gives the last words that its status keeps. */
  ended(instance: Instance, exitCode: number): string | undefined
  /** Is told that the pod's status has changed, or that the pod is over. */
  statusChanged(): void
  /** Takes an event of the pod that was just recorded. */
  recorded(event: PodEvent): void
  /** Takes what the runtime just did. */
  happened(event: RuntimeEvent): void
  /** Takes a container and a probe; says whether somebody makes it fail. */
  forcedFailure(container: string, type: ProbeType): boolean
  /** Takes a probe that was just carried out. */
  probed(container: string, type: ProbeType, passed: boolean, words: string): void
}
