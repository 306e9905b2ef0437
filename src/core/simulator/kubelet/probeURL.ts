import type { Container } from '../../kubernetes/schema/types-1.36'

/** Takes a container and the port of a handler; gives its number, or null where it is none: a name is looked up among the ports of the same container only (ResolveContainerPort). */
function containerPort(container: Container, port: string | number | undefined): number | null {
  const named = (container.ports ?? []).find(({ name }) => name !== undefined && name === port)
  const number = named?.containerPort ?? Number(port ?? 0)
  return Number.isInteger(number) && number > 0 && number < 65_536 ? number : null
}

/** Where an HTTP or TCP handler goes to. */
interface Action {
  readonly host?: string
  readonly port?: string | number
}

/** Takes a handler's action, its container and the pod's address; gives host and port, or null where there is no such port (getURLParts, getTCPAddrParts in pkg/kubelet/prober). */
export function probeTarget(
  { host = '', port }: Action,
  container: Container,
  podIP: string,
): { readonly host: string; readonly port: number } | null {
  const number = containerPort(container, port)
  return number === null ? null : { host: host === '' ? podIP : host, port: number }
}
