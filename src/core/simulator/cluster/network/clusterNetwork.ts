import type { Clock, Steps } from '../../clock'
import type { ContainerPlace, RequestHappening } from '../../history/happening'
import type { NetworkAnswer, NetworkRequest } from '../../network/request'
import { addressesOf, routeTo, type Route, type Ways } from '../../network/route'
import type { PodNetwork } from './podNetwork'

/** Who asks: a container with its network, or somebody outside. */
export interface Asker {
  readonly network: PodNetwork | null
  readonly place: ContainerPlace | null
  readonly namespace: string
  /** The address that the listener sees. */
  readonly address: string
}

const LOCALHOST: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1', '0.0.0.0'])

/** How long a packet is waited for that nobody answers, in milliseconds. */
const PATIENCE = 30_000

/** The network between the pods. */
export class ClusterNetwork {
  private readonly pods = new Map<string, PodNetwork>()
  private readonly cut = new Set<string>()

  constructor(
    private readonly clock: Clock,
    private readonly ways: Ways,
    private readonly tell: (request: RequestHappening) => void,
  ) {}

  /** Takes the network of a pod; it can be reached from now on. */
  join(pod: PodNetwork): void {
    this.pods.set(pod.address, pod)
  }

  /** Takes the network of a pod; it is gone. */
  leave(pod: PodNetwork): void {
    this.pods.delete(pod.address)
  }

  /** Takes a Service and whether requests to it get lost. */
  cutOff(namespace: string, name: string, isCut: boolean): void {
    const key = `${namespace}/${name}`
    if (isCut) this.cut.add(key)
    else this.cut.delete(key)
  }

  /** Takes who asks and for what; gives what comes back. */
  *request(asker: Asker, request: NetworkRequest): Steps<NetworkAnswer> {
    const begunAt = this.clock.now
    const route = this.routeOf(asker, request)
    const isCut = route.service !== null && this.cut.has(`${route.service.namespace}/${route.service.name}`)
    if (isCut) yield { until: this.clock.now + PATIENCE }
    const { address } = route
    if (isCut || 'error' in route) {
      const error = 'error' in route ? route.error : 'timeout'
      this.told(asker, request, route, null, { result: { error }, begunAt })
      return { error, address }
    }
    return yield* this.deliver(asker, request, route, begunAt)
  }

  /** Takes a name and who asks; gives its addresses, none where nobody has it. */
  addressesOf(host: string, asker: Asker): readonly string[] {
    return addressesOf(this.ways, host, asker.namespace)
  }

  private *deliver(
    asker: Asker,
    request: NetworkRequest,
    route: Route & { readonly port: number },
    begunAt: number,
  ): Steps<NetworkAnswer> {
    const { address, port } = route
    const isInside = asker.network?.address === address
    const pod = isInside ? asker.network : this.pods.get(address)
    const open = pod?.at('TCP', port, isInside)
    if (pod === undefined || open === undefined) {
      // Nobody has the address: the packet is lost. Somebody has it, but not the port: it is refused.
      const error = pod === undefined ? 'timeout' : 'refused'
      if (error === 'timeout') yield { until: this.clock.now + PATIENCE }
      this.told(asker, request, route, null, { result: { error }, begunAt })
      return { error, address }
    }
    const response = yield* open.listener.serve({ ...request, port, from: asker.address })
    this.told(asker, request, route, open.place, { result: { status: response.status }, begunAt })
    return { response, address }
  }

  private routeOf(asker: Asker, { host, port }: NetworkRequest): Route {
    if (LOCALHOST.has(host))
      return asker.network === null
        ? { service: null, address: '127.0.0.1', error: 'refused' }
        : { service: null, address: asker.network.address, port }
    if (this.pods.has(host)) return { service: null, address: host, port }
    return routeTo(this.ways, { host, port, namespace: asker.namespace, from: asker.address })
  }

  private told(
    asker: Asker,
    { host, port, protocol, path }: NetworkRequest,
    { service }: Route,
    to: ContainerPlace | null,
    { result, begunAt }: { readonly result: RequestHappening['result']; readonly begunAt: number },
  ): void {
    const took = this.clock.now - begunAt
    const from = asker.place
    this.tell({ type: 'request', from, host, port, protocol, path, service, to, result, took })
  }
}
