import { produce } from 'immer'
import { bench, describe } from 'vitest'
import { setValue } from '../kubernetes/edits/setValue'
import type { Json } from '../kubernetes/json'
import { diagram } from './diagram'
import { layout } from './layout'

/** A Deployment of so many containers, each with a port, two mounts and two variables, and a Service before them. */
function design(containers: number): Json[] {
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'many' },
      spec: {
        template: {
          metadata: { labels: { app: 'many' } },
          spec: {
            containers: Array.from({ length: containers }, (_, i): Json => ({
              name: `c${i}`,
              image: `example/app-${i}:1.0`,
              ports: [{ containerPort: 8000 + i }],
              volumeMounts: [
                { name: 'data', mountPath: '/data' },
                { name: `v${i % 10}`, mountPath: `/var/lib/v${i}`, readOnly: true },
              ],
              env: [
                { name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
                { name: 'LEVEL', valueFrom: { configMapKeyRef: { name: 'config', key: 'level' } } },
              ],
            })),
            volumes: [
              { name: 'data', emptyDir: {} },
              ...Array.from({ length: 10 }, (_, i) => ({ name: `v${i}`, emptyDir: {} })),
            ],
          },
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'many' },
      spec: { selector: { app: 'many' }, ports: [{ port: 80, targetPort: 8000 }] },
    },
  ]
}

describe.each([2, 20, 100])('%i containers in one pod', (count) => {
  const before = design(count)
  const edited = (key: string, value: Json) =>
    produce(before, (draft) => {
      setValue([0, 'spec', 'template', 'spec', 'containers', 0, key], value)(draft)
    })
  const renamed = [edited('name', 'a'), edited('name', 'b')]
  const grown = [before, edited('ports', [])]
  let drawn = diagram(before)
  let placed = layout(drawn)
  let turn = 0
  const run = (designs: readonly (readonly Json[])[]) => {
    drawn = diagram(designs[turn++ % 2] ?? [], drawn)
    placed = layout(drawn, placed)
  }
  bench('a name changes', () => run(renamed))
  bench('a port comes and goes', () => run(grown))
})
