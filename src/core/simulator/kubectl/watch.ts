import type { Steps } from '../clock'
import { readFlags, type Flag } from './flags'
import { INTERRUPTED, type CommandCall } from './terminal'
import { waitUntil } from './waiting'

const FLAGS: readonly Flag[] = [
  { name: 'interval', short: 'n', value: 'one', about: 'Seconds between updates' },
  { name: 'no-title', short: 't', value: 'none', about: 'Turn off the header' },
]

/** Empties the screen and goes to its beginning. */
export const CLEARED = '\u001B[H\u001B[2J\u001B[3J'

/** Takes how a line is run; gives `watch`, which runs its words again and again and shows what they print. */
export function watchWith(runLine: (call: CommandCall, line: string) => Steps<number>) {
  return function* watch(call: CommandCall): Steps<number> {
    const { flags, line } = splitWords(call.args)
    const read = readFlags(flags, FLAGS)
    if ('error' in read || line === '') {
      call.err('Usage: watch [-n SECONDS] [-t] COMMAND\n')
      return 1
    }
    const seconds = Math.max(0.1, Number(read.asked.text('interval') ?? 2) || 2)
    const { clock } = call.cluster
    while (!call.isInterrupted()) {
      let text = ''
      const take = (written: string) => {
        text += written
      }
      yield* runLine({ ...call, out: take, err: take }, line)
      const title = `Every ${seconds.toFixed(1)}s: ${line}`
      const time = new Date(clock.epoch + clock.now).toUTCString().replace(' GMT', '')
      const gap = ' '.repeat(Math.max(1, call.terminal.columns - title.length - time.length))
      call.out(`${CLEARED}${read.asked.has('no-title') ? '' : `${title}${gap}${time}\n\n`}${text}`)
      yield* waitUntil(clock, [call.interrupted], call.isInterrupted, clock.now + seconds * 1000)
    }
    return INTERRUPTED
  }
}

/** The flags before the command, and the command: as it was typed, where it was one word, else with what needs quotes in them. */
function splitWords(args: readonly string[]): { readonly flags: readonly string[]; readonly line: string } {
  let at = 0
  while (args[at]?.startsWith('-') === true) at += /^-(n|-interval)$/.test(args[at] ?? '') ? 2 : 1
  const words = args.slice(at)
  const [only = ''] = words
  if (words.length === 1) return { flags: args.slice(0, at), line: only }
  const quoted = words.map((word) =>
    /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`,
  )
  return { flags: args.slice(0, at), line: quoted.join(' ') }
}
