import { parseCron } from '../../kubernetes/cron'
import { isTimeZone } from './timeZones'

/**
 * Takes a schedule; gives what github.com/robfig/cron v3 says where it can't read it (ParseStandard in parser.go), or
 * null. It may begin with a time zone there; the server has more to say of that.
 */
export function cronFault(schedule: string): string | null {
  const zone = /^(?:CRON_)?TZ=([^ ]*) (.*)$/s.exec(schedule)
  const [, name = '', rest = ''] = zone ?? []
  if (name !== '' && !isTimeZone(name)) return `provided bad location ${name}: unknown time zone ${name}`
  const cron = parseCron(zone === null ? schedule : rest.trim())
  return cron.is === 'wrong' ? cron.problem : null
}
