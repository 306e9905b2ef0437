import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isObject, type JsonObject } from '../../kubernetes/json'
import { field, itemsOf, textOf } from '../../kubernetes/shape'
import { parse } from '../../yaml/parse'
import { judge } from '../judge'
import { advise } from './advise'
import { podText } from './design/examples'

/*
 * 102 mistakes and what the server says of them (src/golden/kubelet/mistakes.json). What it lets pass, advice must
 * catch, with the level wanted. Some of the manifests show only the half of a design: a Service without its pods, say.
 * They are tried as they stand, and with the other half.
 */

const CASES: readonly JsonObject[] = mistakes()
const POD = podText(`
containers:
- name: app
  image: example.com/shop:1.4
  ports:
  - { name: http, containerPort: 8080 }
  - { name: dns-tcp, containerPort: 5353 }
`).replaceAll('shop', 'p')
const CLAIM = `apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data }
spec:
  accessModes: [ReadWriteOnce]
  resources: { requests: { storage: 1Gi } }
`

/** The rule for each mistake, and where the manifest does not show it alone, the other half. */
const CAUGHT: Readonly<Record<string, { readonly by: string; readonly beside?: string }>> = {
  'volume-unused': { by: 'unused-volume' },
  'volume-one-sided': { by: 'one-sided-volume' },
  'mount-path-mismatch': { by: 'write-misses-volume' },
  'readonly-writer': { by: 'read-only-writer' },
  'mount-hides-image': { by: 'mount-hides-image-files' },
  'mount-nested': { by: 'nested-mounts' },
  'port-dup-two-containers': { by: 'container-port-clash' },
  'port-dup-undeclared': { by: 'listening-port-clash' },
  'port-name-dup': { by: 'port-name-clash' },
  'image-latest': { by: 'image-latest' },
  'image-untagged': { by: 'image-without-tag' },
  'image-latest-ifnotpresent': { by: 'latest-not-pulled' },
  'image-uppercase': { by: 'image-reference' },
  'svc-selector-none': { by: 'service-selects-nothing' },
  'svc-no-selector': { by: 'service-without-selector' },
  'svc-targetport-wrong': { by: 'target-port-nobody-opens', beside: POD.replace('8080', '9000') },
  'svc-targetport-name-missing': { by: 'target-port-name', beside: POD },
  'svc-swapped': { by: 'swapped-ports' },
  'svc-protocol': { by: 'target-port-protocol', beside: POD },
  'dep-container-restart-never': { by: 'container-restart-policy' },
  'job-classic-sidecar': { by: 'job-never-ends' },
  'sidecar-misplaced': { by: 'misplaced-sidecar' },
  'init-restart-onfailure': { by: 'init-retry-policy' },
  'init-forever': { by: 'init-never-ends' },
  'sidecar-no-startup': { by: 'sidecar-without-startup-probe' },
  // The example's init container is a web server: that it never ends hides that it would need the proxy.
  'sidecar-order': { by: 'init-never-ends' },
  'probe-port-name-missing': { by: 'probe-port-name' },
  'probe-port-other-container': { by: 'probe-port-of-another' },
  'probe-timeout-gt-period': { by: 'probe-timeout-above-period' },
  'probe-liveness-eq-startup': { by: 'impatient-liveness' },
  'env-dup': { by: 'duplicate-variable' },
  'env-forward-ref': { by: 'variable-used-early' },
  'env-name-space': { by: 'variable-name-for-shells' },
  'env-secret-plain': { by: 'secret-in-plain-text' },
  'env-secret-missing': { by: 'missing-secret' },
  'cm-volume-missing': { by: 'missing-config-map' },
  'cm-subpath': { by: 'sub-path-never-updates' },
  'subpathexpr-undefined': { by: 'sub-path-variable' },
  'pvc-missing': { by: 'missing-claim' },
  'pvc-rwo-replicas': { by: 'single-writer-claim', beside: CLAIM },
  'emptydir-unbounded': { by: 'unbounded-logs' },
  'emptydir-memory-nolimit': { by: 'unbounded-memory-volume' },
  'mem-milli': { by: 'milli-memory' },
  'mem-plain': { by: 'tiny-memory' },
  'cpu-cores': { by: 'huge-cpu' },
  'qos-broken': { by: 'broken-guarantee' },
  'grace-negative': { by: 'negative-grace' },
  'grace-zero': { by: 'zero-grace' },
  'prestop-exec-too-long': { by: 'pre-stop-outlives-grace' },
  'nonroot-uid0': { by: 'non-root-as-root' },
  'nonroot-root-image': { by: 'non-root-image' },
  rorootfs: { by: 'read-only-root-writer' },
  'uid-mismatch': { by: 'users-share-volume' },
  privileged: { by: 'privileged' },
  hostpath: { by: 'host-path' },
  'hostport-replicas': { by: 'host-port-with-replicas' },
  'command-one-string': { by: 'command-in-one-word' },
  'command-no-shell': { by: 'shell-syntax-without-shell' },
  'shell-var': { by: 'shell-variable-without-shell' },
  'sa-missing': { by: 'missing-service-account' },
  'no-readiness': { by: 'no-readiness-probe' },
  'sidecar-with-rules': { by: 'sidecar-restart-rules' },
}

const TAKEN = CASES.filter((each) => ['silent', 'warning'].includes(textOf(each['apiServer'])))
const REFUSED = CASES.filter((each) => !TAKEN.includes(each))

test('every mistake that the server lets pass has its rule', () => {
  expect(TAKEN).toHaveLength(62)
  expect(Object.keys(CAUGHT).toSorted()).toEqual(TAKEN.map(({ id }) => textOf(id)).toSorted())
})

test.each(TAKEN.map((each) => [textOf(each['id']), each] as const))('%s is caught', (id, each) => {
  const { by, beside } = CAUGHT[id] ?? { by: '' }
  const manifest = textOf(each['manifest'])
  const level = textOf(each['designerSeverity'])
  const said = advise(parse(beside === undefined ? manifest : `${manifest}---\n${beside}`))
  expect(said.filter((diagnostic) => diagnostic.id === by).map((diagnostic) => diagnostic.level)).toContain(
    level,
  )
  // As it stands, something of that level is said of it at the least.
  expect(advise(parse(manifest)).map((diagnostic) => diagnostic.level)).toContain(level)
})

test('what the server refuses is said in its words', () => {
  const wrong = REFUSED.filter((each) => {
    const errors = itemsOf(each['errors']).map((error) => textOf(error))
    const [document = null] = parse(textOf(each['manifest'])).documents
    const { accepted, causes, message } = judge(document)
    if (accepted) return true
    const said = new Set(causes.map((cause) => `${cause.field}: ${cause.message}`))
    return !errors.every((error) => said.has(error) || message.includes(error))
  })
  expect(wrong.map(({ id }) => id)).toEqual([])
  console.info(`mistakes the server refuses: all ${REFUSED.length} in its words`)
})

function mistakes(): readonly JsonObject[] {
  const file: unknown = JSON.parse(readFileSync('src/golden/kubelet/mistakes.json', 'utf8'))
  return isObject(file) ? itemsOf(field(file, 'cases')).filter((each) => isObject(each)) : []
}
