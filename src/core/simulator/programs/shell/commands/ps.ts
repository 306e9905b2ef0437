import { immediate, say, type Command } from './command'
import { nameOfUser } from './names'
import { seenProcesses } from './processes'

/** ps(1) of busybox: the main processes of the namespace, and what the shell has begun. */
export const ps: Command = immediate((call) => {
  say(call, 'PID   USER     TIME  COMMAND\n')
  for (const each of seenProcesses(call)) {
    const user = nameOfUser(call.machine.process.files, each.uid)
    say(call, `${String(each.pid).padStart(5)} ${user.padEnd(8)}  0:00 ${each.command}\n`)
  }
  return 0
})
