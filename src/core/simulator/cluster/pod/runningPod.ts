import { isObject } from '../../../kubernetes/json'
import { storedQosClassOf } from '../../../kubernetes/qos'
import type { Container, Pod } from '../../../kubernetes/schema/types-1.36'
import type { ObjectsByKind } from '../../api/objects'
import type { PodStatus } from '../../kubelet/status/podStatusTypes'
import type { Steps } from '../../clock'
import type { RecordedFiles } from '../../filesystem/containerFiles'
import type { FileTree } from '../../filesystem/fileTree'
import type { ContainerPlace } from '../../history/happening'
import type { PodEvent, RuntimeEvent } from '../../kubelet/history'
import type { ExecResult, ImagePull, Instance, PodHost } from '../../kubelet/host'
import { managedHostsFile, nodeHostsFile } from '../../kubelet/hostsFile'
import { podHostname } from '../../kubelet/hostname'
import { Kubelet } from '../../kubelet/kubelet'
import { ProbeManager } from '../../kubelet/probeManager'
import type { ProbeType } from '../../kubelet/probeResults'
import { PodWorker } from '../../kubelet/podWorker'
import { newestOf } from '../../kubelet/runtimeStatus'
import type { StartFailure } from '../../kubelet/status/containerStatuses'
import type { NetworkAnswer, NetworkRequest } from '../../network/request'
import type { ExecOutcome, LogLine, Streams } from '../access'
import { ContainerLog } from '../containerLog'
import { PodNetwork } from '../network/podNetwork'
import { PodVolumes } from '../volumes/podVolumes'
import { apiConditions } from './apiConditions'
import { staticCommand } from './commands'
import { containerSetup } from './containerSetup'
import type { NodeContext } from './nodeContext'
import { RunningContainer, type MainProcess } from './runningContainer'

/** What the pod tells the node. */
export interface PodListener {
  /** Its status changed, or it is over. */
  statusChanged(pod: RunningPod): void
}

/** A pod on the node: the kubelet's part of it, and what the node gives to it. */
export class RunningPod implements PodHost {
  readonly kubelet: Kubelet
  readonly network: PodNetwork
  private readonly worker: PodWorker
  private readonly volumes: PodVolumes
  private readonly logs = new Map<string, ContainerLog>()
  private readonly running = new Map<string, RunningContainer>()
  /** What the instances of containers were made from. */
  private readonly images = new Map<string, string>()

  constructor(
    private readonly node: NodeContext,
    public pod: Pod,
    readonly podIP: string,
    private readonly listener: PodListener,
  ) {
    const { namespace = 'default' } = pod.metadata ?? {}
    this.network = new PodNetwork(node.clock, podIP, namespace)
    node.network.join(this.network)
    const { api, clock, disks, past, allocatable } = node
    const fillRoot = (image: string, root: FileTree) => node.programs.fillRoot(image, root)
    this.volumes = new PodVolumes({ pod, api, clock, disks, past, allocatable, fillRoot })
    const request = () => this.worker.request()
    this.kubelet = new Kubelet(pod, this, request)
    this.worker = new PodWorker(this.kubelet, new ProbeManager(this.kubelet, request))
    this.worker.request()
  }

  get clock() {
    return this.node.clock
  }

  get present() {
    return this.node.present
  }

  /** Takes a grace period in seconds; begins the pod's end. */
  delete(grace: number): void {
    this.worker.delete(grace)
  }

  /** Takes the pod as it is from now on: a container whose image has changed is started anew. */
  update(pod: Pod): void {
    this.pod = pod
    this.kubelet.update(pod)
    this.kubelet.pleg.relist()
    this.worker.request()
  }

  /** Takes why; the node throws the pod out (pkg/kubelet/eviction). */
  evict(message: string): void {
    if (this.worker.evict(message)) this.kubelet.record('Warning', 'Evicted', message, null)
  }

  /** What the kubelet does from time to time: volumes are written anew, disks are measured. */
  housekeep(): void {
    this.volumes.refresh()
  }

  /** Gives what fills a disk beyond its limit, in words, or null. */
  overLimit(): string | null {
    return this.volumes.overLimit()
  }

  pullOf(image: string): ImagePull {
    return this.node.pullOf(image)
  }

  mountVolumes(): string | null {
    return this.volumes.mountAll()
  }

  configFailure(container: Container): StartFailure | null {
    const setup = containerSetup(this.node, this.pod, this.podIP, this.volumes, container)
    return 'error' in setup ? { reason: 'CreateContainerConfigError', message: setup.error } : null
  }

