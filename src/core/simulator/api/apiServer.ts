import type { Clock, Signal } from '../clock'
import type { ObjectMeta } from '../../kubernetes/schema/types-1.36'
import type { ApiEvent, ApiKind, ObjectsByKind } from './objects'

/** The objects of a kind by namespace and name, and in the order of their names as long as none of them changes. */
interface Store<Item> {
  readonly objects: Map<string, Item>
  sorted: readonly Item[] | null
}

type Stores = { readonly [Kind in ApiKind]: Store<ObjectsByKind[Kind]> }

function emptyStore<Item>(): Store<Item> {
  return { objects: new Map(), sorted: null }
}

/** An object came, changed or went. */
export interface ObjectChange {
  readonly kind: ApiKind
  readonly namespace: string
  readonly name: string
  readonly change: 'added' | 'modified' | 'deleted'
}

/** What an event says, and of what. */
export interface EventInput {
  readonly about: ApiEvent['involvedObject']
  readonly type: ApiEvent['type']
  readonly reason: string
  readonly message: string
  readonly component: string
  readonly host?: string
}

/** The kinds whose strategies in pkg/registry set no generation. */
const WITHOUT_GENERATION: ReadonlySet<ApiKind> = new Set([
  'Service',
  'Endpoints',
  'ConfigMap',
  'Secret',
  'PersistentVolumeClaim',
  'ServiceAccount',
  'HorizontalPodAutoscaler',
  'ControllerRevision',
  'Node',
  'Event',
])

/** The numbers in the names of events look like the server's, which are times. */
const FIRST_EVENT = 0x18_00_00_00_00_00

/** The objects of the simulated cluster. They never change: a change puts another object in their place. */
export class ApiServer {
  /** Fires after each moment in which an object changed. */
  readonly changed: Signal
  private version = 0
  private made = 0
  /** The names of the events that were recorded, by what they say. */
  private readonly eventNames = new Map<string, string>()
  private readonly listeners: ((change: ObjectChange) => void)[] = []
  private readonly stores: Stores = {
    Pod: emptyStore(),
    Deployment: emptyStore(),
    ReplicaSet: emptyStore(),
    StatefulSet: emptyStore(),
    DaemonSet: emptyStore(),
    Job: emptyStore(),
    CronJob: emptyStore(),
    Service: emptyStore(),
    Endpoints: emptyStore(),
    EndpointSlice: emptyStore(),
    ConfigMap: emptyStore(),
    Secret: emptyStore(),
    PersistentVolumeClaim: emptyStore(),
    ServiceAccount: emptyStore(),
    Ingress: emptyStore(),
    NetworkPolicy: emptyStore(),
    HorizontalPodAutoscaler: emptyStore(),
    PodDisruptionBudget: emptyStore(),
    ControllerRevision: emptyStore(),
    Node: emptyStore(),
    Event: emptyStore(),
  }

  constructor(private readonly clock: Clock) {
    this.changed = clock.signal()
  }

