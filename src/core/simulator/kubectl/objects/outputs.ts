import { isArray, isObject, type Json } from '../../../kubernetes/json'
import { goYaml } from '../../printing/goYaml'
import { TABLE, writeTabbed } from '../../printing/tabWriter'
import { parseJsonPath, valuesAt, writeJsonPath } from './jsonPath'
import { listOf, type Served } from './served'
import { shownObject } from './shownObject'

/** What `-o` asks for: objects in, a text out; or kubectl's error. */
export type Output =
  { readonly write: (objects: readonly Served[], isOne: boolean) => string } | { readonly error: string }

/** kubectl prints keys by the alphabet: it reads objects as maps. */
function sortedKeys(value: Json): Json {
  if (isArray(value)) return value.map((item) => sortedKeys(item))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sortedKeys(item)]),
  )
}

function whole(objects: readonly Served[], isOne: boolean): Json {
  const [first] = objects
  return sortedKeys(isOne && first !== undefined ? first.object : listOf(objects))
}

/** The formats that take nothing behind a `=`. */
const PLAIN: Readonly<Record<string, (objects: readonly Served[], isOne: boolean) => string>> = {
  yaml: (objects, isOne) => goYaml(whole(objects, isOne)),
  json: (objects, isOne) => `${JSON.stringify(whole(objects, isOne), null, 4)}\n`,
  name: (objects) => objects.map(({ object }) => `${shownObject(object)}\n`).join(''),
}

/** The formats that take a template. */
const TEMPLATED: Readonly<Record<string, (template: string, hasHead: boolean) => Output>> = {
  jsonpath: (template) => {
    const path = parseJsonPath(template)
    if ('error' in path) return { error: `error: error parsing jsonpath ${template}, ${path.error}` }
    return { write: (objects, isOne) => writeJsonPath(path.pieces, whole(objects, isOne)) }
  },
  'custom-columns': (template, hasHead) => {
    const columns = template.split(',').map((column) => {
      const [name = '', ...path] = column.split(':')
      return { name, path: path.join(':') }
    })
    const wrong = columns.find(({ path }) => path === '' || valuesAt(path, null) === null)
    if (wrong !== undefined)
      return {
        error: `error: unexpected custom-columns spec: ${wrong.name}, expected <header>:<json-path-expr>`,
      }
    const cell = (object: Json, path: string) => {
      const found = valuesAt(path, object) ?? []
      const texts = found.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
      return texts.length === 0 ? '<none>' : texts.join(',')
    }
    return {
      write: (objects) =>
        writeTabbed(
          [
            ...(hasHead ? [columns.map(({ name }) => name)] : []),
            ...objects.map(({ object }) => columns.map(({ path }) => cell(object, path))),
          ],
          TABLE,
        ),
    }
  },
}

const ALLOWED =
  'custom-columns,custom-columns-file,go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,kyaml,name,template,templatefile,wide,yaml'

/** Takes what stands behind `-o`, other than `wide`, and whether columns have names; gives how objects are written, or kubectl's error. */
export function outputNamed(format: string, hasHead = true): Output {
  const plain = Object.hasOwn(PLAIN, format) ? PLAIN[format] : undefined
  if (plain !== undefined) return { write: plain }
  const [name = '', ...template] = format.split('=')
  const templated = Object.hasOwn(TEMPLATED, name) ? TEMPLATED[name] : undefined
  if (templated !== undefined)
    return template.length === 0
      ? { error: `error: template format specified but no template given` }
      : templated(template.join('='), hasHead)
  if (name.startsWith('go-template'))
    return { error: 'error: go-template is not simulated here: use jsonpath or custom-columns' }
  return {
    error: `error: unable to match a printer suitable for the output format "${format}", allowed formats are: ${ALLOWED}`,
  }
}
