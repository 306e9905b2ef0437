import { isObject, type Json, type JsonObject } from '../json'
import { valueAt } from '../path'
import { field } from '../shape'
import type { WorkloadKind } from '../workloadKinds'
import type { FieldNote } from './fieldNote'

/** What a workload says of its pods, apart from where it says it. */
export interface PodParts {
  /** Metadata of the object itself. */
  readonly metadata: JsonObject
  readonly template: JsonObject
  readonly lost: readonly FieldNote[]
  /** What the pods get beside what the template said of them. */
  readonly changed: readonly FieldNote[]
}

/**
 * Takes a workload's document, the row of its kind and whether it becomes a bare Pod; gives its metadata and its pod
 * template. A bare Pod is its own template: its labels are also the new object's own, its annotations the pods'.
 * What becomes a bare Pod carries the labels and annotations of object and template.
 */
export function podPartsOf(document: Json, from: WorkloadKind, isToPod: boolean): PodParts {
  const metadata = mappingOf(field(document, 'metadata'))
  if (isBarePod(from)) {
    const { annotations, ...own } = metadata
    const labels = mappingOf(metadata['labels'])
    const pods: JsonObject = {
      ...(Object.keys(labels).length === 0 ? {} : { labels: { ...labels } }),
      ...(annotations === undefined ? {} : { annotations }),
    }
    const template: JsonObject = {
      ...(Object.keys(pods).length === 0 ? {} : { metadata: pods }),
      spec: field(document, 'spec') ?? {},
    }
    return { metadata: own, template, lost: [], changed: [] }
  }
  const path = from.podSpec.slice(0, -1)
  const template = mappingOf(valueAt(document, path))
  if (!isToPod) return { metadata, template, lost: jobMetadataLost(document, from), changed: [] }
  const pods = mappingOf(template['metadata'])
  const both = ['labels', 'annotations'].map((key) => [key, merged(metadata[key], pods[key])] as const)
  return {
    metadata: {
      ...metadata,
      ...Object.fromEntries(both.filter(([, value]) => Object.keys(value).length > 0)),
    },
    template,
    lost: [
      ...jobMetadataLost(document, from),
      ...Object.keys(pods)
        .filter((key) => key !== 'labels' && key !== 'annotations')
        .map((key) => ({ path: [...path, 'metadata', key], why: 'The Pod has metadata of its own.' })),
      ...Object.keys(template)
        .filter((key) => key !== 'metadata' && key !== 'spec')
        .map((key) => ({ path: [...path, key], why: `A Pod has no ${key}.` })),
    ],
    changed: ['labels', 'annotations'].flatMap((key) => {
      const gained = Object.keys(mappingOf(metadata[key])).filter(
        (name) => mappingOf(pods[key])[name] === undefined,
      )
      return gained.length === 0
        ? []
        : [
            {
              path: ['metadata', key],
              why: `The pod gets what the ${from.kind} has itself: ${gained.join(', ')}.`,
            },
          ]
    }),
  }
}

/** Takes the row of a workload kind; says whether it is the pod itself. */
export function isBarePod({ podSpec }: WorkloadKind): boolean {
  return podSpec.length === 1
}

function jobMetadataLost(document: Json, from: WorkloadKind): readonly FieldNote[] {
  const path = ['spec', 'jobTemplate', 'metadata']
  return from.podSpec[1] === 'jobTemplate' && valueAt(document, path) !== undefined
    ? [{ path, why: 'It is the metadata of Jobs that there are no more.' }]
    : []
}

function mappingOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {}
}

function merged(own: Json | undefined, pods: Json | undefined): JsonObject {
  return { ...mappingOf(own), ...mappingOf(pods) }
}
