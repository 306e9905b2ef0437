import type { Container, PodSpec } from '../../../kubernetes/schema/types-1.36'
import type { ClusterPod } from '../podStates'

/*
 * The numbers of an Indexed Job's completions (pkg/controller/job/indexed_job_utils.go).
 */

const INDEX = 'batch.kubernetes.io/job-completion-index'

/** Takes indexes as a Job writes them (`0-2,5`); gives them. */
export function indexesIn(text: string | undefined): ReadonlySet<number> {
  return new Set(
    (text ?? '').split(',').flatMap((part) => {
      const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? []
      if (first === undefined) return []
      return Array.from({ length: Number(last) - Number(first) + 1 }, (_none, at) => Number(first) + at)
    }),
  )
}

/** Takes indexes; gives them as a Job writes them: three or more in a row by first and last. */
export function indexesText(indexes: ReadonlySet<number>): string {
  const rows: [number, number][] = []
  for (const index of [...indexes].toSorted((a, b) => a - b)) {
    const row = rows.at(-1)
    if (row !== undefined && row[1] === index - 1) row[1] = index
    else rows.push([index, index])
  }
  return rows
    .map(([first, last]) => (first === last ? `${first}` : `${first}${last - first > 1 ? '-' : ','}${last}`))
    .join(',')
}

/** Takes a pod; gives the index that it completes, or null. */
export function indexOf({ metadata }: ClusterPod): number | null {
  const text = metadata?.annotations?.[INDEX] ?? ''
  return /^\d+$/.test(text) ? Number(text) : null
}

/** Takes a pod of an Indexed Job, the Job's name and an index; gives the pod with its index: as annotation, label, host name and variable. */
export function indexed(pod: ClusterPod, job: string, index: number): ClusterPod {
  const { metadata, spec } = pod
  const mark = { [INDEX]: String(index) }
  return {
    ...pod,
    metadata: {
      ...metadata,
      annotations: { ...metadata?.annotations, ...mark },
      labels: { ...metadata?.labels, ...mark },
    },
    spec: { ...withVariables(spec), hostname: `${job}-${index}` },
  }
}

function withVariables(spec: PodSpec | undefined): PodSpec {
  const { containers = [], initContainers } = spec ?? {}
  return {
    ...spec,
    containers: containers.map((container) => withVariable(container)),
    ...(initContainers === undefined
      ? {}
      : { initContainers: initContainers.map((container) => withVariable(container)) }),
  }
}

const VARIABLE = {
  name: 'JOB_COMPLETION_INDEX',
  valueFrom: { fieldRef: { fieldPath: `metadata.labels['${INDEX}']` } },
}

function withVariable(container: Container): Container {
  const { env = [] } = container
  return env.some(({ name }) => name === VARIABLE.name)
    ? container
    : { ...container, env: [...env, VARIABLE] }
}
