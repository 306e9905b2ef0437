import { expect, it } from 'vitest'
import { refusalText } from './refusal'

it.each([
  [
    'Deployment.apps "bad" is invalid: spec.template.metadata.labels: Invalid value: {"a":"c"}: `selector` does not match template `labels`',
    'The Deployment "bad" is invalid: spec.template.metadata.labels: Invalid value: {"a":"c"}: `selector` does not match template `labels`',
  ],
  [
    'Pod "p" is invalid: [spec.containers[0].name: Required value, spec.containers[0].image: Invalid value: "a, b": must not, spec.x: Forbidden: no]',
    'The Pod "p" is invalid: \n* spec.containers[0].name: Required value\n* spec.containers[0].image: Invalid value: "a, b": must not\n* spec.x: Forbidden: no',
  ],
  [
    'Pod in version "v1" cannot be handled as a Pod: strict decoding error: unknown field "spec.foo"',
    'Error from server (BadRequest): error when creating "design.yaml": Pod in version "v1" cannot be handled as a Pod: strict decoding error: unknown field "spec.foo"',
  ],
  [
    'pods "p" is forbidden: error looking up service account default/y: serviceaccount "y" not found',
    'Error from server (Forbidden): error when creating "design.yaml": pods "p" is forbidden: error looking up service account default/y: serviceaccount "y" not found',
  ],
  [
    'no matches for kind "Widget" in version "example.com/v1"',
    'error: resource mapping not found for name: "wi" namespace: "" from "design.yaml": no matches for kind "Widget" in version "example.com/v1"\nensure CRDs are installed first',
  ],
  ['the simulation has no Foo', 'error: the simulation has no Foo'],
  ['error: as it is', 'error: as it is'],
])('%s', (words, text) => {
  expect(refusalText(words, 'design.yaml', { name: 'wi', namespace: '' })).toBe(text)
})
