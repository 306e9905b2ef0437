import type { SeenProcess } from '../../process'
import { immediate, say, type Command } from './command'
import { nameOfUser } from './names'

/** ps(1) of busybox: the main processes of the namespace, and what the shell has begun. */
export const ps: Command = immediate((call) => {
  const { process, pid, jobs } = call.machine
  const { uid } = process.credentials
  const own = { pid, uid, command: [...process.command, ...process.args].join(' ') }
  // The first one is the process itself.
  const [, ...others] = [...jobs.values()]
  const begun = others.filter(({ status }) => status === undefined)
  const all: readonly SeenProcess[] = [
    ...(process.processes?.() ?? []).filter((each) => each.pid !== pid),
    own,
    ...begun.map((job) => ({ pid: job.pid, uid, command: '{sh}' })),
  ]
  say(call, 'PID   USER     TIME  COMMAND\n')
  for (const each of all.toSorted((a, b) => a.pid - b.pid)) {
    const user = nameOfUser(process.files, each.uid)
    say(call, `${String(each.pid).padStart(5)} ${user.padEnd(8)}  0:00 ${each.command}\n`)
  }
  return 0
})
