import type { Clock, Signal } from '../../clock'
import type { ContainerPlace } from '../../history/happening'
import type { Listener } from '../../network/request'

/** A port that is open, and whose it is. */
export interface OpenPort {
  readonly listener: Listener
  readonly place: ContainerPlace
  /** The instance of the container. */
  readonly owner: string
}

/** The network namespace of a pod: one address, one localhost, one space of ports for all its containers (KUBELET.md A13.1). */
export class PodNetwork {
  /** Fires whenever a port opens or closes. */
  readonly ports: Signal
  private readonly open = new Map<string, OpenPort>()

  constructor(
    clock: Clock,
    readonly address: string,
    readonly namespace: string,
  ) {
    this.ports = clock.signal()
  }

  /** Takes a port and whose it is; opens it where it is free. */
  listen(port: OpenPort): 'listening' | 'EADDRINUSE' {
    const key = keyOf(port.listener.transport, port.listener.port)
    if (this.open.has(key)) return 'EADDRINUSE'
    this.open.set(key, port)
    this.ports.fire()
    return 'listening'
  }

  /** Takes an instance of a container; its ports are closed. */
  close(owner: string): void {
    for (const [key, port] of this.open) if (port.owner === owner) this.open.delete(key)
    this.ports.fire()
  }

  /** Takes a port and whether it is asked for from inside the pod; gives what listens there. */
  at(transport: Listener['transport'], port: number, fromInside: boolean): OpenPort | undefined {
    const found = this.open.get(keyOf(transport, port))
    return found?.listener.address === '127.0.0.1' && !fromInside ? undefined : found
  }
}

function keyOf(transport: Listener['transport'], port: number): string {
  return `${transport} ${port}`
}
