import type { ApiServer } from '../../api/apiServer'
import { endpointGroups } from '../../network/endpoints'
import type { Random } from '../../random'
import type { Route, Router } from './clusterNetwork'

/** Finds Services by name and address, as cluster DNS and kube-proxy do. */
export class ServiceRouter implements Router {
  constructor(
    private readonly api: ApiServer,
    private readonly random: Random,
  ) {}

  routeTo(host: string, port: number, namespace: string): Route {
    const service = this.find(host, namespace)
    if (service === undefined)
      return /^[\d.]+$/.test(host)
        ? { service: null, address: host, port }
        : { service: null, address: host, error: 'no such host' }
    const { name = '', namespace: of = 'default' } = service.metadata ?? {}
    const place = { namespace: of, name }
    const wanted = (service.spec?.ports ?? []).find((each) => each.port === port)
    const targets = endpointGroups(service.spec ?? {}, this.api.list('Pod', of)).flatMap((group) =>
      group.ports
        .filter((each) => each.name === (wanted?.name ?? ''))
        .flatMap((each) =>
          group.endpoints.filter(({ ready }) => ready).map(({ address }) => ({ address, port: each.port })),
        ),
    )
    const target = targets[Math.floor(this.random() * targets.length)]
    return target === undefined || wanted === undefined
      ? { service: place, address: service.spec?.clusterIP ?? host, error: 'refused' }
      : { service: place, ...target }
  }

  addressesOf(host: string, namespace: string): readonly string[] {
    const ip = this.find(host, namespace)?.spec?.clusterIP
    return ip === undefined ? [] : [ip]
  }

  private find(host: string, namespace: string) {
    const [name = '', of = namespace] = host.split('.')
    return (
      this.api.get('Service', of, name) ??
      this.api.list('Service').find(({ spec }) => spec?.clusterIP === host)
    )
  }
}
