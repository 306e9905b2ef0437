import type { Json } from '../kubernetes/json'
import { field, numberOf, wordOf } from '../kubernetes/shape'
import { secondsInWords } from './jobInWords'

/** What a taint does to pods that do not tolerate it. */
const EFFECTS: Readonly<Record<string, string>> = {
  NoSchedule: 'where it keeps pods away',
  PreferNoSchedule: 'where it would rather keep pods away',
  NoExecute: 'where it drives pods out',
}

/** How the taint's value is compared. */
const COMPARED: Readonly<Record<string, (value: string) => string>> = {
  '': (value) => ` = ${value}`,
  Equal: (value) => ` = ${value}`,
  Exists: () => '',
  Gt: (value) => ` above ${value}`,
  Lt: (value) => ` below ${value}`,
}

/**
 * Takes a toleration; gives in a sentence which taints do not keep the pod away. Without an effect it is of every
 * effect, without a key (and with Exists) of every taint; only NoExecute has a time (core/v1 Toleration).
 */
export function tolerationInWords(toleration: Json | undefined): string {
  const [key, operator, value, effect] = ['key', 'operator', 'value', 'effect'].map((name) =>
    wordOf(field(toleration, name)),
  )
  if (key === '' && operator !== 'Exists') return 'It says no taint yet.'
  const compared = Object.hasOwn(COMPARED, operator ?? '') ? COMPARED[operator ?? ''] : undefined
  const taint = key === '' ? 'every taint' : `the taint ${key}${compared?.(value || '(empty)') ?? ''}`
  const where = Object.hasOwn(EFFECTS, effect ?? '') ? `, ${EFFECTS[effect ?? '']} (${effect})` : ''
  const seconds = effect === 'NoExecute' ? numberOf(field(toleration, 'tolerationSeconds')) : null
  const stay = seconds === null ? '' : `, for ${secondsInWords(Math.max(0, seconds))}`
  return `Tolerates ${taint}${where}${stay}.`
}
