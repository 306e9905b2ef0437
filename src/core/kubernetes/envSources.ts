import type { Json } from './json'
import { envName } from './names'
import { field, textOf } from './shape'
import type { SourceField } from './sourceFields'
import { itemPath } from './values'

/** Where an environment variable's value comes from. */
export type EnvSourceId =
  'literal' | 'fieldRef' | 'resourceFieldRef' | 'configMapKeyRef' | 'secretKeyRef' | 'fileKeyRef'

/** The concept a source is drawn as on the canvas. */
export type EnvConcept = 'env' | 'downward' | 'configmap' | 'secret' | 'volume'

/** A row of ENV_SOURCES. */
export interface EnvSource {
  readonly id: EnvSourceId
  readonly label: string
  readonly help: string
  readonly concept: EnvConcept
  /** A new value of that source: what stands under `value` (literal) or under `valueFrom.<id>`. */
  readonly blank: () => Json
  readonly fields: readonly SourceField[]
  /** Takes the source's value; gives what it points at in a few words, e.g. `app-config / level`. */
  readonly describe: (value: Json) => string
}

const OPTIONAL: SourceField = {
  path: ['optional'],
  label: 'Optional',
  help: 'Start the container even if it is missing; the variable is then not set.',
  required: false,
  control: 'switch',
}

function words(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' / ')
}

/** All sources an environment variable can have, in the order a form offers them. */
export const ENV_SOURCES: readonly EnvSource[] = [
  {
    id: 'literal',
    label: 'Text',
    help: 'The value as written here. $(NAME) puts in a variable defined before it.',
    concept: 'env',
    blank: () => '',
    fields: [
      {
        path: [],
        label: 'Value',
        help: 'Always text: numbers and true/false are quoted in YAML.',
        required: false,
        control: 'text',
        check: null,
        example: 'production',
      },
    ],
    describe: textOf,
  },
  {
    id: 'fieldRef',
    label: 'Pod field',
    help: 'A fact about the pod itself: its name, IP, node, a label (downward API).',
    concept: 'downward',
    blank: () => ({ fieldPath: 'metadata.name' }),
    fields: [
      {
        path: ['fieldPath'],
        label: 'Field',
        help: 'Which field of the pod the variable gets. Read once, when the container starts.',
        required: true,
        control: 'fieldPath',
        use: 'env',
      },
    ],
    describe: (value) => textOf(field(value, 'fieldPath')),
  },
  {
    id: 'resourceFieldRef',
    label: 'Container resource',
    help: "A container's own request or limit for CPU, memory or storage (downward API).",
    concept: 'downward',
    blank: () => ({ resource: 'limits.cpu' }),
    fields: [
      {
        path: ['containerName'],
        label: 'Container',
        help: 'Whose resource. Left out: this container.',
        required: false,
        control: 'text',
        check: null,
        example: 'app',
        names: 'container',
      },
      {
        path: ['resource'],
        label: 'Resource',
        help: "Which request or limit. Without a limit the variable gets the node's capacity.",
        required: true,
        control: 'resource',
      },
      {
        path: ['divisor'],
        label: 'Divisor',
        help: 'The unit of the number: 1m for millicores, 1Mi for mebibytes. Left out: 1, rounded up.',
        required: false,
        control: 'quantity',
        example: '1Mi',
      },
    ],
    describe: (value) => words(textOf(field(value, 'containerName')), textOf(field(value, 'resource'))),
  },
  {
    id: 'configMapKeyRef',
    label: 'ConfigMap key',
    help: 'One key of a ConfigMap.',
    concept: 'configmap',
    blank: () => ({ name: '', key: '' }),
    fields: [
      {
        path: ['name'],
        label: 'ConfigMap',
        help: "The ConfigMap's name; it must be in the pod's namespace.",
        required: true,
        control: 'text',
        check: null,
        example: 'app-config',
        names: 'ConfigMap',
      },
      {
        path: ['key'],
        label: 'Key',
        help: 'Which key of it.',
        required: true,
        control: 'key',
        of: ['name'],
        names: 'ConfigMap',
      },
      OPTIONAL,
    ],
    describe: (value) => words(textOf(field(value, 'name')), textOf(field(value, 'key'))),
  },
  {
    id: 'secretKeyRef',
    label: 'Secret key',
    help: 'One key of a Secret.',
    concept: 'secret',
    blank: () => ({ name: '', key: '' }),
    fields: [
      {
        path: ['name'],
        label: 'Secret',
        help: "The Secret's name; it must be in the pod's namespace.",
        required: true,
        control: 'text',
        check: null,
        example: 'app-secret',
        names: 'Secret',
      },
      {
        path: ['key'],
        label: 'Key',
        help: 'Which key of it.',
        required: true,
        control: 'key',
        of: ['name'],
        names: 'Secret',
      },
      OPTIONAL,
    ],
    describe: (value) => words(textOf(field(value, 'name')), textOf(field(value, 'key'))),
  },
  {
    id: 'fileKeyRef',
    label: 'Key in a file',
    help: "One KEY='value' line of a file that an init container wrote into an emptyDir volume (Kubernetes 1.35).",
    concept: 'volume',
    blank: () => ({ volumeName: '', path: '', key: '' }),
    fields: [
      {
        path: ['volumeName'],
        label: 'Volume',
        help: 'An emptyDir volume of this pod. This container need not mount it.',
        required: true,
        control: 'text',
        check: null,
        example: 'config',
        names: 'volume',
      },
      {
        path: ['path'],
        label: 'File',
        help: 'The file in the volume, as a relative path.',
        required: true,
        control: 'text',
        check: itemPath,
        example: 'app.env',
      },
      {
        path: ['key'],
        label: 'Key',
        help: 'The name before the = sign in that file.',
        required: true,
        control: 'text',
        check: envName,
        example: 'TOKEN',
      },
      OPTIONAL,
    ],
    describe: (value) =>
      words(textOf(field(value, 'volumeName')), textOf(field(value, 'path')), textOf(field(value, 'key'))),
  },
]

/** Where a whole set of variables comes from: a row of ENV_FROM_SOURCES. */
export interface EnvFromSource {
  readonly id: 'configMapRef' | 'secretRef'
  readonly label: string
  readonly help: string
  readonly concept: 'configmap' | 'secret'
  readonly names: 'ConfigMap' | 'Secret'
}

/** Both sources an envFrom entry can have. */
export const ENV_FROM_SOURCES: readonly EnvFromSource[] = [
  {
    id: 'configMapRef',
    label: 'ConfigMap',
    help: 'Every key of a ConfigMap becomes a variable.',
    concept: 'configmap',
    names: 'ConfigMap',
  },
  {
    id: 'secretRef',
    label: 'Secret',
    help: 'Every key of a Secret becomes a variable.',
    concept: 'secret',
    names: 'Secret',
  },
]
