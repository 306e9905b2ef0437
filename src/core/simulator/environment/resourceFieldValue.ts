import { quantityValue } from '../../kubernetes/quantity'
import { resourceName } from '../../kubernetes/resources'

/**
 * Takes the name of a resource (`limits.cpu`), its amount and a divisor (none, or 0, is 1); gives what a resourceFieldRef
 * reads: how often the divisor goes into the amount, rounded up, cores counted in thousandths
 * (pkg/api/v1/resource/helpers.go). Null where there is no such resource, or an amount can't be read.
 */
export function resourceFieldValue(resource: string, amount: string, divisor: string): string | null {
  if (resourceName(resource) !== null) return null
  const scale = resource.endsWith('.cpu') ? 1000 : 1
  const value = quantityValue(amount)
  const by = divisor === '' ? 1 : quantityValue(divisor)
  if (value === null || by === null) return null
  const whole = roundedUp((by === 0 ? 1 : by) * scale)
  return String(Math.ceil(roundedUp(value * scale) / whole))
}

/** Without what floating point adds: 1.001 × 1000 is 1001. */
function roundedUp(value: number): number {
  return Math.ceil(Number(value.toPrecision(15)))
}
