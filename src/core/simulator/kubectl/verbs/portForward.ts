import { endpointGroups } from '../../network/endpoints'
import type { ObjectsByKind } from '../../api/objects'
import { podNamed } from '../objects/podsOf'
import { INTERRUPTED } from '../terminal'
import { fail, type Verb, type VerbCall } from '../verb'
import { waitUntil } from '../waiting'

/** The first port that is given where the local one is left out (`:80`). */
const FIRST_FREE = 40_001

interface Ports {
  readonly local: number
  readonly remote: number
}

/** `kubectl port-forward`: ports of this machine lead to a pod while it runs. */
export const portForward: Verb = {
  about: 'Forward one or more local ports to a pod',
  usage: 'TYPE/NAME [LOCAL_PORT:]REMOTE_PORT [...[LOCAL_PORT_N:]REMOTE_PORT_N]',
  examples: [
    'kubectl port-forward pod/mypod 8080:80',
    'kubectl port-forward service/web 8443:https',
    'kubectl port-forward deploy/web 8080:80 &',
  ],
  flags: [
    { name: 'address', value: 'one', about: 'Addresses to listen on (localhost here)' },
    { name: 'pod-running-timeout', value: 'one', type: 'duration', about: 'How long to wait for the pod' },
  ],
  takes: 'pod',
  *run(call) {
    const { asked, cluster, namespace, terminal } = call
    const [word, ...words] = asked.words
    if (word === undefined || words.length === 0)
      return fail(
        call,
        "error: TYPE/NAME and list of ports are required for port-forward\nSee 'kubectl port-forward -h' for help and examples",
      )
    const found = podNamed(cluster.api, namespace, word)
    if ('error' in found) return fail(call, found.error)
    const { pod } = found
    const phase = pod.status?.phase ?? 'Pending'
    if (phase !== 'Running')
      return fail(call, `error: unable to forward port because pod is not running. Current status=${phase}`)
    const ports = portsOf(call, word, pod, words)
    if ('error' in ports) return fail(call, ports.error)
    const taken = ports.ports.find(({ local }) => terminal.forwarded.has(local))
    if (taken !== undefined) return fail(call, inUse(taken))
    const name = pod.metadata?.name ?? ''
    for (const { local, remote } of ports.ports) {
      const connected = () => call.out(`Handling connection for ${local}\n`)
      terminal.forwarded.set(local, { namespace, pod: name, port: remote, connected })
      call.out(
        `Forwarding from 127.0.0.1:${local} -> ${remote}\nForwarding from [::1]:${local} -> ${remote}\n`,
      )
    }
    const uid = pod.metadata?.uid
    const isGone = () => cluster.api.get('Pod', namespace, name)?.metadata?.uid !== uid
    const { clock, api } = cluster
    yield* waitUntil(clock, [api.changed, call.interrupted], () => call.isInterrupted() || isGone())
    for (const { local } of ports.ports) terminal.forwarded.delete(local)
    return call.isInterrupted() ? INTERRUPTED : fail(call, 'error: lost connection to pod')
  },
}

function inUse({ local, remote }: Ports): string {
  const listen = (network: string, address: string) =>
    `unable to create listener: Error listen ${network} ${address}:${local}: bind: address already in use`
  return [
    `Unable to listen on port ${local}: Listeners failed to create with the following errors: [${listen('tcp4', '127.0.0.1')} ${listen('tcp6', '[::1]')}]`,
    `error: unable to listen on any of the requested ports: [{${local} ${remote}}]`,
  ].join('\n')
}

/** Takes words like `8080:80`, `80` and `:http`; gives the ports, a Service's as those of the pod behind it. */
function portsOf(
  call: VerbCall,
  word: string,
  pod: ObjectsByKind['Pod'],
  words: readonly string[],
): { readonly ports: readonly Ports[] } | { readonly error: string } {
  const ports: Ports[] = []
  for (const text of words) {
    const parts = text.split(':')
    const [first = '', second] = parts
    if (parts.length > 2 || text === ':') return { error: `error: invalid port format '${text}'` }
    const remote = remotePort(call, word, pod, second ?? first)
    if ('error' in remote) return remote
    const asked =
      first === '' ? FIRST_FREE + ports.length : /^\d+$/.test(first) ? Number(first) : remote.declared
    if (asked < 1 || asked > 65_535) return { error: `error: invalid port number ${first}` }
    ports.push({ local: asked, remote: remote.port })
  }
  return { ports }
}

function remotePort(
  call: VerbCall,
  word: string,
  pod: ObjectsByKind['Pod'],
  text: string,
): { readonly port: number; readonly declared: number } | { readonly error: string } {
  const [kind = '', name = ''] = word.split('/')
  if (/^(svc|services?)$/.test(kind)) {
    const service = call.cluster.api.get('Service', call.namespace, name)
    const port = (service?.spec?.ports ?? []).find((each) => String(each.port) === text || each.name === text)
    if (port === undefined) return { error: `error: Service ${name} does not have a service port ${text}` }
    const [group] = endpointGroups({ selector: service?.spec?.selector, ports: [port] }, [
      { ...pod, status: { ...pod.status, podIP: pod.status?.podIP ?? '' } },
    ])
    return { port: group?.ports[0]?.port ?? port.port ?? 0, declared: port.port ?? 0 }
  }
  if (/^\d+$/.test(text)) return { port: Number(text), declared: Number(text) }
  const declared = (pod.spec?.containers ?? [])
    .flatMap(({ ports = [] }) => ports)
    .find((port) => port.name === text)?.containerPort
  return declared === undefined
    ? { error: `error: Pod '${pod.metadata?.name ?? ''}' does not have a named port '${text}'` }
    : { port: declared, declared }
}
