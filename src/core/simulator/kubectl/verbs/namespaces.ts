import { textOf } from '../../../kubernetes/shape'
import { inside } from '../../printing/cells'
import { columnNames, objectCells } from '../../printing/objectCells'
import { TABLE, writeTabbed } from '../../printing/tabWriter'
import { outputNamed } from '../objects/outputs'
import { RESOURCES } from '../objects/resources'
import { servedList, type Served } from '../objects/served'
import { fail, type VerbCall } from '../verb'

/** The namespaces that every cluster has from the beginning. */
const OWN = ['default', 'kube-node-lease', 'kube-public', 'kube-system']

/** What is not done with namespaces, which the API server of the simulation does not store. */
const UNTAKEN = [
  'selector',
  'field-selector',
  'watch',
  'watch-only',
  'sort-by',
  'show-labels',
  'label-columns',
]

/** Takes the words of `kubectl get`; gives the names of the namespaces that it asks for (none: all), or null where it asks for something else. */
export function askedNamespaces([first = '', ...more]: readonly string[]): readonly string[] | null {
  const named = /^(?:ns|namespaces?)(?:\/([^/]+))?$/i.exec(first)
  if (named === null) return null
  const [, name] = named
  return name === undefined ? more : [name, ...more.map((word) => word.replace(/^[^/]*\//, ''))]
}

/** Takes a call of `kubectl get` and names (none: all); prints the namespaces: those of every cluster, and those in which something is. Gives the exit code. */
export function getNamespaces(call: VerbCall, names: readonly string[]): number {
  const { asked } = call
  const untaken = UNTAKEN.find((flag) => asked.has(flag))
  if (untaken !== undefined) return fail(call, `error: --${untaken} is not simulated for namespaces`)
  const all = namespacesOf(call)
  const objects = names.length === 0 ? all : all.filter(({ name }) => names.includes(name))
  const missing = names.filter((name) => all.every((each) => each.name !== name))
  const format = asked.text('output') ?? 'wide'
  const output = format === 'wide' ? { write: tableOf(call) } : outputNamed(format, !asked.has('no-headers'))
  if ('error' in output) return fail(call, output.error)
  if (objects.length > 0) call.out(output.write(objects, names.length === 1))
  if (missing.length === 0 || asked.has('ignore-not-found')) return 0
  return fail(
    call,
    missing.map((name) => `Error from server (NotFound): namespaces "${name}" not found`).join('\n'),
  )
}

function tableOf({ asked, cluster: { clock } }: VerbCall) {
  return (objects: readonly Served[]) => {
    const rows = objects.map(({ object }) => objectCells('Namespace', object, clock.epoch + clock.now, false))
    const head = asked.has('no-headers') ? [] : [columnNames('Namespace', false)]
    return writeTabbed([...head, ...rows.map((cells) => cells.map(String))], TABLE)
  }
}

/** In the order of their names, each as old as the oldest object in it. */
function namespacesOf({ cluster: { api, clock } }: VerbCall): readonly Served[] {
  const begin = new Date(clock.epoch).toISOString().replace('.000Z', 'Z')
  const created = new Map(OWN.map((name) => [name, begin]))
  const kinds = RESOURCES.filter(({ namespaced }) => namespaced)
  for (const { namespace, object } of kinds.flatMap(({ kind }) => servedList(api, kind, undefined))) {
    const time = textOf(inside(object, 'metadata', 'creationTimestamp'))
    if (time < (created.get(namespace) ?? '~')) created.set(namespace, time)
  }
  return [...created]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, creationTimestamp]) => ({
      // No kind of the API server: one that is in no namespace stands for it, and what is printed is the object.
      kind: 'Node',
      namespace: '',
      name,
      object: {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { creationTimestamp, labels: { 'kubernetes.io/metadata.name': name }, name },
        spec: { finalizers: ['kubernetes'] },
        status: { phase: 'Active' },
      },
    }))
}
