import { version } from '../../package.json'
import { HELP } from './help'
import { asked } from './options'
import { runCheck } from './runCheck'
import { runDesign } from './runDesign'
import type { Terminal } from './terminal'

const { stdin, stdout, stderr } = process

// Whoever reads may have read enough (`| head`).
stdout.on('error', (failure: NodeJS.ErrnoException) => {
  if (failure.code === 'EPIPE') process.exit(0)
  throw failure
})

const TERMINAL: Terminal = {
  stdin,
  version,
  write: (text) => void stdout.write(text),
  complain: (text) => void stderr.write(text),
  isInteractive: stderr.isTTY,
  hasColour: stdout.isTTY && process.env['NO_COLOR'] === undefined,
  columns: stdout.isTTY ? stdout.columns : 0,
}

process.exitCode = await main(process.argv.slice(2))

async function main(words: readonly string[]): Promise<0 | 1 | 2> {
  const wish = asked(words)
  switch (wish.command) {
    case 'help':
      stdout.write(HELP)
      return 0
    case 'version':
      stdout.write(`${version}\n`)
      return 0
    case 'wrong':
      stderr.write(`podwright: ${wish.why}\nTry: podwright --help\n`)
      return 2
    case 'check':
      if (wish.options.inputs.length === 0 && stdin.isTTY) {
        stderr.write('podwright: Name files or folders to check, or pipe a manifest in.\n')
        return 2
      }
      return guarded(() => runCheck(wish.options, TERMINAL))
    case 'run':
      return guarded(() => runDesign(wish.options, TERMINAL))
  }
}

/** What can't be read is told in a line, not as a stack of calls. */
async function guarded(command: () => Promise<0 | 1 | 2>): Promise<0 | 1 | 2> {
  try {
    return await command()
  } catch (failure) {
    stderr.write(`podwright: ${failure instanceof Error ? failure.message : String(failure)}\n`)
    return 2
  }
}
