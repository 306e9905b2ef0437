import { FINAL_PHASES } from '../../kubelet/status/podStatusTypes'
import { containerOf, podNamed } from '../objects/podsOf'
import { fail, type Verb } from '../verb'

/** The shells that would wait for lines. */
const SHELLS: ReadonlySet<string> = new Set(['sh', 'bash', 'ash', '/bin/sh', '/bin/bash', '/bin/ash'])

/** Takes a command; says whether it is a shell without a script, which waits for lines. */
export function isShell(command: readonly string[]): boolean {
  return command.length === 1 && SHELLS.has(command[0] ?? '')
}

/** `kubectl exec`: runs a command in a container. */
export const exec: Verb = {
  about: 'Execute a command in a container',
  usage: '(POD | TYPE/NAME) [-c CONTAINER] [flags] -- COMMAND [args...]',
  examples: [
    'kubectl exec mypod -- date',
    'kubectl exec mypod -c ruby-container -- date',
    "kubectl exec deploy/web -- sh -c 'ls | wc -l'",
  ],
  flags: [
    { name: 'container', short: 'c', value: 'one', about: 'Container name' },
    { name: 'stdin', short: 'i', value: 'none', about: 'Pass stdin to the container' },
    { name: 'tty', short: 't', value: 'none', about: 'Stdin is a TTY' },
    { name: 'quiet', short: 'q', value: 'none', about: 'Only print output from the remote session' },
  ],
  takes: 'pod',
  *run(call) {
    const { asked, cluster, namespace } = call
    const [word, second] = asked.words
    if (word === undefined) return fail(call, 'error: pod, type/name or --filename must be specified')
    if (asked.command === null && second !== undefined)
      return fail(
        call,
        "error: exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead\nSee 'kubectl exec -h' for help and examples",
      )
    const command = asked.command ?? []
    if (command.length === 0)
      return fail(call, 'error: you must specify at least one command for the container')
    const found = podNamed(cluster.api, namespace, word)
    if ('error' in found) return fail(call, found.error)
    const { pod } = found
    const phase = pod.status?.phase ?? ''
    if (FINAL_PHASES.has(phase))
      return fail(call, `error: cannot exec into a container in a completed pod; current phase is ${phase}`)
    const chosen = containerOf(pod, asked.text('container'))
    if ('error' in chosen) return fail(call, `Error from server (BadRequest): ${chosen.error}`)
    if (!asked.has('quiet')) call.err(chosen.notice)
    const { container } = chosen
    const typed = asked.has('stdin') && call.stdin === null ? call.terminal.typed() : null
    if (typed === null && isShell(command) && call.stdin === null)
      return fail(
        call,
        `error: no interactive shell here: give it a line, as in  -- ${command[0] ?? 'sh'} -c 'ls; date'`,
      )
    const streams = {
      stdin: asked.has('stdin') ? (call.stdin ?? '') : '',
      write: (stream: 'stdout' | 'stderr', text: string) =>
        stream === 'stdout' ? call.out(text) : call.err(text),
      interrupted: call.interrupted,
      ...(typed === null ? {} : { typed }),
    }
    const end = yield* cluster.exec(namespace, pod.metadata?.name ?? '', container, command, streams)
    if ('error' in end) return fail(call, `error: Internal error occurred: ${end.error}`)
    if (end.exitCode !== 0) call.err(`command terminated with exit code ${end.exitCode}\n`)
    return end.exitCode
  },
}
