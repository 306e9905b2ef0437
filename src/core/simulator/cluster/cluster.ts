import type { Json } from '../../kubernetes/json'
import { deleteObject } from '../api/deletion'
import { ApiServer } from '../api/apiServer'
import { bootstrap, NODE_ADDRESS, ordinaryNode } from '../api/bootstrap'
import type { ApiKind } from '../api/objects'
import { Clock, type Signal, type Steps } from '../clock'
import { controlLoop } from '../controllers/controlPlane'
import { CONTROLLERS } from '../controllers/controllers'
import type { KnownFrom, RecordedFiles } from '../filesystem/containerFiles'
import { FilePast } from '../filesystem/filePast'
import type { FileSystem } from '../filesystem/fileSystem'
import type { ContainerPlace, Deed, Happening } from '../history/happening'
import type { NetworkAnswer, NetworkRequest } from '../network/request'
import { seeded } from '../random'
import type { ApplyOutcome, ClusterAccess, ExecOutcome, LogLine, Streams } from './access'
import { Applying } from './apply/applying'
import { ClusterNetwork } from './network/clusterNetwork'
import { KeptFiles } from './keptFiles'
import { NodeAgent } from './nodeAgent'
import type { ContainerPrograms } from './pod/containerPrograms'
import { imageSize } from './imageSize'
import { MeddlingTable } from './meddling'
import { objectNow } from './objectNow'
import { Disks } from './volumes/disks'

/** What a cluster is made with. */
export interface ClusterInput {
  readonly programs: ContainerPrograms
  /** Names and choices come from it: the same seed gives the same history. */
  readonly seed: number
  /** When time 0 is, in milliseconds since 1970. */
  readonly epoch: number
  /** Takes what happens. */
  readonly tell: (happening: Happening) => void
}

const NODE = 'node-1'

/** The name under which a machine beside the cluster sends its requests: the bridge of the node. */
const OUTSIDE = '172.18.0.1'

/** How long the pull of an image takes on a node with a good line, and how long the look whether it is the newest one, in seconds. */
const PULL_SECONDS = 1.4
const CHECK_SECONDS = 0.4

/** A cluster of one node: API server, controllers, kubelet, network. It lives while its clock runs. */
export class Cluster implements ClusterAccess {
  readonly clock: Clock
  readonly api: ApiServer
  readonly node = NODE
  readonly logged: Signal
  readonly meddling = new MeddlingTable()
  private readonly agent: NodeAgent
  private readonly network: ClusterNetwork
  private readonly applying: Applying
  private readonly keptFiles = new KeptFiles()

  constructor({ programs, seed, epoch, tell }: ClusterInput) {
    this.clock = new Clock(epoch)
    const { clock } = this
    this.logged = clock.signal()
    const { logged } = this
    const note = (deed: Deed) => {
      tell({ ...deed, time: clock.now })
      if (deed.type === 'log') logged.fire()
    }
    this.api = new ApiServer(clock)
    const { api } = this
    api.subscribe((change) => note(objectNow(api, change)))
    const random = seeded(seed)
    this.network = new ClusterNetwork(clock, { api, random }, note)
    const node = ordinaryNode(NODE)
    const present = new Set<string>()
    const past = new FilePast(clock)
    this.agent = new NodeAgent({
      clock,
      api,
      name: NODE,
      address: NODE_ADDRESS,
      allocatable: node.status?.allocatable ?? {},
      programs,
      network: this.network,
      disks: new Disks(clock, past),
      past,
      keptFiles: this.keptFiles,
      present,
      pullOf: (image) => ({
        seconds: present.has(image) ? CHECK_SECONDS : PULL_SECONDS,
        error: '',
        size: imageSize(image),
      }),
      meddling: this.meddling,
      tell: note,
    })
    this.applying = new Applying(api)
    bootstrap(api, node)
    clock.start(controlLoop(api, clock, random, CONTROLLERS))
  }

  apply(object: Json): ApplyOutcome {
    return this.applying.apply(object)
  }

  remove(kind: ApiKind, namespace: string, name: string, grace: number | null): boolean {
    this.applying.forget(kind, namespace, name)
    return deleteObject(this, kind, namespace, name, grace)
  }

  log(namespace: string, pod: string, container: string, previous: boolean): readonly LogLine[] {
    return this.agent.pod(namespace, pod)?.linesOf(container, previous) ?? []
  }

  *exec(
    namespace: string,
    pod: string,
    container: string,
    command: readonly string[],
    streams: Streams,
  ): Steps<ExecOutcome> {
    const running = this.agent.pod(namespace, pod)
    if (running === undefined) return { error: `unable to upgrade connection: pod does not exist` }
    return yield* running.execIn(container, command, streams)
  }

  request(request: NetworkRequest): Steps<NetworkAnswer> {
    const asker = { network: null, place: null, namespace: 'default', address: OUTSIDE }
    return this.network.request(asker, request)
  }

  *requestTo(namespace: string, pod: string, request: NetworkRequest): Steps<NetworkAnswer> {
    const running = this.agent.pod(namespace, pod)
    if (running === undefined) return { error: 'refused', address: '127.0.0.1' }
    // It comes from inside the pod's network namespace: what listens on localhost only answers too.
    const asker = { network: running.network, place: null, namespace, address: '127.0.0.1' }
    return yield* this.network.request(asker, { ...request, host: 'localhost' })
  }

  /** Takes where a container is, an exit code and why; its main process ends at once. Says whether the pod is there. */
  end(place: ContainerPlace, code: number, reason?: string): boolean {
    return this.agent.end(place, code, reason)
  }

  /** Takes a Service and whether requests to it get lost from now on. */
  cutOff(namespace: string, name: string, isCut: boolean): void {
    this.network.cutOff(namespace, name, isCut)
  }

  /** Takes where a container is; gives the files of the instance that runs, or ran last. */
  filesOf({ namespace, pod, container }: ContainerPlace): RecordedFiles | undefined {
    return this.agent.pod(namespace, pod)?.filesOf(container)
  }

  /** Takes where a container is and a moment, or null for now; gives its files as they were, for somebody to look at, or from when on they are known; null: it had not been started. */
  filesSeen(place: ContainerPlace, time: number | null): FileSystem | KnownFrom | null {
    return time === null ? (this.filesOf(place)?.seenAt(null) ?? null) : this.keptFiles.at(place, time)
  }
}
