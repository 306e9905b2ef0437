import { isTimeZone } from '../../../core/kubernetes/cronRuns'
import { TextAt } from '../fields/TextAt'
import type { ControlProps } from '../schema/control'

const SUGGESTIONS = ['UTC', ...Intl.supportedValuesOf('timeZone')].map((value) => ({ value }))

const check = (zone: string): string | null => (isTimeZone(zone) ? null : `unknown time zone ${zone}`)

/** The time zone of a schedule, by its name in the IANA database. */
export function TimeZoneAt({ path, label, help, layout }: ControlProps) {
  return (
    <TextAt
      label={label}
      help={help ?? 'Left out: the control plane’s own, mostly UTC.'}
      layout={layout}
      path={path}
      check={check}
      placeholder="Europe/Berlin"
      suggestions={SUGGESTIONS}
    />
  )
}