  startError(instance: Instance): string | null {
    const container = this.container(instance.name)
    if (container === undefined) return `no container "${instance.name}"`
    const setup = containerSetup(this.node, this.pod, this.podIP, this.volumes, container)
    if ('error' in setup) return setup.error
    const log = this.log(instance.name)
    log.begin(instance.attempt)
    const made = new RunningContainer({
      node: this.node,
      pod: this.pod,
      hostname: this.hostname().shown,
      ownFiles: this.ownFiles(),
      container,
      setup,
      network: this.network,
      log,
      instance,
      processes: () => this.processes(instance),
    })
    this.running.set(instance.id, made)
    this.node.keptFiles.start(this.place(instance.name), made.files, this.node.clock.now)
    this.images.set(instance.id, container.image ?? '')
    return made.load()
  }

  *run(instance: Instance): Steps<number> {
    const running = this.running.get(instance.id)
    return running === undefined ? 0 : yield* running.main()
  }

  isChanged({ id, name }: Instance): boolean {
    const image = this.images.get(id)
    return image !== undefined && image !== this.container(name)?.image
  }

  *exec(instance: Instance, command: readonly string[]): Steps<ExecResult> {
    const running = this.running.get(instance.id)
    const container = this.container(instance.name)
    if (running === undefined || container === undefined) return { exitCode: 126, output: '' }
    return yield* running.command(staticCommand(container, command))
  }

  request(request: NetworkRequest): Steps<NetworkAnswer> {
    const { node } = this
    const asker = { network: null, place: null, namespace: this.network.namespace, address: node.address }
    return node.network.request(asker, request)
  }

  ended(instance: Instance, exitCode: number): string | undefined {
    return this.running.get(instance.id)?.end(exitCode)
  }

  statusChanged(): void {
    this.listener.statusChanged(this)
  }

  recorded({ type, reason, message, fieldPath }: PodEvent): void {
    const { namespace = 'default', name = '', uid = '' } = this.pod.metadata ?? {}
    this.node.api.record({
      about: { kind: 'Pod', namespace, name, uid, ...(fieldPath === '' ? {} : { fieldPath }) },
      type,
      reason,
      message,
      component: 'kubelet',
      host: this.node.name,
    })
  }

  happened({ event, container, attempt = 0, code }: RuntimeEvent): void {
    if (container === undefined || !isShown(event)) return
    const reason = newestOf(this.kubelet.runtime.status(), container)?.reason ?? ''
    this.node.tell({
      type: 'runtime',
      ...this.place(container),
      what: event,
      attempt,
      ...(code === undefined ? {} : { code, reason }),
    })
  }

  forcedFailure(container: string, type: ProbeType): boolean {
    return this.node.meddling.isFailing(this.place(container), type)
  }

  probed(container: string, probe: ProbeType, passed: boolean, words: string): void {
    this.node.tell({ type: 'probe', ...this.place(container), probe, passed, words })
  }

  /** Takes a container, an exit code and why; its main process ends at once. */
  end(container: string, code: number, reason?: string): void {
    const newest = newestOf(this.kubelet.runtime.status(), container)
    if (newest !== undefined) this.kubelet.runtime.end(newest.id, code, reason)
  }

  /** The main processes of an instance's process namespace: its own, or with shareProcessNamespace those of all containers, after that of the sandbox. */
  private processes(instance: Instance): readonly MainProcess[] {
    const { runtime } = this.kubelet
    const main = (id: string, pid: number): readonly MainProcess[] => {
      const running = this.running.get(id)
      return running === undefined ? [] : [{ ...running.seen(pid), terminate: () => runtime.terminate(id) }]
    }
    if (this.pod.spec?.shareProcessNamespace !== true) return main(instance.id, 1)
    const others = runtime.status().containers.filter(({ state }) => state === 'running')
    const byAge = others.toSorted((a, b) => a.startedAt - b.startedAt || (a.name < b.name ? -1 : 1))
    return [SANDBOX, ...byAge.flatMap(({ id }) => main(id, pidOf(id)))]
  }

  /** Takes a container and which instance; gives its log. */
  linesOf(container: string, previous: boolean): readonly LogLine[] {
    return this.logs.get(container)?.lines(previous) ?? []
  }

  /** Takes a container; gives the files of the instance that runs, or ran last. */
  filesOf(container: string): RecordedFiles | undefined {
    const newest = newestOf(this.kubelet.runtime.status(), container)
    return newest === undefined ? undefined : this.running.get(newest.id)?.files
  }

