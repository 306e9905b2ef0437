import type { Steps } from '../../clock'
import { FINAL_PHASES } from '../../kubelet/status/podStatusTypes'
import type { TerminalInput } from '../../programs/terminalInput'
import { isShell } from './exec'
import { INTERRUPTED } from '../terminal'
import { fail, type Verb, type VerbCall } from '../verb'
import { waitUntil } from '../waiting'
import { createOrPrint } from './create'

/** `kubectl run`: a pod of one container; with `-i` or `--attach` its output, with `--rm` its end too. */
export const run: Verb = {
  about: 'Create and run a particular image in a pod',
  usage: 'NAME --image=image [--env="key=value"] [--port=port] [--rm -i] [--command] -- [COMMAND] [args...]',
  examples: [
    'kubectl run nginx --image=nginx',
    'kubectl run tmp --rm -it --restart=Never --image=busybox -- wget -qO- web',
  ],
  flags: [
    { name: 'image', value: 'one', about: 'The image for the container to run' },
    { name: 'env', value: 'one', about: 'Environment variables to set in the container' },
    { name: 'port', value: 'one', about: 'The port that this container exposes' },
    { name: 'labels', short: 'l', value: 'one', about: 'Comma separated labels to apply to the pod' },
    { name: 'restart', value: 'one', about: 'The restart policy: Always, OnFailure or Never' },
    { name: 'command', value: 'none', about: "Use the words after -- as the 'command' field, not 'args'" },
    { name: 'stdin', short: 'i', value: 'none', about: 'Keep stdin open' },
    { name: 'tty', short: 't', value: 'none', about: 'Allocate a TTY' },
    { name: 'attach', value: 'none', about: 'Wait for the pod to run, then show its output' },
    { name: 'rm', value: 'none', about: 'Delete the pod after it exits' },
    { name: 'quiet', short: 'q', value: 'none', about: 'Suppress prompt messages' },
    { name: 'dry-run', value: 'maybe', alone: 'client', about: 'client: only print the object' },
    { name: 'output', short: 'o', value: 'one', about: 'yaml or json, with --dry-run' },
  ],
  takes: 'nothing',
  *run(call) {
    const { asked, namespace } = call
    const [name] = asked.words
    const image = asked.text('image')
    if (name === undefined) return fail(call, 'error: NAME is required for run')
    if (image === undefined) return fail(call, 'error: required flag(s) "image" not set')
    const isAttached = asked.has('attach') || asked.has('stdin')
    if (asked.has('rm') && !isAttached)
      return fail(call, 'error: --rm should only be used for attached containers')
    const made = createOrPrint(isAttached ? { ...call, out: () => {} } : call, podOf(call, name, image))
    if (made !== 0 || !isAttached) return made
    const shell = asked.has('stdin') && asked.has('tty') ? shellOf(asked.command, image) : null
    const typed = shell === null ? null : call.terminal.typed()
    const end =
      shell === null || typed === null ? yield* attach(call, name) : yield* talk(call, name, shell, typed)
    if (asked.has('rm') && call.cluster.remove('Pod', namespace, name, null) && !asked.has('quiet'))
      call.out(`pod "${name}" deleted from ${namespace} namespace\n`)
    return end
  },
}

function podOf({ asked }: VerbCall, name: string, image: string) {
  const port = Number(asked.text('port') ?? 0)
  const pairs = (asked.text('labels') ?? `run=${name}`).split(',').map((pair) => pair.split('='))
  const words =
    asked.command === null ? {} : { [asked.has('command') ? 'command' : 'args']: [...asked.command] }
  const env = asked.all('env').map((pair) => {
    const [key = '', ...value] = pair.split('=')
    return { name: key, value: value.join('=') }
  })
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, labels: Object.fromEntries(pairs.map(([key = '', value = '']) => [key, value])) },
    spec: {
      containers: [
        {
          name,
          image,
          ...words,
          ...(asked.has('stdin') ? { stdin: true, stdinOnce: true } : {}),
          ...(asked.has('tty') ? { tty: true } : {}),
          ...(env.length === 0 ? {} : { env }),
          ...(port > 0 ? { ports: [{ containerPort: port }] } : {}),
        },
      ],
      restartPolicy: asked.text('restart') ?? 'Always',
    },
  }
}

/** Images whose own command is a shell. */
const SHELL_IMAGES: ReadonlySet<string> = new Set(['alpine', 'bash', 'busybox', 'debian', 'fedora', 'ubuntu'])

/** The shell that the pod runs, which waits for what is typed; null where it runs something else. */
function shellOf(command: readonly string[] | null, image: string): readonly string[] | null {
  if (command !== null && command.length > 0) return isShell(command) ? command : null
  const name = (image.split('/').at(-1) ?? '').split(/[:@]/)[0] ?? ''
  return SHELL_IMAGES.has(name) ? ['sh'] : null
}

/** Waits for the pod, then talks to a shell in it. It is one beside the pod's own, which goes on to wait. */
function* talk(call: VerbCall, name: string, shell: readonly string[], typed: TerminalInput): Steps<number> {
  const { cluster, namespace } = call
  const { api, clock } = cluster
  const phase = () => api.get('Pod', namespace, name)?.status?.phase ?? 'Failed'
  yield* waitUntil(
    clock,
    [api.changed, call.interrupted],
    () => call.isInterrupted() || phase() === 'Running' || FINAL_PHASES.has(phase()),
  )
  if (call.isInterrupted()) return INTERRUPTED
  if (phase() !== 'Running') return fail(call, `error: pod ${namespace}/${name} is not running`)
  call.err("If you don't see a command prompt, try pressing enter.\n")
  const end = yield* cluster.exec(namespace, name, name, shell, {
    stdin: '',
    typed,
    write: (stream, text) => (stream === 'stdout' ? call.out(text) : call.err(text)),
    interrupted: call.interrupted,
  })
  if ('error' in end) return fail(call, `error: Internal error occurred: ${end.error}`)
  if (!call.asked.has('rm'))
    call.out(
      `Session ended, resume using 'kubectl exec -it ${name} -- ${shell.join(' ')}' while the pod is running\n`,
    )
  return end.exitCode
}

/** Shows what the container writes until it ends; its exit code is kubectl's. */
function* attach(call: VerbCall, name: string): Steps<number> {
  const { cluster, namespace } = call
  const { api, clock } = cluster
  let shown = 0
  const lines = () => cluster.log(namespace, name, name, false)
  const ended = () => {
    const pod = api.get('Pod', namespace, name)
    const status = pod?.status?.containerStatuses?.[0]
    const state = status?.state?.terminated ?? status?.lastState?.terminated
    if (pod === undefined) return 1
    return FINAL_PHASES.has(pod.status?.phase ?? '') || state !== undefined ? (state?.exitCode ?? 0) : null
  }
  for (;;) {
    for (const { text } of lines().slice(shown)) call.out(`${text}\n`)
    shown = lines().length
    const exitCode = ended()
    if (exitCode !== null) {
      if (exitCode !== 0) call.err(`pod ${namespace}/${name} terminated (Error)\n`)
      return exitCode
    }
    if (call.isInterrupted()) return INTERRUPTED
    yield* waitUntil(
      clock,
      [api.changed, cluster.logged, call.interrupted],
      () => call.isInterrupted() || lines().length > shown || ended() !== null,
    )
  }
}
