/** Something the container runtime did or saw. Times are seconds, to a tenth. */
export interface RuntimeEvent {
  readonly t: number
  readonly event: string
  readonly container?: string
  readonly attempt?: number
  readonly code?: number
  readonly command?: readonly string[]
  readonly grace?: number
  readonly graceLeft?: number
}

/** A Kubernetes event about the pod or one of its containers. */
export interface PodEvent {
  readonly t: number
  readonly type: 'Normal' | 'Warning'
  readonly reason: string
  readonly message: string
  readonly fieldPath: string
}

/** Takes milliseconds; gives seconds as histories have them. */
export function tenths(time: number): number {
  return Number((time / 1000).toFixed(1))
}
