import type { ContainerPlace } from '../history/happening'
import type { ProbeType } from '../kubelet/probeResults'
import type { Meddling } from './pod/nodeContext'

/** What somebody makes containers do, by where they are. It ends with the pod: its successor has another name. */
export class MeddlingTable implements Meddling {
  private readonly failing = new Set<string>()
  private readonly delays = new Map<string, number>()

  isFailing(place: ContainerPlace, probe: ProbeType): boolean {
    return this.failing.has(`${keyOf(place)} ${probe}`)
  }

  startDelay(place: ContainerPlace): number {
    return this.delays.get(keyOf(place)) ?? 0
  }

  /** Takes a probe and whether it fails from now on, whatever the program says. */
  fail(place: ContainerPlace, probe: ProbeType, isFailing: boolean): void {
    const key = `${keyOf(place)} ${probe}`
    if (isFailing) this.failing.add(key)
    else this.failing.delete(key)
  }

  /** Takes how long the program does nothing after its next start, in milliseconds. */
  delay(place: ContainerPlace, time: number): void {
    this.delays.set(keyOf(place), time)
  }
}

function keyOf({ namespace, pod, container }: ContainerPlace): string {
  return `${namespace}/${pod}/${container}`
}
