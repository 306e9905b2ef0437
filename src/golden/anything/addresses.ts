import { containersIn } from '../../core/kubernetes/containers'
import { filesIn } from '../../core/kubernetes/files'
import type { Json } from '../../core/kubernetes/json'
import type { Path } from '../../core/kubernetes/path'
import { servicesIn } from '../../core/kubernetes/services'
import { projectionsIn, volumesIn } from '../../core/kubernetes/volumes'
import { workloadsIn } from '../../core/kubernetes/workloadKinds'
import { pathsOf, pick } from './documents'

/** What an edit may be of. */
export type Kind = keyof ReturnType<typeof addressesIn>

/** Takes documents; gives the addresses of everything an edit can be of. */
export function addressesIn(documents: readonly Json[]) {
  const workloads = workloadsIn(documents)
  const pods = workloads.map(({ podSpec }) => podSpec)
  const all = pods.flatMap((podSpec) => containersIn(documents, podSpec))
  const found = servicesIn(documents)
  const volume = pods.flatMap((podSpec) => volumesIn(documents, podSpec).map(({ path }) => path))
  return {
    any: pathsOf(documents),
    document: documents.map((_, index): Path => [index]),
    podSpec: pods,
    container: all.map(({ path }) => path),
    mount: all.flatMap(({ mounts }) => mounts.map(({ path }) => path)),
    env: all.flatMap((container) => container.env.map(({ path }) => path)),
    envFrom: all.flatMap(({ envFrom }) => envFrom.map(({ path }) => path)),
    port: all.flatMap((container) => container.ports.map(({ path }) => path)),
    volume,
    projection: volume.flatMap((path) => projectionsIn(documents, path).map((projection) => projection.path)),
    labels: workloads.flatMap(({ podMetadata, selectorPath }): Path[] => [
      [...podMetadata, 'labels'],
      ...(selectorPath === null ? [] : [selectorPath]),
    ]),
    file: documents.flatMap((_, index) => filesIn(documents, [index]).map(({ path }) => path)),
    rule: pathsOf(documents).filter((path) => path.length === 4 && path[2] === 'rules'),
    backend: pathsOf(documents).filter((path) => /^(defaultB|b)ackend$/.test(String(path.at(-1)))),
    service: found.map(({ path }) => path),
    servicePort: found.flatMap((service) => service.ports.map(({ path }) => path)),
  }
}

/** The lists whose items an edit is of, whatever those items are. */
const LISTS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  container: ['containers', 'initContainers'],
  mount: ['volumeMounts'],
  env: ['env'],
  envFrom: ['envFrom'],
  port: ['ports'],
  servicePort: ['ports'],
  volume: ['volumes'],
  projection: ['sources'],
}

/** Takes documents and what an edit is of; gives the addresses it is meant for, whatever is there. */
export function meantFor(documents: readonly Json[], kind: Kind): readonly Path[] {
  const lists = LISTS[kind]
  if (lists === undefined) return kind === 'any' ? [] : addressesIn(documents)[kind]
  return pathsOf(documents).filter(
    (path) => typeof path.at(-1) === 'number' && lists.includes(String(path.at(-2))),
  )
}

/** Takes documents, what an edit is of and a number; gives an address to try it at: often one that is meant, else any. */
export function addressFor(documents: readonly Json[], kind: Kind, seed: number): Path {
  const meant = meantFor(documents, kind)
  return (seed % 4 === 0 ? undefined : meant[seed % meant.length]) ?? pick(documents, seed)
}
