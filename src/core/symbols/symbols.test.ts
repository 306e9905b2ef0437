import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corpusTexts, goldenManifests } from '../../golden/texts'
import type { Json } from '../kubernetes/json'
import { mentionsIn } from '../kubernetes/mentions'
import { formatPath, type Path } from '../kubernetes/path'
import { parse } from '../yaml/parse'
import { meantBy } from './candidates'
import { declarationsOf, SYMBOL_KINDS } from './declarations'
import type { Change } from '../kubernetes/change'
import { renameProblem, renameSymbol } from './renameSymbol'
import { definitionOf, referencesTo, symbolAt, type NamePlace } from './symbols'

const TEXT = `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  serviceName: db-svc
  selector:
    matchLabels: {app: db}
  template:
    metadata:
      labels: {app: db, tier: back}
    spec:
      serviceAccountName: runner
      imagePullSecrets: [{name: pull}]
      resourceClaims: [{name: gpu}]
      topologySpreadConstraints:
        - labelSelector: {matchExpressions: [{key: tier, operator: In, values: [back]}]}
      initContainers:
        - name: prepare
          env:
            - {name: A, valueFrom: {resourceFieldRef: {containerName: main, resource: limits.cpu}}}
            - {name: B, valueFrom: {fileKeyRef: {volumeName: work, path: x, key: y}}}
      containers:
        - name: main
          resources: {claims: [{name: gpu}]}
          ports: [{name: sql, containerPort: 5432}]
          readinessProbe: {tcpSocket: {port: sql}}
          lifecycle: {preStop: {httpGet: {port: sql}}}
          envFrom: [{configMapRef: {name: conf}}, {secretRef: {name: pull}}]
          env:
            - {name: C, valueFrom: {configMapKeyRef: {name: conf, key: level}}}
            - {name: D, valueFrom: {secretKeyRef: {name: pull, key: token}}}
          volumeMounts: [{name: data, mountPath: /data}, {name: conf, mountPath: /conf}]
          volumeDevices: [{name: work, devicePath: /dev/x}]
      volumes:
        - {name: work, emptyDir: {}}
        - {name: conf, configMap: {name: conf, items: [{key: level, path: l}]}}
        - {name: all, projected: {sources: [{secret: {name: pull, items: [{key: token, path: t}]}}, {configMap: {name: conf}}]}}
        - {name: disk, persistentVolumeClaim: {claimName: disk}}
        - {name: sec, secret: {secretName: pull}}
  volumeClaimTemplates:
    - metadata: {name: data}
---
apiVersion: v1
kind: Service
metadata: {name: db-svc}
spec:
  selector: {app: db}
  ports: [{name: sql, port: 5432, targetPort: sql}]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: conf}
data: {level: info}
---
apiVersion: v1
kind: Secret
metadata: {name: pull}
stringData: {token: x}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: disk}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: runner}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: way}
spec:
  tls: [{secretName: pull}]
  rules:
    - http: {paths: [{backend: {service: {name: db-svc, port: {name: sql}}}}]}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: scaler}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: StatefulSet, name: db}
  metrics:
    - {type: ContainerResource, containerResource: {name: cpu, container: main}}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: budget}
spec:
  selector: {matchLabels: {tier: back}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: policy}
spec:
  podSelector: {matchLabels: {app: db}}
  ingress: [{ports: [{port: sql}]}]
---
apiVersion: v1
kind: Service
metadata: {name: db-svc, namespace: elsewhere}
spec:
  selector: {app: db}
---
apiVersion: serving.knative.dev/v1
kind: Service
metadata: {name: knative}
spec: {template: {spec: {volumes: [{configMap: {name: conf}}]}}}
`
const DOCUMENTS = parse(TEXT).documents

function changed(documents: readonly Json[], change: Change): readonly Json[] {
  const after = documents.map((document) => structuredClone(document))
  change(after)
  return after
}

const shown = ({ path, part }: NamePlace): string =>
  `${String(path[0])}: ${formatPath(path)}${part === 'key' ? ' (key)' : ''}`

const POD = '0: spec.template.spec'

