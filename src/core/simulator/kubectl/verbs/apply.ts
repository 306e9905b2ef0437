import type { Json } from '../../../kubernetes/json'
import { field, textOf } from '../../../kubernetes/shape'
import { inside } from '../../printing/cells'
import { refusalText } from '../objects/refusal'
import { readManifest } from '../objects/manifest'
import { resourceNamed } from '../objects/resources'
import { shownObject } from '../objects/shownObject'
import { notFound } from '../objects/targets'
import { fail, FILENAME, type Verb, type VerbCall } from '../verb'

/** The file that an object comes from, as kubectl says it; '' where it comes from none. */
function sourceOf({ asked }: VerbCall): string {
  const file = asked.text('filename')
  return file === '-' ? 'STDIN' : (file ?? '')
}

/** Takes a call, an object (in the call's namespace where it names none), and how it is called; has the server store it, and says what came of it. Gives the exit code. */
export function applyOne(call: VerbCall, document: Json, word?: string): number {
  const outcome = call.cluster.apply(withNamespace(document, call.namespace))
  if ('error' in outcome) {
    const named = (key: string) => textOf(inside(document, 'metadata', key))
    const object = { name: named('name'), namespace: named('namespace') }
    return fail(call, refusalText(outcome.error, sourceOf(call), object))
  }
  for (const warning of outcome.warnings) call.err(`Warning: ${warning}\n`)
  call.out(`${shownObject(document)} ${word ?? outcome.done}\n`)
  return 0
}

function withNamespace(document: Json, namespace: string): Json {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return document
  const { metadata } = document
  const named = typeof metadata === 'object' && metadata !== null && !Array.isArray(metadata) ? metadata : {}
  return { ...document, metadata: { namespace, ...named } }
}

const READING = { flags: [FILENAME], takes: 'nothing' } as const

/** `kubectl apply`. */
export const apply: Verb = {
  ...READING,
  about: 'Apply a configuration to a resource by file name or stdin',
  usage: '-f FILENAME',
  examples: ['kubectl apply -f design.yaml'],
  run(call) {
    if (!call.asked.has('filename')) return fail(call, 'error: must specify one of -f and -k')
    const read = readManifest(call)
    if ('error' in read) return fail(call, read.error)
    const codes = read.documents.map((document) => applyOne(call, document))
    return Math.max(0, ...codes)
  },
}

/** Takes a call and objects that must not be there yet; creates them. Gives the exit code. */
export function createAll(call: VerbCall, documents: readonly Json[]): number {
  const codes = documents.map((document) => {
    const resource = resourceNamed(textOf(field(document, 'kind')))
    const name = textOf(inside(document, 'metadata', 'name'))
    const namespace = textOf(inside(document, 'metadata', 'namespace')) || call.namespace
    if (resource !== undefined && call.cluster.api.get(resource.kind, namespace, name) !== undefined) {
      const words = notFound(resource, name)
        .replace('NotFound', 'AlreadyExists')
        .replace('not found', 'already exists')
      return fail(call, words)
    }
    return applyOne(call, document, 'created')
  })
  return Math.max(0, ...codes)
}

/** `kubectl replace`: what is there already gets another content. */
export const replace: Verb = {
  ...READING,
  about: 'Replace a resource by file name or stdin',
  usage: '-f FILENAME',
  examples: ['kubectl replace -f design.yaml'],
  run(call) {
    if (!call.asked.has('filename')) return fail(call, 'error: must specify --filename')
    const read = readManifest(call)
    if ('error' in read) return fail(call, read.error)
    const codes = read.documents.map((document) => {
      const resource = resourceNamed(textOf(field(document, 'kind')))
      const name = textOf(inside(document, 'metadata', 'name'))
      if (resource !== undefined && call.cluster.api.get(resource.kind, call.namespace, name) === undefined)
        return fail(call, notFound(resource, name))
      return applyOne(call, document, 'replaced')
    })
    return Math.max(0, ...codes)
  },
}
