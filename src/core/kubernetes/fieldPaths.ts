import { labelKey, type Check } from './names'

/** Where the downward API can be read: as an environment variable or as a file in a volume. */
export type FieldPathUse = 'env' | 'volume'

/** A field of the pod that the downward API gives to its containers. */
export interface FieldPath {
  /** The path; for labels and annotations by key the part before the subscript. */
  readonly path: string
  /** Whether one key is picked, as in `metadata.labels['app']`. */
  readonly subscript: boolean
  readonly uses: readonly FieldPathUse[]
  /** What the container gets, in a few words. */
  readonly gives: string
  /** An example of that value. */
  readonly example: string
}

const ENV_ONLY: readonly FieldPathUse[] = ['env']
const VOLUME_ONLY: readonly FieldPathUse[] = ['volume']
const BOTH: readonly FieldPathUse[] = ['env', 'volume']

/** Every path Kubernetes allows (validEnvDownwardAPIFieldPathExpressions and its volume sister), commonest first. */
export const FIELD_PATHS: readonly FieldPath[] = [
  {
    path: 'metadata.name',
    subscript: false,
    uses: BOTH,
    gives: "The pod's name",
    example: 'web-7d4b9c6f5-x2x7k',
  },
  {
    path: 'metadata.namespace',
    subscript: false,
    uses: BOTH,
    gives: "The pod's namespace",
    example: 'default',
  },
  {
    path: 'metadata.uid',
    subscript: false,
    uses: BOTH,
    gives: "The pod's unique id",
    example: '5f0c7a52-3d1e-4a8e-9a35-0d8b7a3d2c11',
  },
  { path: 'metadata.labels', subscript: true, uses: BOTH, gives: "One label's value", example: 'web' },
  {
    path: 'metadata.annotations',
    subscript: true,
    uses: BOTH,
    gives: "One annotation's value",
    example: 'team-a',
  },
  {
    path: 'metadata.labels',
    subscript: false,
    uses: VOLUME_ONLY,
    gives: 'All labels, one key="value" a line, kept up to date',
    example: 'app="web"',
  },
  {
    path: 'metadata.annotations',
    subscript: false,
    uses: VOLUME_ONLY,
    gives: 'All annotations, one key="value" a line, kept up to date',
    example: 'example.com/owner="team-a"',
  },
  {
    path: 'spec.nodeName',
    subscript: false,
    uses: ENV_ONLY,
    gives: 'The node the pod runs on',
    example: 'node-1',
  },
  {
    path: 'spec.serviceAccountName',
    subscript: false,
    uses: ENV_ONLY,
    gives: 'The service account the pod runs as',
    example: 'default',
  },
  {
    path: 'status.podIP',
    subscript: false,
    uses: ENV_ONLY,
    gives: "The pod's IP address",
    example: '10.244.1.17',
  },
  {
    path: 'status.podIPs',
    subscript: false,
    uses: ENV_ONLY,
    gives: "The pod's IP addresses, separated by commas",
    example: '10.244.1.17,fd00::11',
  },
  {
    path: 'status.hostIP',
    subscript: false,
    uses: ENV_ONLY,
    gives: "The node's IP address",
    example: '192.0.2.10',
  },
  {
    path: 'status.hostIPs',
    subscript: false,
    uses: ENV_ONLY,
    gives: "The node's IP addresses, separated by commas",
    example: '192.0.2.10,2001:db8::10',
  },
]

/**
 * Labels the server can convert (ConvertDownwardAPIFieldLabel) before it asks what the place supports;
 * `spec.host` is the old name of `spec.nodeName`.
 */
const CONVERTIBLE: ReadonlySet<string> = new Set([
  ...FIELD_PATHS.map((row) => row.path),
  'spec.host',
  'spec.restartPolicy',
  'spec.schedulerName',
  'status.phase',
])

/** Takes a fieldPath; gives its parts where it ends in a subscript `['…']`, else null. */
export function splitSubscript(text: string): { path: string; key: string } | null {
  const open = text.indexOf("['")
  if (!text.endsWith("']") || open <= 0 || open + 2 > text.length - 2) return null
  return { path: text.slice(0, open), key: text.slice(open + 2, -2) }
}

/** Takes a path and a key; gives `metadata.labels['key']`. */
export function withSubscript(path: string, key: string): string {
  return `${path}['${key}']`
}

/** Takes a fieldPath; gives its row of FIELD_PATHS, or null where Kubernetes knows no such path. */
export function fieldPathRow(text: string): FieldPath | null {
  const split = splitSubscript(text)
  const path = split?.path ?? (text === 'spec.host' ? 'spec.nodeName' : text)
  return FIELD_PATHS.find((row) => row.path === path && row.subscript === (split !== null)) ?? null
}

/** Takes a fieldPath and where it is used; gives null where the server takes it, else what it would say. */
export function fieldPathCheck(use: FieldPathUse): Check {
  return (text) => {
    const split = splitSubscript(text)
    if (split !== null) {
      if (fieldPathRow(text) === null) {
        return `error converting fieldPath: field label does not support subscript: ${text}`
      }
      // The server lower-cases an annotation's key before it checks it; that changes no verdict but of the prefix.
      return labelKey(split.path === 'metadata.annotations' ? split.key.toLowerCase() : split.key)
    }
    if (!CONVERTIBLE.has(text)) return `error converting fieldPath: field label not supported: ${text}`
    if (fieldPathRow(text)?.uses.includes(use) === true) return null
    return `supported values: ${supported(use)}`
  }
}

/** Takes a fieldPath and where it is used; says whether the server takes it. */
export function isFieldPathAllowed(text: string, use: FieldPathUse): boolean {
  return fieldPathCheck(use)(text) === null
}

function supported(use: FieldPathUse): string {
  return FIELD_PATHS.filter((row) => !row.subscript && row.uses.includes(use))
    .map((row) => `"${row.path}"`)
    .sort()
    .join(', ')
}
