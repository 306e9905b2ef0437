import { quantityValue } from '../../kubernetes/quantity'
import type {
  PersistentVolumeClaim,
  PersistentVolumeClaimSpec,
  Quantity,
} from '../../kubernetes/schema/types-1.36'
import type { FieldPath } from '../fieldPath'
import { quoted } from '../goText'
import type { Report } from '../report'

/** The server counts in thousandths, in 64 bits: what overflows there is no whole number to it (`1Ei`). */
const MOST_UNITS = 2 ** 63 / 1000

/** From here on amounts are cut down to the highest number, and count as whole again (`8Ei`). */
const CUT_UNITS = 2 ** 63

/** Takes an amount, or nothing, and its field; warns where it is not of whole bytes. */
export function warnOfFraction(amount: Quantity | undefined, field: FieldPath, report: Report): void {
  const value = quantityValue(amount)
  if (value === null || value >= CUT_UNITS) return
  if (value < MOST_UNITS && Math.ceil(value * 1000) % 1000 === 0) return
  report.warnAt(field, `fractional byte value ${quoted(String(amount))} is invalid, must be an integer`)
}

/** Takes a claim's spec, or nothing, and its field; warns of what it asks for (pkg/api/persistentvolumeclaim/util.go). */
export function warnOfClaimSpec(
  spec: PersistentVolumeClaimSpec | undefined,
  field: FieldPath,
  report: Report,
): void {
  warnOfFraction(
    spec?.resources?.requests?.['storage'],
    field.child('resources', 'requests').key('storage'),
    report,
  )
}

/** Takes a PersistentVolumeClaim with its defaults, and the path of its root; warns as the server does. */
export function warnOfPersistentVolumeClaim(
  claim: PersistentVolumeClaim,
  root: FieldPath,
  report: Report,
): void {
  warnOfClaimSpec(claim.spec, root.child('spec'), report)
}
