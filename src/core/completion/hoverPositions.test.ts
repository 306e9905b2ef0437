import { describe, expect, it } from 'vitest'
import { container, foreignPod, list, placeOf, pod, service } from '../../golden/markedTexts'
import { documentation } from '../kubernetes/schema/documentation'
import { cardOf, hoverAt } from './hover'

/* What is said of places in a text: the `|`. */

interface Told {
  readonly what: string
  readonly text: string
  /** The field that is told of, as `Type.field`, and words of what is said; null where nothing is. */
  readonly of: string | null
  readonly says?: string
}

const TOLD_IN_WHOLE_TEXTS: readonly Told[] = [
  { what: 'a kind', text: 'apiVersion: v1\nki|nd: Pod\n', of: 'Pod.kind', says: 'REST resource' },
  {
    what: 'a spec',
    text: pod('  hostname: a\n').replace('spec', 'sp|ec'),
    of: 'Pod.spec',
    says: 'desired behavior',
  },
  { what: 'a list', text: pod('  contai|ners: []\n'), of: 'PodSpec.containers', says: 'List of containers' },
  { what: 'a text', text: container('      image|: nginx\n'), of: 'Container.image', says: 'image name' },
  { what: 'a value', text: container('      image: ngi|nx\n'), of: 'Container.image', says: 'image name' },
  {
    what: 'a value of an enum',
    text: container('      imagePullPolicy: Nev|er\n'),
    of: 'Container.imagePullPolicy',
    says: 'never pulls an image',
  },
  {
    what: 'a value in quotes',
    text: container('      imagePullPolicy: "Nev|er"\n'),
    of: 'Container.imagePullPolicy',
    says: 'never pulls an image',
  },
  {
    what: 'a key in braces',
    text: container('      ports: [{contai|nerPort: 80}]\n'),
    of: 'ContainerPort.containerPort',
    says: 'port to expose',
  },
  {
    what: 'a resource',
    text: container('      resources: {limits: {mem|ory: 1Gi}}\n'),
    of: 'ResourceRequirements.limits',
    says: 'maximum amount',
  },
  {
    what: 'a label of a selector',
    text: service('  selector: {ap|p: web}\n'),
    of: 'ServiceSpec.selector',
    says: 'Route service traffic',
  },
  {
    what: 'an object in a List',
    text: list('    spec: {restart|Policy: Never}\n'),
    of: 'PodSpec.restartPolicy',
    says: 'Restart policy for all containers',
  },
  {
    what: 'the metadata of a Pod of another group',
    text: foreignPod('metadata: {na|me: a}\n'),
    of: 'ObjectMeta.name',
    says: 'unique within a namespace',
  },
  { what: 'the spec of a Pod of another group', text: foreignPod('sp|ec: {containers: []}\n'), of: null },
  {
    what: 'what is in the spec of a Pod of another group',
    text: foreignPod('spec: {contai|ners: []}\n'),
    of: null,
  },
  { what: 'a field that does not exist', text: pod('  nons|ense: 1\n'), of: null },
]

const TOLD_IN_HALF_TYPED_TEXTS: readonly Told[] = [
  { what: 'half a key', text: container('      ima|\n'), of: null },
  {
    what: 'a key above half a key',
    text: container('      ima|ge: x\n      liv\n'),
    of: 'Container.image',
    says: 'image name',
  },
  {
    what: 'a key below half a key',
    text: container('      liv\n      ima|ge: x\n'),
    of: 'Container.image',
    says: 'image name',
  },
  {
    what: 'a whole key without its colon',
    text: container('      image: x\n      tt|y\n'),
    of: 'Container.tty',
    says: 'TTY',
  },
  {
    what: 'a key with nothing behind its colon',
    text: container('      liveness|Probe:\n      image: x\n'),
    of: 'Container.livenessProbe',
    says: 'liveness',
  },
  {
    what: 'half a value',
    text: container('      imagePullPolicy: Ne|v\n'),
    of: 'Container.imagePullPolicy',
    says: 'one of Always, IfNotPresent, Never',
  },
  {
    what: 'a value whose quote is not closed',
    text: container('      imagePullPolicy: "Nev|er\n      image: x\n'),
    of: 'Container.imagePullPolicy',
    says: 'never pulls an image',
  },
  {
    what: 'a key below a quote that is not closed',
    text: container('      image: "x\n      t|ty: true\n'),
    of: 'Container.tty',
    says: 'TTY',
  },
  {
    what: 'a key in brackets that are not closed',
    text: container('      ports: [{host|Port: 80\n      image: x\n'),
    of: 'ContainerPort.hostPort',
    says: 'port to expose on the host',
  },
  {
    what: 'a key below brackets that are not closed',
    text: container('      ports: [{hostPort: 80\n      ima|ge: x\n'),
    of: 'Container.image',
    says: 'image name',
  },
  {
    what: 'a key beside a dash alone',
    text: pod('  containers:\n    -\n  restart|Policy: Never\n'),
    of: 'PodSpec.restartPolicy',
    says: 'Restart policy',
  },
  {
    what: 'a list of a dash alone',
    text: pod('  contai|ners:\n    -\n'),
    of: 'PodSpec.containers',
    says: 'List of containers',
  },
  {
    what: 'a key that is too shallow',
    text: container('     ima|ge: x\n'),
    of: 'Container.image',
    says: 'image name',
  },
  { what: 'a key that is too deep, below a text', text: container('        ima|ge: x\n'), of: null },
  {
    what: 'a label of a brace that is not closed',
    text: service('  selector: {ap|p: w\n  ports: []\n'),
    of: 'ServiceSpec.selector',
    says: 'Route service traffic',
  },
  {
    what: 'a key beside half a key in a List',
    text: list('    spec:\n      contai|ners: []\n      vol'),
    of: 'PodSpec.containers',
    says: 'List of containers',
  },
  {
    what: 'a kind that is there before its apiVersion',
    text: 'kind: Service\nspec:\n  ty|pe: N\n',
    of: 'ServiceSpec.type',
    says: 'how the Service is exposed',
  },
  { what: 'half a word in a comment', text: container('      # ima|ge\n'), of: null },
  {
    what: 'a word in a block of text',
    text: container('      args:\n        - >-\n          ima|ge: x\n'),
    of: null,
  },
]

describe.each([
  ['whole', TOLD_IN_WHOLE_TEXTS],
  ['half-typed', TOLD_IN_HALF_TYPED_TEXTS],
])('what is said in a %s text', (_sort, rows) => {
  it.each(rows)('$what', async ({ text: marked, of, says = '' }) => {
    const { text, offset } = placeOf(marked)
    const hover = hoverAt(text, offset)
    expect(hover && `${hover.field.owner}.${hover.field.name}`).toBe(of)
    if (hover === null) return
    expect(hover.range.start).toBeLessThanOrEqual(offset)
    expect(hover.range.end).toBeGreaterThanOrEqual(offset)
    const { facts, text: words, values } = cardOf(hover.field, await documentation(), hover.value)
    expect([...facts, words, ...values.map(({ text: meaning }) => meaning)].join('\n')).toContain(says)
  })
})
