import { describe, expect, it } from 'vitest'
import { container, foreignPod, HEAD, list, placeOf, pod, service } from '../../golden/markedTexts'
import { complete } from './complete'

/* What is offered at places in a text: the `|`. */

function labelsAt(marked: string): string[] {
  const { text, offset } = placeOf(marked)
  return complete(text, offset)?.candidates.map(({ label }) => label) ?? []
}

interface Offered {
  readonly what: string
  readonly text: string
  /** The labels that come first; none where nothing is offered. */
  readonly first: readonly string[]
  readonly never?: readonly string[]
  /** Whether these are all. */
  readonly all?: true
}

const OFFERED_IN_WHOLE_TEXTS: readonly Offered[] = [
  {
    what: 'below a spec',
    text: pod('  |'),
    first: ['containers', 'volumes'],
    never: ['image', 'apiVersion'],
  },
  { what: 'a container', text: container('      |'), first: ['image', 'command'], never: ['name'] },
  {
    what: 'an enum',
    text: container('      imagePullPolicy: |'),
    first: ['Always', 'IfNotPresent', 'Never'],
    all: true,
  },
  {
    what: 'in the middle of a key',
    text: container('      ima|ge: x\n'),
    first: ['image', 'command'],
    never: ['name'],
  },
  {
    what: 'the value of a key in quotes',
    text: container('      "imagePullPolicy": N|\n'),
    first: ['Always', 'IfNotPresent', 'Never'],
    all: true,
  },
  {
    what: 'a Service’s selector in braces',
    text: service('  selector: {|}'),
    first: ['app: web', 'tier: front'],
    all: true,
  },
  {
    what: 'a label’s value in braces',
    text: service('  selector: {app: |}'),
    first: ['web'],
    all: true,
  },
  {
    what: 'a label’s value on its line',
    text: service('  selector:\n    tier: |'),
    first: ['front'],
    all: true,
  },
  { what: 'the value of a label nobody has', text: service('  selector:\n    zone: |'), first: [] },
  {
    what: 'the values that a requirement asks for',
    text: pod(
      '  affinity:\n    podAffinity:\n      preferredDuringSchedulingIgnoredDuringExecution:\n        - podAffinityTerm:\n            labelSelector:\n              matchExpressions:\n                - key: app\n                  operator: In\n                  values: [|]\n',
    ).replace('spec:', 'metadata: {labels: {app: web, tier: front}}\nspec:'),
    first: ['web'],
    all: true,
  },
  { what: 'a List', text: 'apiVersion: v1\nkind: List\n|', first: ['metadata', 'items'], all: true },
  {
    what: 'an object in a List',
    text: list('    |'),
    first: ['spec'],
    never: ['kind', 'items', 'data'],
    all: true,
  },
  {
    what: 'the spec of an object in a List',
    text: list('    spec:\n      |'),
    first: ['containers', 'volumes'],
    never: ['metadata'],
  },
  {
    what: 'a name from elsewhere in a List',
    text: list('    spec: {containers: [{envFrom: [{configMapRef: {name: |}}]}]}\n'),
    first: ['settings'],
    all: true,
  },
  {
    what: 'a label from elsewhere in a List',
    text: list('  - {apiVersion: v1, kind: Service, spec: {selector: {|}}}'),
    first: ['app: web'],
    all: true,
  },
  {
    what: 'the kind of an object in a List',
    text: 'kind: List\nitems:\n  - kind: |',
    first: ['Pod', 'Deployment'],
  },
  {
    what: 'a kind nobody knows',
    text: 'apiVersion: example.com/v1\nkind: Foo\n|',
    first: ['metadata'],
    all: true,
  },
  { what: 'a Pod of another group', text: foreignPod('|'), first: ['metadata'], all: true },
  { what: 'the spec of a Pod of another group', text: foreignPod('spec:\n  |'), first: [] },
  {
    what: 'the metadata of a Pod of another group',
    text: foreignPod('metadata:\n  |'),
    first: ['name', 'generateName', 'namespace', 'labels'],
    never: ['containers'],
  },
]