/** What is declared, and everything that names it. */
const TABLE: Readonly<Record<string, readonly string[]>> = {
  '0: metadata.name': ['7: spec.scaleTargetRef.name'],
  '1: metadata.name': ['0: spec.serviceName', '6: spec.rules[0].http.paths[0].backend.service.name'],
  '2: metadata.name': [
    `${POD}.containers[0].envFrom[0].configMapRef.name`,
    `${POD}.containers[0].env[0].valueFrom.configMapKeyRef.name`,
    `${POD}.volumes[1].configMap.name`,
    `${POD}.volumes[2].projected.sources[1].configMap.name`,
  ],
  '3: metadata.name': [
    `${POD}.imagePullSecrets[0].name`,
    `${POD}.containers[0].envFrom[1].secretRef.name`,
    `${POD}.containers[0].env[1].valueFrom.secretKeyRef.name`,
    `${POD}.volumes[2].projected.sources[0].secret.name`,
    `${POD}.volumes[4].secret.secretName`,
    '6: spec.tls[0].secretName',
  ],
  '4: metadata.name': [`${POD}.volumes[3].persistentVolumeClaim.claimName`],
  '5: metadata.name': [`${POD}.serviceAccountName`],
  '2: data.level (key)': [
    `${POD}.containers[0].env[0].valueFrom.configMapKeyRef.key`,
    `${POD}.volumes[1].configMap.items[0].key`,
  ],
  '3: stringData.token (key)': [
    `${POD}.containers[0].env[1].valueFrom.secretKeyRef.key`,
    `${POD}.volumes[2].projected.sources[0].secret.items[0].key`,
  ],
  '0: spec.volumeClaimTemplates[0].metadata.name': [`${POD}.containers[0].volumeMounts[0].name`],
  [`${POD}.volumes[0].name`]: [
    `${POD}.initContainers[0].env[1].valueFrom.fileKeyRef.volumeName`,
    `${POD}.containers[0].volumeDevices[0].name`,
  ],
  [`${POD}.volumes[1].name`]: [`${POD}.containers[0].volumeMounts[1].name`],
  [`${POD}.containers[0].name`]: [
    `${POD}.initContainers[0].env[0].valueFrom.resourceFieldRef.containerName`,
    '7: spec.metrics[0].containerResource.container',
  ],
  [`${POD}.containers[0].ports[0].name`]: [
    `${POD}.containers[0].readinessProbe.tcpSocket.port`,
    `${POD}.containers[0].lifecycle.preStop.httpGet.port`,
    '1: spec.ports[0].targetPort',
    '9: spec.ingress[0].ports[0].port',
  ],
  '1: spec.ports[0].name': ['6: spec.rules[0].http.paths[0].backend.service.port.name'],
  [`${POD}.resourceClaims[0].name`]: [`${POD}.containers[0].resources.claims[0].name`],
  '0: spec.template.metadata.labels.app (key)': [
    '0: spec.selector.matchLabels.app (key)',
    '1: spec.selector.app (key)',
    '9: spec.podSelector.matchLabels.app (key)',
  ],
  '0: spec.template.metadata.labels.app': [
    '0: spec.selector.matchLabels.app',
    '1: spec.selector.app',
    '9: spec.podSelector.matchLabels.app',
  ],
  '0: spec.template.metadata.labels.tier': [
    `${POD}.topologySpreadConstraints[0].labelSelector.matchExpressions[0].values[0]`,
    '8: spec.selector.matchLabels.tier',
  ],
  '0: spec.template.metadata.labels.tier (key)': [
    `${POD}.topologySpreadConstraints[0].labelSelector.matchExpressions[0].key`,
    '8: spec.selector.matchLabels.tier (key)',
  ],
  // Nothing names them, and what has their name elsewhere means something else.
  '6: metadata.name': [],
  '10: metadata.name': [],
  '11: metadata.name': [],
  [`${POD}.initContainers[0].name`]: [],
  [`${POD}.volumes[4].name`]: [],
}

const declaredPlaces = (documents: readonly Json[]): readonly NamePlace[] =>
  SYMBOL_KINDS.flatMap((symbol) => declarationsOf(documents, symbol))

const placeCalled = (text: string): NamePlace => {
  const place = [...declaredPlaces(DOCUMENTS), ...mentionsIn(DOCUMENTS)].find((each) => shown(each) === text)
  if (place === undefined) throw new Error(`There is no ${text}`)
  return place
}

