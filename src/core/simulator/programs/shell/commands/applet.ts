import type { Steps } from '../../../clock'
import type { Call } from '../shellState'
import { complain } from './command'

/** `busybox NAME argument…` runs one of its tools (libbb/appletlib.c). */
export function* applet(call: Call): Steps<number> {
  const [name = ''] = call.args
  if (call.machine.image.has(name)) return yield* call.run(call.args)
  complain({ ...call, name: name === '' ? 'busybox' : name }, 'applet not found')
  return 127
}
