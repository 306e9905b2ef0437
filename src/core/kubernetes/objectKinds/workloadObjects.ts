import type { JsonObject } from '../json'
import { WORKLOAD_KINDS } from '../workloadKinds'
import type { KindConcept, ObjectKind } from './objectKind'

interface Blank {
  readonly kind: string
  readonly help: string
  readonly concept: KindConcept
  readonly name: string
  readonly spec: (name: string) => JsonObject
}

function selected(name: string): JsonObject {
  return { matchLabels: { app: name } }
}

function template(name: string, spec: JsonObject = {}): JsonObject {
  return { metadata: { labels: { app: name } }, spec: { ...spec, containers: [] } }
}

/** Every night: a time that hurts nobody. */
export const FIRST_SCHEDULE = '0 3 * * *'

/** Pods of a Job end: the server refuses those that always start again (batch/v1 JobSpec.template). */
const ENDING = { restartPolicy: 'OnFailure' }

/** What is in a new workload besides its name: all but its containers, as `kubectl create` writes it. */
const BLANKS: readonly Blank[] = [
  {
    kind: 'Deployment',
    help: 'Interchangeable pods, replaced step by step when something changes.',
    concept: 'workload',
    name: 'app',
    spec: (name) => ({ replicas: 1, selector: selected(name), template: template(name) }),
  },
  {
    kind: 'StatefulSet',
    help: 'Pods that keep their names and each its own storage.',
    concept: 'statefulset',
    name: 'db',
    spec: (name) => ({ serviceName: name, replicas: 1, selector: selected(name), template: template(name) }),
  },
  {
    kind: 'DaemonSet',
    help: 'One pod on every node.',
    concept: 'daemonset',
    name: 'agent',
    spec: (name) => ({ selector: selected(name), template: template(name) }),
  },
  {
    kind: 'ReplicaSet',
    help: 'A number of equal pods; a Deployment usually makes it.',
    concept: 'replicaset',
    name: 'app',
    spec: (name) => ({ replicas: 1, selector: selected(name), template: template(name) }),
  },
  {
    kind: 'Job',
    help: 'Runs pods until the work is done.',
    concept: 'job',
    name: 'job',
    spec: (name) => ({ template: template(name, ENDING) }),
  },
  {
    kind: 'CronJob',
    help: 'Starts a Job at the times of a schedule.',
    concept: 'cronjob',
    name: 'nightly',
    spec: (name) => ({
      schedule: FIRST_SCHEDULE,
      jobTemplate: { spec: { template: template(name, ENDING) } },
    }),
  },
  {
    kind: 'Pod',
    help: 'One pod by itself: nothing replaces it.',
    concept: 'pod',
    name: 'app',
    spec: () => ({ containers: [] }),
  },
]

/** The kinds that make pods. What they are to the rest of the page is said by WORKLOAD_KINDS. */
export const WORKLOAD_OBJECTS: readonly ObjectKind[] = BLANKS.flatMap(
  ({ kind, help, concept, name: proposed, spec }): readonly ObjectKind[] => {
    const row = WORKLOAD_KINDS.find((each) => each.kind === kind)
    if (row === undefined) return []
    const { apiVersion } = row
    return [
      {
        kind,
        apiVersion,
        label: kind,
        help,
        group: 'Workloads',
        concept,
        about: 'nothing',
        nameFor: () => proposed,
        blank: (name) => ({
          apiVersion,
          kind,
          metadata: { name, labels: { app: name } },
          spec: spec(name),
        }),
      },
    ]
  },
)
