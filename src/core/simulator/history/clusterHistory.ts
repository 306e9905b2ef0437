import type { ObjectsByKind } from '../api/objects'
import type {
  EventHappening,
  FileHappening,
  Happening,
  InterventionHappening,
  LogHappening,
  ObjectNow,
  ProbeHappening,
  RequestHappening,
  RuntimeHappening,
  ShippedHappening,
} from './happening'
import { containerKey, placeKey } from './place'
import { PodLife, type Origin } from './podLife'
import { Recent, type Timed } from './recent'
import { ObjectVersions } from './versions'

/** How many things of each type are kept. */
const KEPT = 20_000

/** How many pods that are gone are kept. */
const KEPT_PODS = 1000

/**
 * What has happened in a simulated cluster, kept so that every moment of it can be shown: objects whole, of all else
 * the newest. It grows by {@link add}; `version` tells views that it has.
 */
export class ClusterHistory {
  version = 0
  readonly logs = new Recent<LogHappening & Timed>(KEPT)
  readonly probes = new Recent<ProbeHappening & Timed>(KEPT)
  readonly runtime = new Recent<RuntimeHappening & Timed>(KEPT)
  readonly files = new Recent<FileHappening & Timed>(KEPT)
  readonly requests = new Recent<RequestHappening & Timed>(KEPT)
  readonly shipped = new Recent<ShippedHappening & Timed>(KEPT)
  readonly events = new Recent<EventHappening & Timed>(KEPT)
  readonly interventions = new Recent<InterventionHappening & Timed>(KEPT)
  readonly services = new ObjectVersions<ObjectsByKind['Service']>()
  readonly deployments = new ObjectVersions<ObjectsByKind['Deployment']>()
  readonly statefulSets = new ObjectVersions<ObjectsByKind['StatefulSet']>()
  readonly replicaSets = new ObjectVersions<ObjectsByKind['ReplicaSet']>()
  readonly jobs = new ObjectVersions<ObjectsByKind['Job']>()
  readonly nodes = new ObjectVersions<ObjectsByKind['Node']>()
  private readonly lives: PodLife[] = []
  private readonly living = new Map<string, PodLife>()
  /** The moments at which something happened. */
  private times: number[] = []

  /** Takes when time 0 is, in milliseconds since 1970. */
  constructor(readonly epoch: number) {}

  /** The pods that are or were, in the order in which they came. */
  get pods(): readonly PodLife[] {
    return this.lives
  }

  /** Takes a moment; gives the next one at which something happened, or null. */
  momentAfter(time: number): number | null {
    return this.times.find((moment) => moment > time) ?? null
  }

  /** Takes a pod's place and a moment; gives its life, the last one of that name which had begun by then. */
  podAt(namespace: string, name: string, time: number): PodLife | null {
    return (
      this.lives.findLast(
        (life) => life.name === name && life.namespace === namespace && life.start <= time,
      ) ?? null
    )
  }

  /** Takes what has happened since the last time, in its order. */
  add(happenings: readonly Happening[]): void {
    if (happenings.length === 0) return
    for (const happening of happenings) {
      if (this.times.at(-1) !== happening.time) this.times.push(happening.time)
      this.take(happening)
    }
    if (this.times.length > 2 * KEPT) this.times = this.times.slice(-KEPT)
    this.version += 1
  }

  private take(happening: Happening): void {
    switch (happening.type) {
      case 'object':
        return this.takeObject(happening)
      case 'runtime':
        this.runtime.add(happening, containerKey(happening))
        return this.living
          .get(placeKey(happening.namespace, happening.pod))
          ?.laneOf(happening.container)
          ?.act(happening.time, happening)
      case 'probe':
        return this.probes.add(happening, containerKey(happening))
      case 'log':
        return this.logs.add(happening, containerKey(happening))
      case 'file': {
        const { namespace, pod, volume } = happening
        return this.files.add(happening, placeKey(namespace, pod, volume))
      }
      case 'request': {
        const { service, from, to } = happening
        const ends = [from, to].flatMap((end) => (end === null ? [] : [containerKey(end)]))
        const through = service === null ? [] : [placeKey(service.namespace, service.name)]
        return this.requests.add(happening, ...new Set([...through, ...ends]))
      }
      case 'shipped':
        return this.shipped.add(happening, containerKey(happening))
      case 'event': {
        const { namespace, name } = happening.event.involvedObject
        return this.events.add(happening, placeKey(namespace, name))
      }
      case 'intervention':
        return this.interventions.add(happening)
    }
  }

  /** Of the kinds that views ask for. */
  private takeObject(happening: ObjectNow & Timed): void {
    if (happening.kind === 'Pod')
      this.takePod(happening.time, happening.namespace, happening.name, happening.object)
    else if (happening.kind === 'Service') this.services.put(happening)
    else if (happening.kind === 'Deployment') this.deployments.put(happening)
    else if (happening.kind === 'StatefulSet') this.statefulSets.put(happening)
    else if (happening.kind === 'ReplicaSet') this.replicaSets.put(happening)
    else if (happening.kind === 'Job') this.jobs.put(happening)
    else if (happening.kind === 'Node') this.nodes.put(happening)
  }

  private takePod(time: number, namespace: string, name: string, pod: ObjectsByKind['Pod'] | null): void {
    const key = placeKey(namespace, name)
    const life = this.living.get(key)
    if (pod === null) this.living.delete(key)
    if (life !== undefined) return life.put(time, pod)
    if (pod === null) return
    const born = new PodLife(namespace, name, this.originOf(time, namespace, pod), time, pod)
    this.living.set(key, born)
    this.lives.push(born)
    if (this.lives.length > this.living.size + KEPT_PODS)
      this.lives.splice(
        this.lives.findIndex(({ end }) => end !== null),
        1,
      )
    born.put(time, pod)
  }

  /** Up the owners: a pod's ReplicaSet, its Deployment. */
  private originOf(time: number, namespace: string, pod: ObjectsByKind['Pod']): Origin {
    let origin: Origin = { kind: 'Pod', name: pod.metadata?.name ?? '' }
    let owner = pod.metadata?.ownerReferences?.[0]
    for (let step = 0; owner !== undefined && step < 4; step += 1) {
      origin = { kind: owner.kind ?? '', name: owner.name ?? '' }
      owner = this.ownerOf(time, namespace, origin)
    }
    return origin
  }

  private ownerOf(time: number, namespace: string, { kind, name }: Origin) {
    if (kind === 'ReplicaSet')
      return this.replicaSets.at(namespace, name, time)?.metadata?.ownerReferences?.[0]
    if (kind === 'Job') return this.jobs.at(namespace, name, time)?.metadata?.ownerReferences?.[0]
    return undefined
  }
}
