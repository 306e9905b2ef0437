import { isObject, type Json, type JsonObject } from '../../kubernetes/json'
import { field, textOf } from '../../kubernetes/shape'
import { nameOf } from '../metadata/validateObjectMeta'
import type { Rules } from './rule'

/*
 * What the server fills into workloads: pkg/apis/{apps,batch}/v1/defaults.go of Kubernetes 1.36, and the strategies of
 * their registries.
 */

/** Stands for the uid that the server makes up. */
export const UID = '00000000-0000-0000-0000-000000000000'

const MOST = 2_147_483_647

function fillDeploymentStrategy(draft: JsonObject): void {
  draft['type'] ??= 'RollingUpdate'
  if (draft['type'] !== 'RollingUpdate') return
  draft['rollingUpdate'] = {
    maxUnavailable: '25%',
    maxSurge: '25%',
    ...objectOf(draft['rollingUpdate']),
  }
}

function fillJobSpec(draft: JsonObject): void {
  if (draft['completions'] === undefined && draft['parallelism'] === undefined) draft['completions'] = 1
  draft['parallelism'] ??= 1
  draft['backoffLimit'] ??= draft['backoffLimitPerIndex'] === undefined ? 6 : MOST
  draft['podReplacementPolicy'] ??= draft['podFailurePolicy'] === undefined ? 'TerminatingOrFailed' : 'Failed'
}

/** The labels by which a Job finds its pods, unless it says `manualSelector` (pkg/registry/batch/job generateSelector). */
function fillJob(draft: JsonObject): void {
  const spec = objectOf(draft['spec'])
  if (field(draft['metadata'], 'labels') === undefined) takeLabelsOfTemplate(draft)
  if (spec['manualSelector'] === true) return
  const own = draft['metadata']
  const name = nameOf({ name: textOf(field(own, 'name')), generateName: textOf(field(own, 'generateName')) })
  const template = objectOf(spec['template'])
  const metadata = objectOf(template['metadata'])
  const selector = objectOf(spec['selector'])
  const labels = {
    'controller-uid': UID,
    'job-name': name,
    'batch.kubernetes.io/controller-uid': UID,
    'batch.kubernetes.io/job-name': name,
    ...objectOf(metadata['labels']),
  }
  const matchLabels = { 'batch.kubernetes.io/controller-uid': UID, ...objectOf(selector['matchLabels']) }
  draft['spec'] = {
    ...spec,
    template: { ...template, metadata: { ...metadata, labels } },
    selector: { ...selector, matchLabels },
  }
}

/**
 * Takes a Job; gives it the labels of its template where it has none of its own, on the draft itself. The server does so
 * when it reads the Job, from the request as from its store (SetDefaults_Job).
 */
export function takeLabelsOfTemplate(draft: JsonObject): void {
  const labels = field(field(field(draft['spec'], 'template'), 'metadata'), 'labels')
  const metadata = objectOf(draft['metadata'])
  if (labels !== undefined && metadata['labels'] === undefined) draft['metadata'] = { ...metadata, labels }
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {}
}

/** Where the server fills in, by the type of the object. */
export const WORKLOAD_DEFAULTS: Rules = {
  Deployment: { fixed: { spec: {} } },
  DeploymentSpec: {
    fixed: {
      replicas: 1,
      template: {},
      strategy: {},
      revisionHistoryLimit: 10,
      progressDeadlineSeconds: 600,
    },
  },
  DeploymentStrategy: { computed: fillDeploymentStrategy },
  ReplicaSet: { fixed: { spec: {} } },
  ReplicaSetSpec: { fixed: { replicas: 1, template: {} } },
  StatefulSet: { fixed: { spec: {} } },
  StatefulSetSpec: {
    fixed: {
      replicas: 1,
      template: {},
      podManagementPolicy: 'OrderedReady',
      updateStrategy: {},
      revisionHistoryLimit: 10,
      persistentVolumeClaimRetentionPolicy: {},
    },
  },
  StatefulSetUpdateStrategy: {
    fixed: { type: 'RollingUpdate' },
    computed: (draft) => {
      if (draft['type'] === 'RollingUpdate')
        draft['rollingUpdate'] = { partition: 0, ...objectOf(draft['rollingUpdate']) }
    },
  },
  StatefulSetPersistentVolumeClaimRetentionPolicy: {
    fixed: { whenDeleted: 'Retain', whenScaled: 'Retain' },
  },
  DaemonSet: {
    fixed: { spec: {} },
    computed: (draft) => {
      const metadata = objectOf(draft['metadata'])
      draft['metadata'] = {
        ...metadata,
        annotations: {
          ...objectOf(metadata['annotations']),
          'deprecated.daemonset.template.generation': '1',
        },
      }
    },
  },
  DaemonSetSpec: { fixed: { template: {}, updateStrategy: {}, revisionHistoryLimit: 10 } },
  DaemonSetUpdateStrategy: {
    fixed: { type: 'RollingUpdate' },
    computed: (draft) => {
      if (draft['type'] === 'RollingUpdate')
        draft['rollingUpdate'] = { maxUnavailable: 1, maxSurge: 0, ...objectOf(draft['rollingUpdate']) }
    },
  },
  Job: { fixed: { spec: {} }, computed: fillJob },
  JobTemplateSpec: { fixed: { metadata: {}, spec: {} } },
  JobSpec: {
    fixed: { template: {} },
    computed: (draft, context) => {
      if (context.kind !== 'Job') return
      fillJobSpec(draft)
      draft['completionMode'] ??= 'NonIndexed'
      draft['suspend'] ??= false
      draft['manualSelector'] ??= false
    },
  },
  PodFailurePolicyOnPodConditionsPattern: { fixed: { status: 'True' } },
  CronJob: { fixed: { spec: {} } },
  CronJobSpec: {
    fixed: {
      concurrencyPolicy: 'Allow',
      suspend: false,
      jobTemplate: {},
      successfulJobsHistoryLimit: 3,
      failedJobsHistoryLimit: 1,
    },
  },
}
