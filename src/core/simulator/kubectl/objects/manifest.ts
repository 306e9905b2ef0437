import type { Json } from '../../../kubernetes/json'
import { read } from '../../../yaml/read'
import { field, textOf } from '../../../kubernetes/shape'
import { objectsIn } from '../../cluster/apply/objectsIn'
import type { VerbCall } from '../verb'

/** The name under which the design is a file of this machine. */
export const DESIGN_FILE = 'design.yaml'

const NAMES: ReadonlySet<string> = new Set([DESIGN_FILE, `./${DESIGN_FILE}`, '.', './'])

/** What every object says. */
const UNSET = ['apiVersion', 'kind']

function notValid(file: string, unset: readonly string[]): string {
  const words = unset.map((key) => `${key} not set`).join(', ')
  const shown = unset.length === 1 ? words : `[${words}]`
  return `error: error validating "${file === '-' ? 'STDIN' : file}": error validating data: ${shown}; if you choose to ignore these errors, turn validation off with --validate=false`
}

/** Takes a call with `-f`; gives the objects of the manifests that it names, those of lists one by one, or kubectl's error. */
export function readManifest(
  call: VerbCall,
): { readonly documents: readonly Json[] } | { readonly error: string } {
  const documents: Json[] = []
  for (const file of call.asked.all('filename').flatMap((names) => names.split(','))) {
    const text = file === '-' ? (call.stdin ?? '') : NAMES.has(file) ? call.terminal.design() : null
    if (text === null)
      return { error: `error: the path "${file}" does not exist (the design is ${DESIGN_FILE})` }
    const { documents: found, problem } = read(text)
    if (problem !== null)
      return {
        error: `error: error parsing ${file === '-' ? 'STDIN' : file}: error converting YAML to JSON: yaml: ${problem.message}`,
      }
    const whole = objectsIn(found)
    const unset = whole.map((document) => UNSET.filter((key) => textOf(field(document, key)) === ''))
    const wrong = unset.find((keys) => keys.length > 0)
    if (wrong !== undefined) return { error: notValid(file, wrong) }
    documents.push(...whole)
  }
  if (documents.length === 0) return { error: 'error: no objects passed to apply' }
  return { documents }
}