const OFFERED_IN_HALF_TYPED_TEXTS: readonly Offered[] = [
  {
    what: 'half a key at the end',
    text: container('      liv|'),
    first: ['image', 'command'],
    never: ['name'],
  },
  {
    what: 'half a key before others',
    text: container('      liv|\n      image: x\n'),
    first: ['command', 'args'],
    never: ['name', 'image'],
  },
  {
    what: 'half a key of half a root',
    text: 'ap|',
    first: ['apiVersion', 'kind', 'metadata', 'spec'],
    all: true,
  },
  {
    what: 'a dash alone',
    text: pod('  containers:\n    - |'),
    first: ['name', 'image'],
    never: ['containers'],
  },
  {
    what: 'a dash alone, before other keys',
    text: pod('  containers:\n    - |\n  restartPolicy: Never\n'),
    first: ['name', 'image'],
    never: ['volumes'],
  },
  { what: 'a dash alone, for a text', text: container('      command:\n        - |'), first: [] },
  { what: 'a colon with nothing', text: container('      livenessProbe:|'), first: [] },
  {
    what: 'a colon with nothing, on the line below',
    text: container('      livenessProbe:\n        |\n      image: x\n'),
    first: ['exec', 'httpGet'],
    never: ['image', 'command'],
  },
  {
    what: 'a colon with nothing, before other keys',
    text: container('      imagePullPolicy: |\n      image: x\n'),
    first: ['Always', 'IfNotPresent', 'Never'],
    all: true,
  },
  {
    what: 'a quote that is not closed',
    text: container('      imagePullPolicy: "Al|\n      image: x\n'),
    first: ['Always', 'IfNotPresent', 'Never'],
    all: true,
  },
  {
    what: 'a single quote that is not closed',
    text: pod("  restartPolicy: 'On|\n  hostNetwork: true\n"),
    first: ['Always', 'Never', 'OnFailure'],
    all: true,
  },
  { what: 'a key whose quote is not closed', text: container('      "ima|\n'), first: ['image', 'command'] },
  {
    what: 'brackets that are not closed',
    text: container('      ports: [{name: http, pro|\n      image: x\n'),
    first: ['containerPort', 'hostPort', 'protocol'],
    never: ['name', 'image'],
  },
  {
    what: 'a value in brackets that are not closed',
    text: container('      ports: [{protocol: U|\n      image: x\n'),
    first: ['SCTP', 'TCP', 'UDP'],
    all: true,
  },
  {
    what: 'a brace that is not closed',
    text: container('      resources: {li|'),
    first: ['limits', 'requests', 'claims'],
    all: true,
  },
  {
    what: 'half a label’s value in braces',
    text: service('  selector: {app: w|}'),
    first: ['web'],
    all: true,
  },
  {
    what: 'half a label’s value in a brace that is not closed',
    text: service('  selector: {app: w|\n  ports: []\n'),
    first: ['web'],
    all: true,
  },
  { what: 'half a label in braces', text: service('  selector: {ti|}'), first: ['app: web', 'tier: front'] },
  { what: 'too deep, below a text', text: container('        ima|\n'), first: [] },
  {
    what: 'one column too shallow',
    text: container('     ima|\n      image: x\n'),
    first: ['image', 'command'],
    never: ['containers'],
  },
  {
    what: 'one column where others take two',
    text: `${HEAD}spec:\n ho|\n`,
    first: ['containers', 'volumes'],
    never: ['metadata'],
  },
  {
    what: 'half a key of a container in a List',
    text: list('    spec:\n      containers:\n        - name: a\n          ima|'),
    first: ['image', 'command'],
    never: ['name'],
  },
  {
    what: 'a List’s items without a dash',
    text: 'apiVersion: v1\nkind: List\nitems:\n  |',
    first: ['- apiVersion', '- kind', '- metadata', '- spec'],
    all: true,
  },
  {
    what: 'a dash alone in a List',
    text: 'kind: List\nitems:\n  - |',
    first: ['apiVersion', 'kind', 'metadata', 'spec'],
    never: ['items'],
  },
  {
    what: 'half a key of a Pod of another group in a List',
    text: 'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: example.com/v1\n    kind: Pod\n    sp|',
    first: ['metadata'],
    all: true,
  },
  {
    what: 'half an item of a Pod of another group',
    text: foreignPod('spec:\n  containers:\n    - ima|'),
    first: [],
  },
  {
    what: 'half a kind',
    text: 'apiVersion: apps/v1\nkind: St|',
    first: ['Deployment', 'StatefulSet'],
    never: ['Pod'],
  },
  { what: 'half an apiVersion', text: 'apiVersion: ba|\nkind: Job\n', first: ['batch/v1'], all: true },
  {
    what: 'below a bracket that is not closed',
    text: `${HEAD}metadata: [\nspec:\n  containers:\n    - name: web\n      ima|`,
    first: ['image', 'command'],
    never: ['name'],
  },
  {
    what: 'below a quote that is not closed',
    text: `${HEAD}metadata:\n  name: "web\nspec:\n  ho|`,
    first: ['containers', 'volumes'],
    never: ['metadata'],
  },
  { what: 'half a word in a comment', text: container('      # ima|'), first: [] },
  {
    what: 'half a word in a block of text',
    text: container('      args:\n        - >-\n          ima|'),
    first: [],
  },
]

describe.each([
  ['whole', OFFERED_IN_WHOLE_TEXTS],
  ['half-typed', OFFERED_IN_HALF_TYPED_TEXTS],
])('what is offered in a %s text', (_sort, rows) => {
  it.each(rows)('$what', ({ text, first, never = [], all }) => {
    const found = labelsAt(text)
    expect(first.length === 0 || all === true ? found : found.slice(0, first.length)).toEqual(first)
    expect(never.filter((label) => found.includes(label))).toEqual([])
  })
})
