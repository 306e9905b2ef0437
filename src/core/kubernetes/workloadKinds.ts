import type { Json } from './json'
import { valueAt, type Path } from './path'
import { field, labelsOf, numberOf, textOf, type Labels } from './shape'

/** A kind of object that makes pods, and the way to its pod template. Paths start at the document. */
export interface WorkloadKind {
  readonly kind: string
  readonly apiVersion: string
  /** Where the containers and volumes are. */
  readonly podSpec: Path
  /** Where the pod's labels are: the template's metadata, or a bare Pod's own. */
  readonly podMetadata: Path
  /** The matchLabels the user writes; null where the server makes the selector (Job, CronJob) or there is none (Pod). */
  readonly selector: Path | null
  /** The number of pods the user asks for; null where there is no such field. */
  readonly replicas: Path | null
  readonly help: string
}

const TEMPLATE: Path = ['spec', 'template']
const JOB_TEMPLATE: Path = ['spec', 'jobTemplate', 'spec', 'template']

/** Every workload kind Podwright opens and edits, commonest first. */
export const WORKLOAD_KINDS: readonly WorkloadKind[] = [
  {
    kind: 'Deployment',
    apiVersion: 'apps/v1',
    podSpec: [...TEMPLATE, 'spec'],
    podMetadata: [...TEMPLATE, 'metadata'],
    selector: ['spec', 'selector', 'matchLabels'],
    replicas: ['spec', 'replicas'],
    help: 'Keeps a number of interchangeable pods running and replaces them step by step when the template changes.',
  },
  {
    kind: 'StatefulSet',
    apiVersion: 'apps/v1',
    podSpec: [...TEMPLATE, 'spec'],
    podMetadata: [...TEMPLATE, 'metadata'],
    selector: ['spec', 'selector', 'matchLabels'],
    replicas: ['spec', 'replicas'],
    help: 'Like a Deployment, but each pod keeps its name, its place in the order and its own storage.',
  },
  {
    kind: 'DaemonSet',
    apiVersion: 'apps/v1',
    podSpec: [...TEMPLATE, 'spec'],
    podMetadata: [...TEMPLATE, 'metadata'],
    selector: ['spec', 'selector', 'matchLabels'],
    replicas: null,
    help: 'Runs one pod on every node (or on the nodes you choose): log collectors, node agents.',
  },
  {
    kind: 'ReplicaSet',
    apiVersion: 'apps/v1',
    podSpec: [...TEMPLATE, 'spec'],
    podMetadata: [...TEMPLATE, 'metadata'],
    selector: ['spec', 'selector', 'matchLabels'],
    replicas: ['spec', 'replicas'],
    help: 'Keeps a number of pods running. Usually made by a Deployment; write a Deployment instead.',
  },
  {
    kind: 'Job',
    apiVersion: 'batch/v1',
    podSpec: [...TEMPLATE, 'spec'],
    podMetadata: [...TEMPLATE, 'metadata'],
    selector: null,
    replicas: null,
    help: 'Runs pods until the work has been done the number of times asked for.',
  },
  {
    kind: 'CronJob',
    apiVersion: 'batch/v1',
    podSpec: [...JOB_TEMPLATE, 'spec'],
    podMetadata: [...JOB_TEMPLATE, 'metadata'],
    selector: null,
    replicas: null,
    help: 'Starts a Job at the times of a schedule.',
  },
  {
    kind: 'Pod',
    apiVersion: 'v1',
    podSpec: ['spec'],
    podMetadata: ['metadata'],
    selector: null,
    replicas: null,
    help: 'One pod by itself: nothing replaces it when its node goes away.',
  },
]

/** A workload of the manifest. Paths are absolute. */
export interface Workload {
  readonly row: WorkloadKind
  readonly path: Path
  readonly name: string
  readonly namespace: string
  readonly podSpec: Path
  readonly podMetadata: Path
  /** The pod's own labels: what selectors match. */
  readonly labels: Labels
  /** Where its matchLabels are (whether written or not), or null. */
  readonly selectorPath: Path | null
  readonly selector: Labels
  /** Where its replicas are (whether written or not), or null. */
  readonly replicasPath: Path | null
  /** The replicas written; null where there are none (the server then makes one). */
  readonly replicas: number | null
}

/**
 * Takes an apiVersion; says whether it can be one of Kubernetes' own core groups (`v1`, `apps/v1`, `batch/v1`).
 * Groups of other people's kinds always have a dot (`serving.knative.dev/v1` has a `Service` too); a half-typed
 * apiVersion is given the benefit of the doubt, so a design does not vanish while somebody types.
 */
export function isCoreGroup(apiVersion: string): boolean {
  const slash = apiVersion.indexOf('/')
  return slash < 0 || !apiVersion.slice(0, slash).includes('.')
}

/** Takes a document; gives its row of WORKLOAD_KINDS, or null where it is no workload. */
export function workloadKindOf(document: Json | undefined): WorkloadKind | null {
  if (!isCoreGroup(textOf(field(document, 'apiVersion')))) return null
  const kind = textOf(field(document, 'kind'))
  return WORKLOAD_KINDS.find((row) => row.kind === kind) ?? null
}

/** Takes the documents; gives every workload among them, in document order. */
export function workloadsIn(documents: readonly Json[]): readonly Workload[] {
  return documents.flatMap((document, index) => {
    const row = workloadKindOf(document)
    return row === null ? [] : [workload(document, row, [index])]
  })
}

/** Takes the documents and any path; gives the workload in whose document the path lies, or null. */
export function workloadAt(documents: readonly Json[], path: Path): Workload | null {
  const index = path[0]
  if (typeof index !== 'number') return null
  const document = documents[index]
  const row = workloadKindOf(document)
  return row === null || document === undefined ? null : workload(document, row, [index])
}

function workload(document: Json, row: WorkloadKind, path: Path): Workload {
  const metadata = field(document, 'metadata')
  return {
    row,
    path,
    name: textOf(field(metadata, 'name')),
    namespace: textOf(field(metadata, 'namespace')),
    podSpec: [...path, ...row.podSpec],
    podMetadata: [...path, ...row.podMetadata],
    labels: labelsOf(valueAt(document, [...row.podMetadata, 'labels'])),
    selectorPath: row.selector && [...path, ...row.selector],
    selector: row.selector ? labelsOf(valueAt(document, row.selector)) : {},
    replicasPath: row.replicas && [...path, ...row.replicas],
    replicas: row.replicas ? numberOf(valueAt(document, row.replicas)) : null,
  }
}