describe('symbols', () => {
  it.each(Object.entries(TABLE))('%s: what names it', (declaration, mentions) => {
    const { path, part } = placeCalled(declaration)
    expect(referencesTo(DOCUMENTS, path, part).map(shown)).toEqual(mentions)
    for (const mention of mentions) {
      const at = placeCalled(mention)
      expect(definitionOf(DOCUMENTS, at.path, at.part)).toEqual({ path, part })
      expect(referencesTo(DOCUMENTS, at.path, at.part).map(shown)).toEqual(mentions)
    }
    expect(definitionOf(DOCUMENTS, path, part)).toEqual({ path, part })
  })

  it('every mention is in the table', () => {
    const listed = new Set(Object.values(TABLE).flat())
    expect(
      mentionsIn(DOCUMENTS)
        .map(shown)
        .filter((place) => !listed.has(place)),
    ).toEqual(['10: spec.selector.app (key)', '10: spec.selector.app'])
  })

  it.each<[string, Path]>([
    ['a number', [1, 'spec', 'ports', 0, 'port']],
    ['a mapping', [0, 'spec', 'template']],
    ['a text in a ConfigMap is no name, its key is', [2, 'data']],
    ['nothing', [77]],
    ['no document', []],
  ])('%s is no symbol', (_, path) => {
    expect(symbolAt(DOCUMENTS, path)).toBeNull()
    expect(definitionOf(DOCUMENTS, path)).toBeNull()
    expect(referencesTo(DOCUMENTS, path)).toEqual([])
  })

  it('a Service that selects several workloads means a port of each', () => {
    const pod = (name: string, port: string): string =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, labels: {app: x}}\nspec: {containers: [{name: c, ports: [{name: ${port}, containerPort: 1}]}]}\n---\n`
    const service =
      'apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {selector: {app: x}, ports: [{port: 1, targetPort: web}]}\n'
    const { documents } = parse(pod('a', 'web') + pod('b', 'web') + service)
    expect(symbolAt(documents, [2, 'spec', 'ports', 0, 'targetPort'])?.declared.length).toBe(2)
    const renamed = changed(documents, renameSymbol([0, 'spec', 'containers', 0, 'ports', 0, 'name'], 'http'))
    expect(renamed).toEqual(
      parse(pod('a', 'http') + pod('b', 'http') + service.replace('web', 'http')).documents,
    )
  })
})

describe('renameSymbol', () => {
  it.each([
    ['0: spec.template.spec.volumes[0].name', 'conf', 'Duplicate value: another volume is called conf.'],
    ['0: spec.template.spec.volumes[0].name', 'data', 'Duplicate value: another volume is called data.'],
    [
      '0: spec.template.spec.containers[0].name',
      'prepare',
      'Duplicate value: another container is called prepare.',
    ],
    ['0: spec.template.metadata.labels.app (key)', 'tier', 'Duplicate value: another label is called tier.'],
    ['0: spec.template.metadata.labels.app', 'back', null],
    ['2: metadata.name', 'pull', null],
    ['1: metadata.name', 'way', null],
    ['0: spec.template.spec.volumes[0].name', '', 'Required value'],
    ['0: spec.template.spec.volumes[0].name', 'A b', /must consist of lower case/],
    ['10: spec.selector.app', 'x', 'Nothing here declares the label value db.'],
  ])('%s to “%s”: %s', (place, name, problem) => {
    const { path, part } = placeCalled(place)
    const said = renameProblem(DOCUMENTS, path, name, part)
    if (problem instanceof RegExp) expect(said).toMatch(problem)
    else expect(said).toBe(problem)
    const after = changed(DOCUMENTS, renameSymbol(path, name, part))
    expect(JSON.stringify(after) === JSON.stringify(DOCUMENTS)).toBe(problem !== null)
  })

  it('says so where there is no name', () => {
    expect(renameProblem(DOCUMENTS, [0], 'x')).toBe('No name that can be changed stands here.')
  })
})

const FRESH = 'fresh-x9'

/** What every mention means, as places in the list of all mentions and declarations: the same list before and after a rename. */
function meanings(documents: readonly Json[]): unknown {
  const declared = SYMBOL_KINDS.map((symbol) => ({ symbol, all: declarationsOf(documents, symbol) }))
  return mentionsIn(documents).map((mention) => {
    const all = declared.find(({ symbol }) => symbol === mention.symbol)?.all ?? []
    return meantBy(documents, mention, all).map((each) => all.indexOf(each))
  })
}

function holdsLaws(documents: readonly Json[], { path, part }: NamePlace): void {
  const here = symbolAt(documents, path, part)
  if (here === null || renameProblem(documents, path, FRESH, part) !== null) return
  // A key that looks like a number has no place of its own in a mapping.
  if (here.part === 'key' && /^\d+$/.test(here.name)) return
  const renamed = changed(documents, renameSymbol(path, FRESH, part))
  const newPath = here.part === 'key' ? [...path.slice(0, -1), FRESH] : path
  expect(symbolAt(renamed, newPath, part)?.name).toBe(FRESH)
  expect(meanings(renamed)).toEqual(meanings(documents))
  // Two that had one name can't get it back: it is taken.
  if (renameProblem(renamed, newPath, here.name, part) !== null) return
  const back = changed(renamed, renameSymbol(newPath, here.name, part))
  expect(back).toEqual(documents)
  expect(JSON.stringify(back)).toBe(JSON.stringify(documents))
}

describe('after a rename everything means what it meant, and back again all is as it was', () => {
  it.each([{ file: 'TEXT', text: TEXT }, ...goldenManifests()])('$file', ({ text }) => {
    const { documents } = parse(text)
    for (const place of [...declaredPlaces(documents), ...mentionsIn(documents)]) holdsLaws(documents, place)
  })

  it('in other people’s manifests', () => {
    const texts = corpusTexts()
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (file, at) => {
        const text = texts[file % Math.max(texts.length, 1)]?.text ?? ''
        const { documents } = parse(text)
        const places = [...declaredPlaces(documents), ...mentionsIn(documents)]
        const place = places[at % Math.max(places.length, 1)]
        if (place !== undefined) holdsLaws(documents, place)
      }),
      { numRuns: 300 },
    )
  })
})
