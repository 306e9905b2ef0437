import type { JsonObject } from './json'
import type { Check } from './names'
import type { Named, SourceField } from './sourceFields'
import { hostPathPath, itemPath, tokenSeconds } from './values'

/** The concept a volume is drawn as on the canvas. */
export type VolumeConcept = 'volume' | 'configmap' | 'secret' | 'claim' | 'downward'

/** A row of VOLUME_SOURCES. */
export interface VolumeSource {
  /** The key under which the source is written in the volume. */
  readonly id: string
  readonly label: string
  readonly help: string
  readonly concept: VolumeConcept
  /** The name proposed for a new volume of that source. */
  readonly name: string
  /** A new value of that source. */
  readonly blank: () => JsonObject
  readonly fields: readonly SourceField[]
}

/** A row of PROJECTED_SOURCES. */
export interface ProjectedSource {
  readonly id: string
  readonly label: string
  readonly help: string
  readonly concept: VolumeConcept
  readonly blank: () => JsonObject
  readonly fields: readonly SourceField[]
}

function text(
  path: string,
  label: string,
  help: string,
  required: boolean,
  example: string,
  check: Check | null = null,
  names?: Named,
): SourceField {
  const base = { path: [path], label, help, required, control: 'text', check, example } as const
  return names === undefined ? base : { ...base, names }
}

function items(names: 'ConfigMap' | 'Secret'): SourceField {
  return {
    path: ['items'],
    label: 'Items',
    help: `Which keys of the ${names} become which files. None listed: every key becomes a file of its name.`,
    required: false,
    control: 'keyItems',
    names,
  }
}

const DEFAULT_MODE: SourceField = {
  path: ['defaultMode'],
  label: 'File mode',
  help: 'Permission bits of the files, in octal. Left out: 0644.',
  required: false,
  control: 'mode',
}

const DOWNWARD_ITEMS: SourceField = {
  path: ['items'],
  label: 'Files',
  help: 'Each file holds one field of the pod or one resource of a container.',
  required: false,
  control: 'downwardItems',
}

function optional(what: string): SourceField {
  return {
    path: ['optional'],
    label: 'Optional',
    help: `Start the pod even if the ${what} is missing; the volume is then empty.`,
    required: false,
    control: 'switch',
  }
}

const CONFIG_MAP_NAME = 'app-config'
const SECRET_NAME = 'app-secret'

