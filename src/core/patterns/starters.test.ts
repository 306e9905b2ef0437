import { readFileSync } from 'node:fs'
import { produce } from 'immer'
import { describe, expect, it } from 'vitest'
import type { Change } from '../kubernetes/change'
import { addContainer, setArgs, setCommand } from '../kubernetes/edits/containers'
import { addEnv } from '../kubernetes/edits/env'
import { renameLabel, setLabel } from '../kubernetes/edits/labels'
import { renameObject, setNamespace } from '../kubernetes/edits/objects'
import { addPort } from '../kubernetes/edits/ports'
import { addService, setServiceType } from '../kubernetes/edits/services'
import { addVolume, mount } from '../kubernetes/edits/volumes'
import { isObject, type Json } from '../kubernetes/json'
import { valueAt, type Path } from '../kubernetes/path'
import { read } from '../yaml/read'
import { STARTERS } from './starters'

function documentsOf(id: string): Json[] {
  const { documents, problem } = read(STARTERS.find((starter) => starter.id === id)?.text ?? '')
  expect(problem).toBeNull()
  return documents
}

const POD = [0, 'spec', 'template', 'spec']
const POD_LABELS = [0, 'spec', 'template', 'metadata', 'labels']
const NGINX = [...POD, 'containers', 0]
const BUSYBOX = [...POD, 'containers', 1]
const PROJECT = 'app.kubernetes.io/project'
const LOG = "while true; do echo $(date -u) 'this is a log' > /var/log/index.html; sleep 5;done"
const LOG_WITH_NAME =
  "while true; do echo $(date -u) 'this is a log , This is the Pod name $(POD_NAME)' > /var/log/index.html; sleep 5;done"

/** What a user does, one line an act; proposals (names, selector, port) are taken as they come. */
const TO_SEED_1: readonly Change[] = [
  renameObject([0], 'test'),
  setNamespace([0], 'default'),
  renameLabel(POD_LABELS, 'app', PROJECT),
  setLabel(POD_LABELS, PROJECT, 'sample_project'),
  setLabel([0, 'metadata', 'labels'], 'app.kubernetes.io/env', 'production'),
  addContainer(POD, 'app', { image: 'nginx:1.17' }),
  addPort(NGINX, { containerPort: 80 }),
  addContainer(POD, 'app', { image: 'busybox:latest' }),
  setCommand(BUSYBOX, ['sh', '-c']),
  setArgs(BUSYBOX, [LOG]),
  addVolume(POD),
  mount(NGINX, 'data', '/usr/share/nginx/html'),
  mount(BUSYBOX, 'data', '/var/log'),
  addService([0]),
  renameObject([1], 'nginx-svc'),
  setServiceType([1], 'NodePort'),
]

const ON_TO_SEED_2: readonly Change[] = [
  setArgs(BUSYBOX, [LOG_WITH_NAME]),
  addEnv(BUSYBOX, 'POD_NAME', 'fieldRef'),
  setServiceType([1], 'LoadBalancer'),
]

describe('starters', () => {
  it.each(['seed-1', 'seed-2'])('%s is the golden file, byte for byte', (id) => {
    const text = STARTERS.find((starter) => starter.id === id)?.text
    expect(text).toBe(readFileSync(`src/golden/manifests/${id}.yaml`, 'utf8'))
  })

  it('blank, and the edits a user makes, become seed-1 and then seed-2', () => {
    const documents = documentsOf('blank')
    for (const change of TO_SEED_1) change(documents)
    expect(documents).toEqual(documentsOf('seed-1'))
    for (const change of ON_TO_SEED_2) change(documents)
    expect(documents).toEqual(documentsOf('seed-2'))
  })

  it('the same edits through Immer, as the store makes them, become the same', () => {
    let documents = documentsOf('blank')
    for (const change of [...TO_SEED_1, ...ON_TO_SEED_2]) {
      documents = produce(documents, (draft) => {
        change(draft)
      })
    }
    expect(documents).toEqual(documentsOf('seed-2'))
    expect(keysAt(documents, BUSYBOX)).toEqual(['name', 'image', 'command', 'args', 'env', 'volumeMounts'])
  })

  it('a new container and its parts have their keys in the order people write them', () => {
    const documents = documentsOf('blank')
    for (const change of [...TO_SEED_1, ...ON_TO_SEED_2]) change(documents)
    expect(keysAt(documents, BUSYBOX)).toEqual(['name', 'image', 'command', 'args', 'env', 'volumeMounts'])
    expect(keysAt(documents, NGINX)).toEqual(['name', 'image', 'ports', 'volumeMounts'])
    expect(keysAt(documents, POD)).toEqual(['containers', 'volumes'])
    expect(keysAt(documents, [0, 'metadata'])).toEqual(['name', 'namespace', 'labels'])
    expect(keysAt(documents, [1, 'spec'])).toEqual(['type', 'selector', 'ports'])
  })
})

function keysAt(documents: Json[], path: Path): string[] {
  const value = valueAt(documents, path)
  return isObject(value) ? Object.keys(value) : []
}
