import type { Change } from '../change'
import type { Json } from '../json'
import { freshName } from '../names'
import { objectKind } from '../objectKinds'
import type { ObjectKind, Surroundings } from '../objectKinds/objectKind'
import { objectsIn, sameNamespace } from '../objects'
import { samePath, type Path } from '../path'
import { servicesIn, type Service } from '../services'
import { workloadAt, workloadKindOf, workloadsIn, type Workload } from '../workloadKinds'
import { setNamespace } from './objects'

/**
 * Takes a kind of OBJECT_KINDS and, where there is one, the path of what is in work; adds the smallest object of that
 * kind, made for the workload or Service in work (else the first that fits): in its namespace, right behind it, and
 * selecting, scaling or leading to it. One that is about nothing comes last. Its name is free. Selects it.
 */
export function addObject(kind: string, near: Path | null = null): Change {
  return (documents) => {
    const row = objectKind(kind)
    if (row === null) return undefined
    const around = surroundings(documents, near, row)
    const subject = around.service ?? around.workload
    const namespace = subject?.namespace ?? ''
    const name = freshName(row.nameFor(around), takenNames(documents, row, namespace))
    const index = subject === null ? documents.length : Number(subject.path[0]) + 1
    documents.splice(index, 0, row.blank(name, around))
    if (!sameNamespace(namespace, '')) setNamespace([index], namespace)(documents)
    return [index]
  }
}

/** Names of the same kind; of a workload those of all workloads, since its pods are known by its name. */
function takenNames(documents: readonly Json[], row: ObjectKind, namespace: string): readonly string[] {
  const isWorkload = workloadKindOf({ apiVersion: row.apiVersion, kind: row.kind }) !== null
  const rivals = isWorkload
    ? workloadsIn(documents)
    : objectsIn(documents).filter(({ kind }) => kind === row.kind)
  return rivals.filter((rival) => sameNamespace(rival.namespace, namespace)).map(({ name }) => name)
}

function surroundings(documents: readonly Json[], near: Path | null, row: ObjectKind): Surroundings {
  const { about } = row
  const service = about === 'service' ? serviceInWork(documents, near) : null
  const workload =
    about === 'workload' || about === 'scalable'
      ? workloadInWork(documents, near, ({ replicasPath }) => about === 'workload' || replicasPath !== null)
      : null
  return { documents, workload, service }
}

function workloadInWork(
  documents: readonly Json[],
  near: Path | null,
  fits: (workload: Workload) => boolean,
): Workload | null {
  const here = near === null ? null : workloadAt(documents, near)
  if (here !== null && fits(here)) return here
  const all = workloadsIn(documents).filter(fits)
  const front = near === null ? undefined : servicesIn(documents).find(({ path }) => path[0] === near[0])
  const behind = front?.selects.flatMap((path) => all.filter((each) => samePath(each.path, path))) ?? []
  return behind[0] ?? all[0] ?? null
}

function serviceInWork(documents: readonly Json[], near: Path | null): Service | null {
  const all = servicesIn(documents).filter(({ name, type }) => name !== '' && type?.selects !== false)
  const here = all.find(({ path }) => path[0] === near?.[0])
  const inFront = all.find(({ selects }) => selects.some((path) => path[0] === near?.[0]))
  return here ?? inFront ?? all[0] ?? null
}
