import { describe, expect, it } from 'vitest'
import type { Json } from '../core/kubernetes/json'
import type { Path } from '../core/kubernetes/path'
import { follow } from './follow'

const web = { name: 'web', image: 'nginx' }
const log = { name: 'log', image: 'busybox' }
const pod = (...containers: Json[]): Json[] => [{ kind: 'Pod', spec: { containers } }]
const service: Json = { kind: 'Service', metadata: { name: 'svc' } }

const CASES: readonly {
  readonly says: string
  readonly before: Json[]
  readonly after: Json[]
  readonly path: Path
  readonly gives: Path | null
}[] = [
  {
    says: 'what stays where it is',
    before: pod(web, log),
    after: pod(web, { ...log }),
    path: [0, 'spec', 'containers', 1],
    gives: [0, 'spec', 'containers', 1],
  },
  {
    says: 'an item that moved down, by identity',
    before: pod(web),
    after: pod(log, web),
    path: [0, 'spec', 'containers', 0, 'image'],
    gives: [0, 'spec', 'containers', 1, 'image'],
  },
  {
    says: 'an item that moved, by name',
    before: pod(web),
    after: pod({ ...log }, { ...web, image: 'nginx:1' }),
    path: [0, 'spec', 'containers', 0],
    gives: [0, 'spec', 'containers', 1],
  },
  {
    says: 'an item that was renamed in place',
    before: pod(web, log),
    after: pod({ ...web, name: 'we' }, log),
    path: [0, 'spec', 'containers', 0],
    gives: [0, 'spec', 'containers', 0],
  },
  {
    says: 'the list when the item is gone',
    before: pod(web, log),
    after: pod(log),
    path: [0, 'spec', 'containers', 0],
    gives: [0, 'spec', 'containers'],
  },
  {
    says: 'the nearest ancestor when a field is gone',
    before: [{ spec: { a: 1 } }],
    after: [{ spec: null }],
    path: [0, 'spec', 'a'],
    gives: [0, 'spec'],
  },
  {
    says: 'a document by kind and name',
    before: [...pod(web), service],
    after: [{ kind: 'Service', metadata: { name: 'svc' }, spec: {} }],
    path: [1],
    gives: [0],
  },
  { says: 'nothing when the document is gone', before: [service], after: [], path: [0], gives: null },
]

describe('follow', () => {
  it.each(CASES)('gives $says', ({ before, after, path, gives }) => {
    expect(follow(before, after, path)).toEqual(gives)
  })
})
