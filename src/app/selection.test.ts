import { describe, expect, it } from 'vitest'
import type { Path } from '../core/kubernetes/path'
import { createDesigner } from '../store/designer'
import { duplicationOf, removalOf, workloadInHand } from './selection'

const TEXT = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      initContainers: [{name: wait}]
      containers:
        - name: nginx
          ports: [{containerPort: 80}]
          env: [{name: A, value: b}]
          envFrom: [{configMapRef: {name: c}}]
          volumeMounts: [{name: data, mountPath: /d}]
      volumes: [{name: data, emptyDir: {}}]
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {ports: [{port: 80}]}
---
apiVersion: v1
kind: Pod
metadata: {name: second}
spec: {containers: [{name: alone}]}
`
const POD: Path = [0, 'spec', 'template', 'spec']
const NGINX: Path = [...POD, 'containers', 0]

/** A designer on the text above with something selected. */
function designerOn(selected: Path | null, text = TEXT) {
  const { getState } = createDesigner()
  getState().open(text)
  getState().select(selected)
  return getState
}

describe('removalOf', () => {
  it.each([
    ['an app container', NGINX, 'name: nginx'],
    ['an init container', [...POD, 'initContainers', 0], 'name: wait'],
    ['a port', [...NGINX, 'ports', 0], 'containerPort'],
    ['an environment variable', [...NGINX, 'env', 0], 'value: b'],
    ['an environment source', [...NGINX, 'envFrom', 0], 'configMapRef'],
    ['a mount', [...NGINX, 'volumeMounts', 0], 'mountPath'],
    ['a volume and its mounts', [...POD, 'volumes', 0], 'name: data'],
    ['a Service port', [1, 'spec', 'ports', 0], 'port: 80'],
    ['a document', [1], 'kind: Service'],
  ])('removes %s', (_says, selected, text) => {
    const designer = designerOn(selected)
    const removal = removalOf(designer())
    expect(designer().source.text).toContain(text)
    if (removal !== null) designer().edit(removal)
    expect(designer().source.text).not.toContain(text)
  })

  it.each([
    ['nothing', null],
    ['a field', [...NGINX, 'name']],
    ['a list', [...POD, 'containers']],
    ['what is not there', [...POD, 'containers', 7]],
  ])('leaves %s alone', (_says, selected) => {
    expect(removalOf(designerOn(selected)())).toBeNull()
  })

  it('waits while the text cannot be read', () => {
    const designer = designerOn(NGINX)
    designer().type(`${TEXT}  - [`)
    expect(removalOf(designer())).toBeNull()
    expect(workloadInHand(designer())).toBeNull()
  })
})

describe('duplicationOf', () => {
  it('duplicates a container and nothing else', () => {
    const designer = designerOn(NGINX)
    const change = duplicationOf(designer())
    if (change !== null) designer().edit(change)
    expect(designer().source.text.match(/mountPath/g)).toHaveLength(2)
    expect(duplicationOf(designerOn([...NGINX, 'env', 0])())).toBeNull()
    expect(duplicationOf(designerOn([1])())).toBeNull()
  })
})

describe('workloadInHand', () => {
  it.each([
    ['the one that is selected', [2], 'second'],
    ['the one around what is selected', [2, 'spec', 'containers', 0], 'second'],
    ['the first one otherwise', [1], 'web'],
    ['the first one when nothing is selected', null, 'web'],
  ])('is %s', (_says, selected, name) => {
    expect(workloadInHand(designerOn(selected)())?.name).toBe(name)
  })

  it('is none where there is none', () => {
    expect(workloadInHand(designerOn(null, 'kind: Secret\n')())).toBeNull()
  })
})
