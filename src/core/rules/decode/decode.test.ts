import { describe, expect, it } from 'vitest'
import { judged } from '../../../golden/judgedPod'
import { isObject } from '../../kubernetes/json'
import { read } from '../../yaml/read'
import { decode } from './decode'

const pod = (rest: string): string => `{apiVersion: v1, kind: Pod, ${rest}}`
const strict = (...fields: string[]): string =>
  `strict decoding error: ${fields.map((field) => `unknown field "${field}"`).join(', ')}`

describe('what the server can not read', () => {
  it.each([
    [pod('spec: []'), 'json: cannot unmarshal array into Go struct field Pod.spec of type v1.PodSpec'],
    [
      pod('spec: {hostNetwork: 1}'),
      'json: cannot unmarshal number into Go struct field PodSpec.spec.hostNetwork of type bool',
    ],
    [
      pod('spec: {containers: [{image: {}}]}'),
      'json: cannot unmarshal object into Go struct field Container.spec.containers.image of type string',
    ],
    [
      pod('spec: {containers: [{imagePullPolicy: true}]}'),
      'json: cannot unmarshal bool into Go struct field Container.spec.containers.imagePullPolicy of type v1.PullPolicy',
    ],
    [
      pod('spec: {containers: [{command: sh}]}'),
      'json: cannot unmarshal string into Go struct field Container.spec.containers.command of type []string',
    ],
    [
      pod('spec: {volumes: [{hostPath: /x}]}'),
      'json: cannot unmarshal string into Go struct field Volume.spec.volumes.VolumeSource.hostPath of type v1.HostPathVolumeSource',
    ],
    [
      pod('spec: {terminationGracePeriodSeconds: 1.5}'),
      'json: cannot unmarshal number 1.5 into Go struct field PodSpec.spec.terminationGracePeriodSeconds of type int64',
    ],
    [
      pod('spec: {containers: [{ports: [{containerPort: 99999999999}]}]}'),
      'json: cannot unmarshal number 99999999999 into Go struct field ContainerPort.spec.containers.ports.containerPort of type int32',
    ],
    [
      pod('spec: {containers: [{resources: {limits: [cpu]}}]}'),
      'json: cannot unmarshal array into Go struct field ResourceRequirements.spec.containers.resources.limits of type v1.ResourceList',
    ],
    [
      pod('spec: {containers: [{resources: {limits: {cpu: 1 core}}}]}'),
      "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
    ],
    [pod('spec: {containers: [{resources: {limits: {memory: 1ki}}}]}'), "unable to parse quantity's suffix"],
    [
      pod('metadata: {labels: {a: 1}}'),
      'json: cannot unmarshal number into Go struct field ObjectMeta.metadata.labels of type string',
    ],
    [
      pod('metadata: {creationTimestamp: yesterday}'),
      'parsing time "yesterday" as "2006-01-02T15:04:05Z07:00": cannot parse "yesterday" as "2006"',
    ],
    [
      pod('metadata: {creationTimestamp: "2026-13-01T00:00:00Z"}'),
      'parsing time "2026-13-01T00:00:00Z": month out of range',
    ],
    [
      pod('metadata: {creationTimestamp: "2026-02-30T00:00:00Z"}'),
      'parsing time "2026-02-30T00:00:00Z": day out of range',
    ],
    [
      pod('metadata: {creationTimestamp: "2026-02-01T00:00:00Z!"}'),
      'parsing time "2026-02-01T00:00:00Z!": extra text: "!"',
    ],
    [pod('spec: {b: 1, a: 2}, Metadata: {}'), strict('Metadata', 'spec.a', 'spec.b')],
    [pod('status: {fase: x}'), strict('status.fase')],
    // The first value that can't be read hides the rest, keys going by the alphabet.
    [
      pod('spec: {x: 1, hostPID: 1, hostIPC: 1}'),
      'json: cannot unmarshal number into Go struct field PodSpec.spec.hostIPC of type bool',
    ],
  ])('%s', (yaml, message) => {
    const verdict = judged(yaml)
    expect(verdict.status).toBe(400)
    expect(verdict.message).toBe(`Pod in version "v1" cannot be handled as a Pod: ${message}`)
    expect(verdict.diagnostics[0]).toMatchObject({ source: 'decode', level: 'error' })
  })

  it.each([
    ['YQ', 'illegal base64 data at input byte 0'],
    ['YQ=', 'illegal base64 data at input byte 3'],
    ['YQ==', null],
    ['YW Jj', 'illegal base64 data at input byte 2'],
    ['"YWJj\\n"', null],
    ['YWJjZ', 'illegal base64 data at input byte 4'],
    ['=aaa', 'illegal base64 data at input byte 0'],
    ['YQ==YQ==', 'illegal base64 data at input byte 4'],
  ])('the secret %s', (text, fault) => {
    const { message } = judged(`{apiVersion: v1, kind: Secret, metadata: {name: s}, data: {k: ${text}}}`)
    expect(message).toBe(
      fault === null ? '' : `Secret in version "v1" cannot be handled as a Secret: ${fault}`,
    )
  })
})

describe('what stands for nothing', () => {
  it('null is no value, in a list the zero value; the status is read and dropped', () => {
    const document = read(
      pod(
        'spec: {containers: [null, {name: a, env: null, args: [null]}], nodeSelector: {a: null}}, status: {phase: Running}',
      ),
    ).documents[0]
    if (!isObject(document)) throw new Error('no document')
    expect(decode(document, 'Pod')).toEqual({
      object: {
        apiVersion: 'v1',
        kind: 'Pod',
        spec: { containers: [{}, { name: 'a', args: [''] }], nodeSelector: { a: '' } },
      },
    })
  })
})

it('no mapping has no kind to find', () => {
  expect(judged('[]')).toMatchObject({
    accepted: false,
    status: 400,
    message: expect.stringMatching(/^couldn't get version\/kind; .* cannot unmarshal array into Go value/),
  })
})

describe('kinds', () => {
  it.each([
    ['{kind: Pod}', "Object 'apiVersion' is missing"],
    ['{apiVersion: v1}', "Object 'Kind' is missing"],
    ['{apiVersion: v1, kind: pod}', 'no matches for kind "pod" in version "v1"'],
    [
      '{apiVersion: extensions/v1beta1, kind: Deployment}',
      'no matches for kind "Deployment" in version "extensions/v1beta1"',
    ],
    ['{apiVersion: app/v1, kind: Deployment}', 'no matches for kind "Deployment" in version "app/v1"'],
    ['{apiVersion: 1, kind: Service}', 'no matches for kind "Service" in version "1"'],
    ['{apiVersion: example.com/v1, kind: Widget, spec: {any: thing}}', ''],
    ['{apiVersion: v1, kind: Node, metadata: {name: n}}', ''],
  ])('%s', (yaml, message) => {
    expect(judged(yaml)).toMatchObject({ accepted: message === '', message })
  })
})