  /** Takes a container, a command and its streams; runs it there. */
  *execIn(container: string, command: readonly string[], streams: Streams): Steps<ExecOutcome> {
    const newest = newestOf(this.kubelet.runtime.status(), container)
    const running = newest?.state === 'running' ? this.running.get(newest.id) : undefined
    if (running === undefined)
      return { error: `unable to upgrade connection: container not found ("${container}")` }
    const end = yield* running.exec(command, streams)
    return 'error' in end
      ? { error: `Internal error occurred: error executing command in container: ${end.error}` }
      : end
  }

  /** Takes the status that the kubelet has made, and the pod as it is stored; gives the status for the API server: with addresses and with the times of conditions. */
  apiStatus(status: PodStatus, stored: ObjectsByKind['Pod']): PodStatus {
    const { clock, address } = this.node
    const hasNetwork = this.kubelet.runtime.status().sandboxes.some(({ ip }) => ip !== '')
    return {
      ...status,
      conditions: apiConditions(clock, status.conditions ?? [], stored.status?.conditions ?? []),
      hostIP: address,
      hostIPs: [{ ip: address }],
      startTime: stored.status?.startTime ?? clock.timestamp(),
      qosClass: storedQosClassOf(isObject(this.pod.spec) ? this.pod.spec : undefined),
      ...(hasNetwork ? { podIP: this.podIP, podIPs: [{ ip: this.podIP }] } : {}),
    }
  }

  /** Ends it without more ado: the pod is gone from the API server. */
  abandon(): void {
    for (const { id, state } of this.kubelet.runtime.status().containers)
      if (state === 'running') this.kubelet.runtime.end(id, 137)
    this.worker.abandon()
    this.node.network.leave(this.network)
  }

  private log(container: string): ContainerLog {
    const known = this.logs.get(container)
    if (known !== undefined) return known
    const log = new ContainerLog()
    this.logs.set(container, log)
    return log
  }

  private container(name: string): Container | undefined {
    const { containers = [], initContainers = [] } = this.pod.spec ?? {}
    return [...initContainers, ...containers].find((container) => container.name === name)
  }

  private place(container: string): ContainerPlace {
    const { namespace = 'default', name = '' } = this.pod.metadata ?? {}
    return { namespace, pod: name, container }
  }

  /** What the pod is called inside; one whose name can't be used is called as itself. */
  private hostname(): { readonly hostname: string; readonly domain: string; readonly shown: string } {
    const { namespace = 'default', name = '' } = this.pod.metadata ?? {}
    const spec = this.pod.spec ?? {}
    const found = podHostname(name, namespace, spec)
    const { hostname, domain } = 'error' in found ? { hostname: name, domain: '' } : found
    const isWhole = spec.setHostnameAsFQDN === true && domain !== ''
    return { hostname, domain, shown: isWhole ? `${hostname}.${domain}` : hostname }
  }

  private ownFiles(): ReadonlyMap<string, string> {
    const { namespace = 'default' } = this.pod.metadata ?? {}
    const { hostname, domain, shown } = this.hostname()
    const { hostAliases = [], hostNetwork } = this.pod.spec ?? {}
    const hosts =
      hostNetwork === true
        ? nodeHostsFile(`127.0.0.1\tlocalhost\n${this.node.address}\t${this.node.name}\n`, hostAliases)
        : managedHostsFile([this.podIP], hostname, domain, hostAliases)
    return new Map([
      ['/etc/hostname', `${shown}\n`],
      ['/etc/hosts', hosts],
      [
        '/etc/resolv.conf',
        `search ${namespace}.svc.cluster.local svc.cluster.local cluster.local\nnameserver 10.96.0.10\noptions ndots:5\n`,
      ],
    ])
  }
}

/** The process that holds the namespaces of a pod. */
const SANDBOX: MainProcess = { pid: 1, uid: 65_535, command: '/pause', terminate: () => undefined }

/** The runtime numbers its containers (`web-2`); others come between in the namespace. */
function pidOf(id: string): number {
  return 1 + 6 * Number(/\d+$/.exec(id)?.[0] ?? 1)
}

/** What of the runtime's doings the timeline shows. */
function isShown(event: string): event is 'start' | 'exit' | 'sigterm' | 'sigkill' {
  return ['start', 'exit', 'sigterm', 'sigkill'].includes(event)
}
