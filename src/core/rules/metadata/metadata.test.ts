import { describe, expect, it } from 'vitest'
import { causesOf, judged } from '../../../golden/judgedPod'

const NAME =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"

describe('metadata', () => {
  const owner = (rest: string): string => `name: w, ownerReferences: [{${rest}}]`
  const good = 'apiVersion: apps/v1, kind: ReplicaSet, name: a, uid: b'
  it.each([
    ['', ['metadata.name: Required value: name or generateName is required']],
    ['generateName: web-', []],
    [
      'name: w, finalizers: [cleanup]',
      [
        'metadata.finalizers[0]: Invalid value: "cleanup": name is neither a standard finalizer name nor is it fully qualified',
      ],
    ],
    [
      'name: w, finalizers: [orphan, foregroundDeletion]',
      [
        'metadata.finalizers: Invalid value: ["orphan","foregroundDeletion"]: finalizer orphan and foregroundDeletion cannot be both set',
      ],
    ],
    ['name: w, annotations: {A.example.com/b: c}', []],
    [
      'name: w, labels: {A.example.com/b: c}',
      [
        "metadata.labels: Invalid value: \"A.example.com/b\": prefix part a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
      ],
    ],
    ['name: w, labels: {"a b": c}', [`metadata.labels: Invalid value: "a b": ${NAME}`]],
    [
      'name: w, generation: -1',
      ['metadata.generation: Invalid value: -1: must be greater than or equal to 0'],
    ],
    [owner(good), []],
    [
      owner('apiVersion: "", kind: "", name: "", uid: ""'),
      [
        'metadata.ownerReferences.apiVersion: Invalid value: "": version must not be empty',
        'metadata.ownerReferences.kind: Invalid value: "": must not be empty',
        'metadata.ownerReferences.name: Invalid value: "": must not be empty',
        'metadata.ownerReferences.uid: Invalid value: "": must not be empty',
      ],
    ],
    [
      `name: w, ownerReferences: [{${good}, controller: true}, {${good}, controller: true}]`,
      [
        'metadata.ownerReferences: Invalid value: [{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"a","uid":"b","controller":true},{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"a","uid":"b","controller":true}]: Only one reference can have Controller set to true. Found "true" in references for a and a',
      ],
    ],
  ])('{%s}', (metadata, want) => {
    expect(causesOf(`{apiVersion: v1, kind: ConfigMap, metadata: {${metadata}}}`)).toEqual(want)
  })

  it('annotations are not large', () => {
    expect(
      causesOf(
        `{apiVersion: v1, kind: ConfigMap, metadata: {name: w, annotations: {a: ${'x'.repeat(262_144)}}}}`,
      ),
    ).toEqual(['metadata.annotations: Too long: may not be more than 262144 bytes'])
  })

  it('several causes of one object are one message', () => {
    expect(judged('{apiVersion: v1, kind: ConfigMap, metadata: {finalizers: [a]}}').message).toBe(
      'ConfigMap "" is invalid: [metadata.name: Required value: name or generateName is required, metadata.finalizers[0]: Invalid value: "a": name is neither a standard finalizer name nor is it fully qualified]',
    )
  })
})
