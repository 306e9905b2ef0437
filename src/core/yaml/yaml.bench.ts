import { bench, describe } from 'vitest'
import { isObject, type Json } from '../kubernetes/json'
import { parse } from './parse'
import { read } from './read'
import { revise } from './revise'
import { splice } from './splice'
import { write } from './write'

const container = (i: number): string => `        - name: app-${i}
          image: registry.example.com/shop/app:2.0.1 # pinned
          ports:
            - containerPort: ${8000 + i}
          env:
            - name: POD_IP
              valueFrom:
                fieldRef:
                  fieldPath: status.podIP
          volumeMounts:
            - {name: data, mountPath: /data}
`
const HEAD =
  'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: x\nspec:\n  template:\n    spec:\n      containers:\n'

function manifestOf(lines: number): string {
  const count = Math.max(2, Math.round((lines - 8) / 11))
  return HEAD + Array.from({ length: count }, (_, i) => container(i)).join('')
}

/** The documents with the last container's name one letter longer; all else is the same objects, as the store has it. */
function renamed(value: Json): Json {
  if (Array.isArray(value)) return [...value.slice(0, -1), renamed(value.at(-1) ?? null)]
  if (!isObject(value)) return value
  if (typeof value['name'] === 'string' && 'image' in value) return { ...value, name: `${value['name']}x` }
  const key = Object.keys(value).at(-1) ?? ''
  return { ...value, [key]: renamed(value[key] ?? null) }
}

describe.each([36, 1000, 5000])('%i lines', (lines) => {
  const text = manifestOf(lines)
  const source = parse(text)
  const documents = source.documents.map(renamed)
  const at = text.lastIndexOf('image:') - 11
  const edit = { start: at, end: at, insert: 'x' }
  bench('read', () => void read(text))
  bench('write: a container renamed', () => void write(text, documents))
  bench('revise: the same, in the store', () => void revise(source, documents))
  bench('splice: one keystroke in the text', () => void splice(source, [edit]))
})