/** The volume sources Podwright edits by form. Any other source is shown by its key and kept as it is. */
export const VOLUME_SOURCES: readonly VolumeSource[] = [
  {
    id: 'emptyDir',
    label: 'Empty directory',
    help: 'A scratch directory that lives as long as the pod. The usual way for containers of a pod to share files.',
    concept: 'volume',
    name: 'data',
    blank: () => ({}),
    fields: [
      {
        path: ['medium'],
        label: 'Medium',
        help: 'Where the files are kept.',
        required: false,
        control: 'choice',
        choices: [
          { value: '', label: 'Node disk', help: "The node's own storage." },
          {
            value: 'Memory',
            label: 'Memory',
            help: 'A RAM disk: fast, and counted as memory of the containers.',
          },
          { value: 'HugePages', label: 'Huge pages', help: 'Huge pages of the size the pod asks for.' },
        ],
      },
      {
        path: ['sizeLimit'],
        label: 'Size limit',
        help: 'The pod is evicted when the files grow beyond it.',
        required: false,
        control: 'quantity',
        example: '500Mi',
      },
    ],
  },
  {
    id: 'configMap',
    label: 'ConfigMap',
    help: 'The keys of a ConfigMap as files.',
    concept: 'configmap',
    name: 'config',
    blank: () => ({ name: '' }),
    fields: [
      text(
        'name',
        'ConfigMap',
        "The ConfigMap's name; it must be in the pod's namespace.",
        true,
        CONFIG_MAP_NAME,
        null,
        'ConfigMap',
      ),
      items('ConfigMap'),
      DEFAULT_MODE,
      optional('ConfigMap'),
    ],
  },
  {
    id: 'secret',
    label: 'Secret',
    help: 'The keys of a Secret as files, kept in memory.',
    concept: 'secret',
    name: 'secret',
    blank: () => ({ secretName: '' }),
    fields: [
      text(
        'secretName',
        'Secret',
        "The Secret's name; it must be in the pod's namespace.",
        true,
        SECRET_NAME,
        null,
        'Secret',
      ),
      items('Secret'),
      DEFAULT_MODE,
      optional('Secret'),
    ],
  },
  {
    id: 'persistentVolumeClaim',
    label: 'Persistent volume claim',
    help: 'Storage that outlives the pod, asked for by a claim.',
    concept: 'claim',
    name: 'storage',
    blank: () => ({ claimName: '' }),
    fields: [
      text(
        'claimName',
        'Claim',
        "The claim's name; it must be in the pod's namespace.",
        true,
        'data',
        null,
        'PersistentVolumeClaim',
      ),
      {
        path: ['readOnly'],
        label: 'Read only',
        help: 'Attach the storage read-only for the whole pod.',
        required: false,
        control: 'switch',
      },
    ],
  },
  {
    id: 'hostPath',
    label: 'Host path',
    help: 'A file or directory of the node itself. Pods on other nodes see other files, and it opens the node to the pod.',
    concept: 'volume',
    name: 'host',
    blank: () => ({ path: '' }),
    fields: [
      text('path', 'Path', 'The path on the node.', true, '/var/log', hostPathPath),
      {
        path: ['type'],
        label: 'Type',
        help: 'What must be there before the pod starts.',
        required: false,
        control: 'choice',
        choices: [
          { value: '', label: 'No check', help: 'Nothing is checked.' },
          { value: 'DirectoryOrCreate', label: 'Directory, made if missing', help: 'Made with mode 0755.' },
          { value: 'Directory', label: 'Directory', help: 'A directory must exist.' },
          {
            value: 'FileOrCreate',
            label: 'File, made if missing',
            help: 'Made with mode 0644; its directory must exist.',
          },
          { value: 'File', label: 'File', help: 'A file must exist.' },
          { value: 'Socket', label: 'Socket', help: 'A UNIX socket must exist.' },
          { value: 'CharDevice', label: 'Character device', help: 'A character device must exist.' },
          { value: 'BlockDevice', label: 'Block device', help: 'A block device must exist.' },
        ],
      },
    ],
  },
  {
    id: 'downwardAPI',
    label: 'Downward API',
    help: 'Facts about the pod itself as files: its name, labels, resources.',
    concept: 'downward',
    name: 'podinfo',
    blank: () => ({ items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] }),
    fields: [DOWNWARD_ITEMS, DEFAULT_MODE],
  },
  {
    id: 'projected',
    label: 'Projected',
    help: 'Several sources in one directory: ConfigMaps, Secrets, the downward API, a service account token.',
    concept: 'volume',
    name: 'projected',
    blank: () => ({ sources: [] }),
    fields: [
      {
        path: ['sources'],
        label: 'Sources',
        help: 'What is put together in the directory.',
        required: false,
        control: 'projectedSources',
      },
      DEFAULT_MODE,
    ],
  },
]

/** The sources of a projected volume that Podwright edits by form; others (clusterTrustBundle, podCertificate) are shown and kept. */
export const PROJECTED_SOURCES: readonly ProjectedSource[] = [
  {
    id: 'configMap',
    label: 'ConfigMap',
    help: 'The keys of a ConfigMap as files.',
    concept: 'configmap',
    blank: () => ({ name: '' }),
    fields: [
      text('name', 'ConfigMap', "The ConfigMap's name.", true, CONFIG_MAP_NAME, null, 'ConfigMap'),
      items('ConfigMap'),
      optional('ConfigMap'),
    ],
  },
  {
    id: 'secret',
    label: 'Secret',
    help: 'The keys of a Secret as files.',
    concept: 'secret',
    blank: () => ({ name: '' }),
    fields: [
      // `name` here, `secretName` in a secret volume: the API is not consistent.
      text('name', 'Secret', "The Secret's name.", true, SECRET_NAME, null, 'Secret'),
      items('Secret'),
      optional('Secret'),
    ],
  },
  {
    id: 'downwardAPI',
    label: 'Downward API',
    help: 'Facts about the pod itself as files.',
    concept: 'downward',
    blank: () => ({ items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] }),
    fields: [DOWNWARD_ITEMS],
  },
  {
    id: 'serviceAccountToken',
    label: 'Service account token',
    help: 'A token of the pod’s service account for one audience, renewed before it expires.',
    concept: 'volume',
    blank: () => ({ path: 'token' }),
    fields: [
      text('path', 'File', 'The file the token is written to.', true, 'token', itemPath),
      text('audience', 'Audience', 'Who the token is for. Left out: the API server.', false, 'vault'),
      {
        path: ['expirationSeconds'],
        label: 'Expires after',
        help: 'Seconds, 600 or more. Left out: 3600.',
        required: false,
        control: 'number',
        check: tokenSeconds,
        example: '3600',
      },
    ],
  },
]
