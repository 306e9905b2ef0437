import type { Json } from '../../kubernetes/json'
import type {
  ConfigMap,
  CronJob,
  DaemonSet,
  Deployment,
  HorizontalPodAutoscaler,
  Ingress,
  Job,
  NetworkPolicy,
  ObjectMeta,
  PersistentVolumeClaim,
  Pod,
  PodDisruptionBudget,
  PodTemplateSpec,
  Quantity,
  ReplicaSet,
  Secret,
  Service,
  ServiceAccount,
  StatefulSet,
} from '../../kubernetes/schema/types-1.36'
import type { PodStatus } from '../kubelet/status/podStatusTypes'
import type { Endpoints, EndpointSlice } from './endpointObjects'

/*
 * The objects of the simulated cluster: what a manifest says, and the status that controllers and the kubelet write.
 */

/** A condition of a workload. */
export interface Condition {
  readonly type: string
  readonly status: 'True' | 'False' | 'Unknown'
  readonly reason?: string
  readonly message?: string
  readonly lastTransitionTime?: string
  readonly lastUpdateTime?: string
  readonly lastProbeTime?: string
}

/** The status of a Deployment, ReplicaSet or StatefulSet (k8s.io/api/apps/v1), as far as it is simulated. */
export interface ReplicaStatus {
  readonly observedGeneration?: number
  readonly replicas?: number
  readonly readyReplicas?: number
  readonly availableReplicas?: number
  readonly unavailableReplicas?: number
  readonly updatedReplicas?: number
  readonly fullyLabeledReplicas?: number
  readonly currentReplicas?: number
  readonly currentRevision?: string
  readonly updateRevision?: string
  readonly collisionCount?: number
  readonly conditions?: readonly Condition[]
}

export interface DaemonSetStatus {
  readonly observedGeneration?: number
  readonly currentNumberScheduled?: number
  readonly desiredNumberScheduled?: number
  readonly numberMisscheduled?: number
  readonly numberReady?: number
  readonly numberAvailable?: number
  readonly numberUnavailable?: number
  readonly updatedNumberScheduled?: number
}

export interface JobStatus {
  readonly active?: number
  readonly ready?: number
  readonly succeeded?: number
  readonly failed?: number
  readonly terminating?: number
  readonly completedIndexes?: string
  readonly failedIndexes?: string
  readonly startTime?: string
  readonly completionTime?: string
  /** Pods that have ended and are not counted yet: here they are counted at once. */
  readonly uncountedTerminatedPods?: Readonly<Record<string, never>>
  readonly conditions?: readonly Condition[]
}

export interface CronJobStatus {
  readonly active?: readonly { readonly kind: string; readonly name: string; readonly namespace: string }[]
  readonly lastScheduleTime?: string
  readonly lastSuccessfulTime?: string
}

/** An event, counted where it came again (core/v1). Times are RFC 3339. */
export interface ApiEvent {
  readonly metadata?: ObjectMeta
  readonly involvedObject: {
    readonly kind: string
    readonly namespace: string
    readonly name: string
    readonly uid?: string
    readonly fieldPath?: string
  }
  readonly type: 'Normal' | 'Warning'
  readonly reason: string
  readonly message: string
  readonly source: { readonly component: string; readonly host?: string }
  readonly firstTimestamp: string
  readonly lastTimestamp: string
  readonly count: number
}

/** What keeps pods without a fitting toleration off a node (core/v1). */
export interface Taint {
  readonly key: string
  readonly value?: string
  readonly effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute'
}

/** The one node of the cluster. */
export interface ClusterNode {
  readonly metadata?: ObjectMeta
  readonly spec?: { readonly unschedulable?: boolean; readonly taints?: readonly Taint[] }
  readonly status?: {
    readonly addresses?: readonly { readonly type: string; readonly address: string }[]
    readonly conditions?: readonly Condition[]
    readonly nodeInfo?: Readonly<Record<string, string>>
    readonly capacity?: Readonly<Record<string, string>>
    readonly allocatable?: Readonly<Record<string, string>>
  }
}

/** A template that a StatefulSet or DaemonSet has, or had (apps/v1). */
export interface ControllerRevision {
  readonly metadata?: ObjectMeta
  readonly data?: PodTemplateSpec
  readonly revision: number
}

/** The status of a PodDisruptionBudget (policy/v1). */
export interface DisruptionStatus {
  readonly observedGeneration?: number
  readonly disruptionsAllowed?: number
  readonly currentHealthy?: number
  readonly desiredHealthy?: number
  readonly expectedPods?: number
  readonly conditions?: readonly Condition[]
}

/** The status of a PersistentVolumeClaim (core/v1). */
export interface ClaimStatus {
  readonly phase?: string
  readonly accessModes?: readonly string[]
  readonly capacity?: Readonly<Record<string, Quantity>>
}

/** The status of a HorizontalPodAutoscaler (autoscaling/v2). */
export interface AutoscalerStatus {
  readonly currentReplicas?: number
  readonly desiredReplicas?: number
  readonly conditions?: readonly Condition[]
}

/** The kinds of the simulated API server, and their objects. */
export interface ObjectsByKind {
  readonly Pod: Pod & { readonly status?: PodStatus }
  readonly Deployment: Deployment & { readonly status?: ReplicaStatus }
  readonly ReplicaSet: ReplicaSet & { readonly status?: ReplicaStatus }
  readonly StatefulSet: StatefulSet & { readonly status?: ReplicaStatus }
  readonly DaemonSet: DaemonSet & { readonly status?: DaemonSetStatus }
  readonly Job: Job & { readonly status?: JobStatus }
  readonly CronJob: CronJob & { readonly status?: CronJobStatus }
  readonly Service: Service & { readonly status?: Json }
  readonly Endpoints: Endpoints
  readonly EndpointSlice: EndpointSlice
  readonly ConfigMap: ConfigMap
  readonly Secret: Secret
  readonly PersistentVolumeClaim: PersistentVolumeClaim & {
    readonly status?: ClaimStatus
  }
  readonly ServiceAccount: ServiceAccount
  readonly Ingress: Ingress
  readonly NetworkPolicy: NetworkPolicy
  readonly HorizontalPodAutoscaler: HorizontalPodAutoscaler & { readonly status?: AutoscalerStatus }
  readonly PodDisruptionBudget: PodDisruptionBudget & { readonly status?: DisruptionStatus }
  readonly ControllerRevision: ControllerRevision
  readonly Node: ClusterNode
  readonly Event: ApiEvent
}

export type ApiKind = keyof ObjectsByKind
