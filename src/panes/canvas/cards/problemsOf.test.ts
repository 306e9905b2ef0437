import { expect, it } from 'vitest'
import { diagram } from '../../../core/diagram/diagram'
import type { Path } from '../../../core/kubernetes/path'
import type { Diagnostic } from '../../../core/rules/verdict'
import { parse } from '../../../core/yaml/parse'
import { problemsOf } from './problemsOf'

const DEPLOYMENT = parse(`apiVersion: apps/v1
kind: Deployment
metadata: {name: d}
spec:
  template:
    spec:
      containers: [{name: c, image: i}]
      volumes: [{name: v, emptyDir: {}}]
---
apiVersion: v1
kind: Pod
metadata: {name: p}
spec:
  containers: [{name: c, image: i}]
`)
const SPEC = [0, 'spec', 'template', 'spec']

it.each<[Path, string]>([
  [[0], 'workload d'],
  [[0, 'spec', 'replicas'], 'workload d'],
  [[...SPEC, 'restartPolicy'], 'pod d'],
  [[...SPEC, 'containers'], 'pod d'],
  [[...SPEC, 'containers', 0, 'image'], 'container c'],
  [[...SPEC, 'volumes', 0, 'emptyDir', 'medium'], 'volume v'],
  [[1, 'metadata', 'name'], 'pod p'],
  [[1, 'spec', 'dnsPolicy'], 'pod p'],
  [[1, 'spec', 'containers', 0], 'container c'],
])('%j belongs to %s alone', (path, owner) => {
  const { documents } = DEPLOYMENT
  const said: Diagnostic = { path, level: 'error', id: 'x', reason: '', message: '', source: 'api-server' }
  const owners = diagram(documents).nodes.filter((node) => problemsOf([said], documents, node).length > 0)
  expect(owners.map(({ kind, label }) => `${kind} ${label}`.trim())).toEqual([
    owner === 'pod d' ? expect.stringMatching(/^pod/) : owner,
  ])
})