  /** Takes a kind and a namespace (all of them where it is left out); gives its objects in the order of their names. */
  list<Kind extends ApiKind>(kind: Kind, namespace?: string): readonly ObjectsByKind[Kind][] {
    const store: Store<ObjectsByKind[Kind]> = this.stores[kind]
    store.sorted ??= [...store.objects].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, object]) => object)
    if (namespace === undefined) return store.sorted
    return store.sorted.filter(({ metadata }) => metadata?.namespace === namespace)
  }

  /** Takes a kind, a namespace and a name; gives the object, or undefined. */
  get<Kind extends ApiKind>(kind: Kind, namespace: string, name: string): ObjectsByKind[Kind] | undefined {
    return this.stores[kind].objects.get(`${namespace}/${name}`)
  }

  /**
   * Takes a kind and an object; stores it in the place of the one of its name, and gives it as stored: a new one gets
   * uid, time and generation, another spec the next generation (of some kinds nobody counts them).
   */
  put<Kind extends ApiKind>(kind: Kind, object: ObjectsByKind[Kind]): ObjectsByKind[Kind] {
    const { name = '', namespace = 'default' } = object.metadata ?? {}
    const before = this.get(kind, namespace, name)
    this.version += 1
    const { generation: _generation, ...given } = object.metadata ?? {}
    const metadata: ObjectMeta = {
      ...given,
      name,
      namespace,
      uid: before?.metadata?.uid ?? object.metadata?.uid ?? this.uid(),
      creationTimestamp: before?.metadata?.creationTimestamp ?? this.clock.timestamp(),
      resourceVersion: String(this.version),
      ...(WITHOUT_GENERATION.has(kind) ? {} : { generation: generationOf(kind, before, object) }),
    }
    const stored: ObjectsByKind[Kind] = { ...object, metadata }
    const store: Store<ObjectsByKind[Kind]> = this.stores[kind]
    store.objects.set(`${namespace}/${name}`, stored)
    store.sorted = null
    this.tell({ kind, namespace, name, change: before === undefined ? 'added' : 'modified' })
    return stored
  }

  /** Takes a kind, a namespace and a name; the object is gone at once. */
  remove(kind: ApiKind, namespace: string, name: string): void {
    const store = this.stores[kind]
    if (!store.objects.delete(`${namespace}/${name}`)) return
    store.sorted = null
    this.tell({ kind, namespace, name, change: 'deleted' })
  }

  /** Takes what to call at each change of an object; gives a function that ends that. */
  subscribe(listener: (change: ObjectChange) => void): () => void {
    this.listeners.push(listener)
    return () => {
      this.listeners.splice(this.listeners.indexOf(listener), 1)
    }
  }

  /** Takes what happened; stores an event, or counts the one that says the same (client-go/tools/record, EventCorrelator). */
  record({ about, type, reason, message, component, host }: EventInput): void {
    const key = JSON.stringify([about, type, reason, message, component])
    const { namespace } = about
    const now = this.clock.timestamp()
    const known = this.get('Event', namespace, this.eventNames.get(key) ?? '')
    if (known !== undefined) {
      this.put('Event', { ...known, lastTimestamp: now, count: known.count + 1 })
      return
    }
    this.made += 1
    const name = `${about.name}.${(this.made + FIRST_EVENT).toString(16)}`
    this.eventNames.set(key, name)
    this.put('Event', {
      metadata: { name, namespace },
      involvedObject: about,
      type,
      reason,
      message,
      source: { component, ...(host === undefined ? {} : { host }) },
      firstTimestamp: now,
      lastTimestamp: now,
      count: 1,
    })
  }

  private uid(): string {
    this.made += 1
    return `00000000-0000-4000-8000-${this.made.toString(16).padStart(12, '0')}`
  }

  private tell(change: ObjectChange): void {
    for (const listener of this.listeners) listener(change)
    this.changed.fire()
  }
}

/** What of a spec the server fills in by itself: the node a pod is bound to, and the uid by which a Job selects its pods. */
const FILLED_IN: Readonly<Partial<Record<ApiKind, readonly string[]>>> = {
  Pod: ['nodeName'],
  Job: ['selector', 'template'],
}

function generationOf<Kind extends ApiKind>(
  kind: Kind,
  before: ObjectsByKind[Kind] | undefined,
  object: ObjectsByKind[Kind],
): number {
  if (before === undefined) return 1
  const { generation = 1 } = before.metadata ?? {}
  const [old, spec] = [specOf(before), specOf(object)]
  if (old === spec) return generation
  const written = (value: unknown) =>
    JSON.stringify(value, (key, part: unknown) =>
      FILLED_IN[kind]?.includes(key) === true ? undefined : part,
    )
  return written(old) === written(spec) ? generation : generation + 1
}

/** What is counted: the spec; of a slice, which has none, all but its metadata. */
function specOf(object: object): unknown {
  if ('addressType' in object) return { ...object, metadata: undefined }
  return 'spec' in object ? object.spec : undefined
}
