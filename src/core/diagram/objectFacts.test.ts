import { describe, expect, it } from 'vitest'
import { read } from '../yaml/read'
import { goldenManifests } from '../../golden/texts'
import { objectsIn } from '../kubernetes/objects'
import { objectFacts, type ObjectFacts } from './objectFacts'

/** All that the cards of a text's objects say, a warning with `!` before it. */
function said(text: string): readonly string[] {
  const { documents } = read(text)
  return objectsIn(documents).map(({ path, kind }) => `${kind}: ${words(objectFacts(documents, path, kind))}`)
}

function words({ details, lines, parts }: ObjectFacts): string {
  return [
    ...details,
    ...lines.map(({ text, warn }) => (warn ? `!${text}` : text)),
    ...parts.map(({ label, problem }) => (problem === null ? `[${label}]` : `[${label}] !${problem}`)),
  ].join(' | ')
}

const WEB = `
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {template: {metadata: {labels: {app: web}}, spec: {containers: []}}}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {ports: [{name: http, port: 80}]}
`

describe('what the card of an object says', () => {
  it.each([
    [
      'around.yaml',
      [
        'Ingress: TLS | shop.example.com | [/ → web:80] | [/api → api:http]',
        'HorizontalPodAutoscaler: 2–10 pods | cpu 70%, memory 400Mi | !web is not here',
        'PodDisruptionBudget: at least 50% up | !selects nothing here',
        'NetworkPolicy: in: 1 peer | out: 1 peer | !selects nothing here',
      ],
    ],
    [
      'config.yaml',
      [
        'ConfigMap: 3 keys',
        'Secret: 2 keys',
        'Secret: 2 keys',
        'PersistentVolumeClaim: 5Gi | RWO',
        'ServiceAccount: no token',
      ],
    ],
  ])('%s', (name, expected) => {
    const text = goldenManifests().find(({ file }) => file.endsWith(`/${name}`))?.text ?? ''
    expect(said(text)).toEqual(expected)
  })

  it.each<[kind: string, spec: string, expected: string]>([
    [
      'HorizontalPodAutoscaler',
      '{maxReplicas: 5, scaleTargetRef: {kind: Deployment, name: web}}',
      '1–5 pods',
    ],
    ['HorizontalPodAutoscaler', '{}', '1–? pods | !scales nothing yet'],
    [
      'HorizontalPodAutoscaler',
      '{scaleTargetRef: {kind: Deployment, name: web}, metrics: [{type: Pods, pods: {metric: {name: rps}, target: {averageValue: 5}}}, {type: X}]}',
      '1–? pods | rps 5',
    ],
    ['PodDisruptionBudget', '{maxUnavailable: 0, selector: {}}', 'at most 0 down | all pods'],
    ['PodDisruptionBudget', '{}', '!no limit yet | !selects nothing here'],
    [
      'PodDisruptionBudget',
      '{maxUnavailable: 1, selector: {matchExpressions: [{key: app, operator: Exists}]}}',
      'at most 1 down',
    ],
    ['NetworkPolicy', '{podSelector: {}}', 'in: nobody | all pods'],
    ['NetworkPolicy', '{podSelector: {}, ingress: [{}], egress: []}', 'in: anybody | all pods'],
    [
      'NetworkPolicy',
      '{podSelector: {}, policyTypes: [Egress], egress: [{to: [{}, {}]}]}',
      'out: 2 peers | all pods',
    ],
    ['NetworkPolicy', '{podSelector: {}, policyTypes: [Egress]}', 'out: nowhere | all pods'],
    ['Ingress', '{}', '!no rules'],
    ['Ingress', '{defaultBackend: {service: {name: web, port: {number: 80}}}}', 'no rules | [else → web:80]'],
    [
      'Ingress',
      '{rules: [{http: {paths: [{path: /a, backend: {service: {name: web, port: {number: 81}}}}, {}]}}]}',
      'every host | [/a → web:81] !Service web has no port 81. | [/ → ?] !leads nowhere yet',
    ],
    [
      'Ingress',
      '{rules: [{host: a, http: {paths: [{path: /, backend: {service: {name: web}}}]}}, {host: b, http: {paths: [{backend: {resource: {}}}]}}]}',
      'a, b | [a/ → web] | [b/ → resource]',
    ],
    ['Gizmo', '{a: 1}', ''],
  ])('%s %s', (kind, spec, expected) => {
    expect(said(`kind: ${kind}\nspec: ${spec}${WEB}`)[0]).toBe(`${kind}: ${expected}`)
  })
})
