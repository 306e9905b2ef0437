import type { Json } from '../kubernetes/json'
import { field, numberOf, textOf } from '../kubernetes/shape'

/** Takes a share of pods (`25%`, or a number), their number, and how the controller rounds; gives how many pods that is, or null where it is no share. */
export function podsOf(value: Json | undefined, of: number, round: (pods: number) => number): number | null {
  const number = numberOf(value)
  if (number !== null) return number
  const percent = /^(\d+)%$/.exec(textOf(value))?.[1]
  return percent === undefined ? null : round((Number(percent) * of) / 100)
}

/** Takes a number of pods; gives it in words. */
export const pods = (count: number): string => (count === 1 ? '1 pod' : `${count} pods`)

/**
 * Takes a Deployment's strategy and its number of pods; gives in words how pods are replaced. Surge is rounded up,
 * unavailable down, and where both come to none one may be missing (ResolveFenceposts in pkg/controller/deployment/util).
 */
export function strategyInWords(strategy: Json | undefined, replicas: number): string {
  if (textOf(field(strategy, 'type')) === 'Recreate')
    return 'All old pods stop before the first new one starts: nothing answers in between.'
  const rolling = field(strategy, 'rollingUpdate')
  const surge = podsOf(field(rolling, 'maxSurge') ?? '25%', replicas, Math.ceil)
  const missing = podsOf(field(rolling, 'maxUnavailable') ?? '25%', replicas, Math.floor)
  if (surge === null || missing === null) return 'How many pods that is can’t be read.'
  const down = surge === 0 && missing === 0 ? 1 : missing
  const least = Math.max(0, replicas - down)
  return `Of ${pods(replicas)}, at least ${least} ${least === 1 ? 'is' : 'are'} ready at any time, and at most ${replicas + surge} exist.`
}
