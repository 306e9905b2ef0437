import type { Json } from '../json'

/*
 * The types of Kubernetes 1.36, made from its OpenAPI definitions by `npm run schema`. No field is required: what is
 * absent is Go's zero value to the server.
 */

/** An amount such as `250m` or `64Mi`; a number reads the same way. */
export type Quantity = string | number

/** A number, or a text such as a port's name or `25%`. */
export type IntOrString = string | number

export interface AWSElasticBlockStoreVolumeSource {
  readonly fsType?: string
  readonly partition?: number
  readonly readOnly?: boolean
  readonly volumeID?: string
}

export interface Affinity {
  readonly nodeAffinity?: NodeAffinity
  readonly podAffinity?: PodAffinity
  readonly podAntiAffinity?: PodAntiAffinity
}

export interface AppArmorProfile {
  readonly type?: string
  readonly localhostProfile?: string
}

export interface AzureDiskVolumeSource {
  readonly kind?: string
  readonly cachingMode?: string
  readonly diskName?: string
  readonly diskURI?: string
  readonly fsType?: string
  readonly readOnly?: boolean
}

export interface AzureFileVolumeSource {
  readonly readOnly?: boolean
  readonly secretName?: string
  readonly shareName?: string
}

export interface CSIVolumeSource {
  readonly driver?: string
  readonly readOnly?: boolean
  readonly fsType?: string
  readonly volumeAttributes?: Readonly<Record<string, string>>
  readonly nodePublishSecretRef?: LocalObjectReference
}

export interface Capabilities {
  readonly add?: readonly string[]
  readonly drop?: readonly string[]
}

export interface CephFSVolumeSource {
  readonly monitors?: readonly string[]
  readonly path?: string
  readonly readOnly?: boolean
  readonly secretFile?: string
  readonly secretRef?: LocalObjectReference
  readonly user?: string
}

export interface CinderVolumeSource {
  readonly fsType?: string
  readonly readOnly?: boolean
  readonly secretRef?: LocalObjectReference
  readonly volumeID?: string
}

export interface ClientIPConfig {
  readonly timeoutSeconds?: number
}

export interface ClusterTrustBundleProjection {
  readonly labelSelector?: LabelSelector
  readonly name?: string
  readonly optional?: boolean
  readonly path?: string
  readonly signerName?: string
}

export interface ConfigMap {
  readonly apiVersion?: string
  readonly kind?: string
  readonly metadata?: ObjectMeta
  readonly immutable?: boolean
  readonly data?: Readonly<Record<string, string>>
  readonly binaryData?: Readonly<Record<string, string>>
}

export interface ConfigMapEnvSource {
  readonly name?: string
  readonly optional?: boolean
}

export interface ConfigMapKeySelector {
  readonly name?: string
  readonly key?: string
  readonly optional?: boolean
}

export interface ConfigMapProjection {
  readonly name?: string
  readonly items?: readonly KeyToPath[]
  readonly optional?: boolean
}

export interface ConfigMapVolumeSource {
  readonly name?: string
  readonly items?: readonly KeyToPath[]
  readonly defaultMode?: number
  readonly optional?: boolean
}

export interface Container {
  readonly name?: string
  readonly image?: string
  readonly command?: readonly string[]
  readonly args?: readonly string[]
  readonly workingDir?: string
  readonly ports?: readonly ContainerPort[]
  readonly envFrom?: readonly EnvFromSource[]
  readonly env?: readonly EnvVar[]
  readonly resources?: ResourceRequirements
  readonly resizePolicy?: readonly ContainerResizePolicy[]
  readonly restartPolicy?: string
  readonly restartPolicyRules?: readonly ContainerRestartRule[]
  readonly volumeMounts?: readonly VolumeMount[]
  readonly volumeDevices?: readonly VolumeDevice[]
  readonly livenessProbe?: Probe
  readonly readinessProbe?: Probe
  readonly startupProbe?: Probe
  readonly lifecycle?: Lifecycle
  readonly terminationMessagePath?: string
  readonly terminationMessagePolicy?: string
  readonly imagePullPolicy?: string
  readonly securityContext?: SecurityContext
  readonly stdin?: boolean
  readonly stdinOnce?: boolean
  readonly tty?: boolean
}

export interface ContainerPort {
  readonly name?: string
  readonly hostPort?: number
  readonly containerPort?: number
  readonly protocol?: string
  readonly hostIP?: string
}

export interface ContainerResizePolicy {
  readonly resourceName?: string
  readonly restartPolicy?: string
}

export interface ContainerResourceMetricSource {
  readonly name?: string
  readonly target?: MetricTarget
  readonly container?: string
}

export interface ContainerRestartRule {
  readonly action?: string
  readonly exitCodes?: ContainerRestartRuleOnExitCodes
}

export interface ContainerRestartRuleOnExitCodes {
  readonly operator?: string
  readonly values?: readonly number[]
}

export interface CronJob {
  readonly apiVersion?: string
  readonly kind?: string
  readonly metadata?: ObjectMeta
  readonly spec?: CronJobSpec
}

export interface CronJobSpec {
  readonly schedule?: string
  readonly timeZone?: string
  readonly startingDeadlineSeconds?: number
  readonly concurrencyPolicy?: string
  readonly suspend?: boolean
  readonly jobTemplate?: JobTemplateSpec
  readonly successfulJobsHistoryLimit?: number
  readonly failedJobsHistoryLimit?: number
}

export interface CrossVersionObjectReference {
  readonly kind?: string
  readonly name?: string
  readonly apiVersion?: string
}

export interface DaemonSet {
  readonly apiVersion?: string
  readonly kind?: string
  readonly metadata?: ObjectMeta
  readonly spec?: DaemonSetSpec
}

export interface DaemonSetSpec {
  readonly selector?: LabelSelector
  readonly template?: PodTemplateSpec
  readonly updateStrategy?: DaemonSetUpdateStrategy
  readonly minReadySeconds?: number
  readonly revisionHistoryLimit?: number
}

export interface DaemonSetUpdateStrategy {
  readonly type?: string
  readonly rollingUpdate?: RollingUpdateDaemonSet
}

export interface Deployment {
  readonly apiVersion?: string
  readonly kind?: string
  readonly metadata?: ObjectMeta
  readonly spec?: DeploymentSpec
}

export interface DeploymentSpec {
  readonly replicas?: number
  readonly selector?: LabelSelector
  readonly template?: PodTemplateSpec
  readonly strategy?: DeploymentStrategy
  readonly minReadySeconds?: number
  readonly revisionHistoryLimit?: number
  readonly paused?: boolean
  readonly progressDeadlineSeconds?: number
}

export interface DeploymentStrategy {
  readonly type?: string
  readonly rollingUpdate?: RollingUpdateDeployment
}

export interface DownwardAPIProjection {
  readonly items?: readonly DownwardAPIVolumeFile[]
}

export interface DownwardAPIVolumeFile {
  readonly path?: string
  readonly fieldRef?: ObjectFieldSelector
  readonly resourceFieldRef?: ResourceFieldSelector
  readonly mode?: number
}

export interface DownwardAPIVolumeSource {
  readonly items?: readonly DownwardAPIVolumeFile[]
  readonly defaultMode?: number
}

export interface EmptyDirVolumeSource {
  readonly medium?: string
  readonly sizeLimit?: Quantity
}

export interface EnvFromSource {
  readonly prefix?: string
  readonly secretRef?: SecretEnvSource
  readonly configMapRef?: ConfigMapEnvSource
}

export interface EnvVar {
  readonly name?: string
  readonly value?: string
  readonly valueFrom?: EnvVarSource
}

export interface EnvVarSource {
  readonly fieldRef?: ObjectFieldSelector
  readonly resourceFieldRef?: ResourceFieldSelector
  readonly configMapKeyRef?: ConfigMapKeySelector
  readonly secretKeyRef?: SecretKeySelector
  readonly fileKeyRef?: FileKeySelector
}

export interface EphemeralContainer {
  readonly name?: string
  readonly image?: string
  readonly command?: readonly string[]
  readonly args?: readonly string[]
  readonly workingDir?: string
  readonly ports?: readonly ContainerPort[]
  readonly envFrom?: readonly EnvFromSource[]
  readonly env?: readonly EnvVar[]
  readonly resources?: ResourceRequirements
  readonly resizePolicy?: readonly ContainerResizePolicy[]
  readonly restartPolicy?: string
  readonly restartPolicyRules?: readonly ContainerRestartRule[]
  readonly volumeMounts?: readonly VolumeMount[]
  readonly volumeDevices?: readonly VolumeDevice[]
  readonly livenessProbe?: Probe
  readonly readinessProbe?: Probe
  readonly startupProbe?: Probe
  readonly lifecycle?: Lifecycle
  readonly terminationMessagePath?: string
  readonly terminationMessagePolicy?: string
  readonly imagePullPolicy?: string
  readonly securityContext?: SecurityContext
  readonly stdin?: boolean
  readonly stdinOnce?: boolean
  readonly tty?: boolean
  readonly targetContainerName?: string
}

export interface EphemeralVolumeSource {
  readonly volumeClaimTemplate?: PersistentVolumeClaimTemplate
}

export interface ExecAction {
  readonly command?: readonly string[]
}

export interface ExternalMetricSource {
  readonly metric?: MetricIdentifier
  readonly target?: MetricTarget
}

export interface FCVolumeSource {
  readonly targetWWNs?: readonly string[]
  readonly lun?: number
  readonly fsType?: string
  readonly readOnly?: boolean
  readonly wwids?: readonly string[]
}

export interface FileKeySelector {
  readonly volumeName?: string
  readonly path?: string
  readonly key?: string
  readonly optional?: boolean
}

export interface FlexVolumeSource {
  readonly driver?: string
  readonly fsType?: string
  readonly options?: Readonly<Record<string, string>>
  readonly readOnly?: boolean
  readonly secretRef?: LocalObjectReference
}

export interface FlockerVolumeSource {
  readonly datasetName?: string
  readonly datasetUUID?: string
}

export interface GCEPersistentDiskVolumeSource {
  readonly fsType?: string
  readonly partition?: number
  readonly pdName?: string
  readonly readOnly?: boolean
}

export interface GRPCAction {
  readonly port?: number
  readonly service?: string
}

export interface GitRepoVolumeSource {
  readonly directory?: string
  readonly repository?: string
  readonly revision?: string
}

export interface GlusterfsVolumeSource {
  readonly endpoints?: string
  readonly path?: string
  readonly readOnly?: boolean
}

export interface HPAScalingPolicy {
  readonly type?: string
  readonly value?: number
  readonly periodSeconds?: number
}

export interface HPAScalingRules {
  readonly stabilizationWindowSeconds?: number
  readonly selectPolicy?: string
  readonly policies?: readonly HPAScalingPolicy[]
  readonly tolerance?: Quantity
}

export interface HTTPGetAction {
  readonly path?: string
  readonly port?: IntOrString
  readonly host?: string
  readonly scheme?: string
  readonly httpHeaders?: readonly HTTPHeader[]
}

export interface HTTPHeader {
  readonly name?: string
  readonly value?: string
}

export interface HTTPIngressPath {
  readonly path?: string
  readonly pathType?: string
  readonly backend?: IngressBackend
}

export interface HTTPIngressRuleValue {
  readonly paths?: readonly HTTPIngressPath[]
}

export interface HorizontalPodAutoscaler {
  readonly apiVersion?: string
  readonly kind?: string
  readonly metadata?: ObjectMeta
  readonly spec?: HorizontalPodAutoscalerSpec
}

export interface HorizontalPodAutoscalerBehavior {
  readonly scaleUp?: HPAScalingRules
  readonly scaleDown?: HPAScalingRules
}

export interface HorizontalPodAutoscalerSpec {
  readonly scaleTargetRef?: CrossVersionObjectReference
  readonly minReplicas?: number
  readonly maxReplicas?: number
  readonly metrics?: readonly MetricSpec[]
  readonly behavior?: HorizontalPodAutoscalerBehavior
}

export interface HostAlias {
  readonly ip?: string
  readonly hostnames?: readonly string[]
}

export interface HostPathVolumeSource {
  readonly path?: string
  readonly type?: string
}

export interface IPBlock {
  readonly cidr?: string
  readonly except?: readonly string[]
}

export interface ISCSIVolumeSource {
  readonly targetPortal?: string
  readonly iqn?: string
  readonly lun?: number
  readonly iscsiInterface?: string
  readonly fsType?: string
  readonly readOnly?: boolean
  readonly portals?: readonly string[]
  readonly chapAuthDiscovery?: boolean
  readonly chapAuthSession?: boolean
  readonly secretRef?: LocalObjectReference
  readonly initiatorName?: string
}

export interface ImageVolumeSource {
  readonly reference?: string
  readonly pullPolicy?: string
}

export interface Ingress {
  readonly apiVersion?: string
  readonly kind?: string
  readonly metadata?: ObjectMeta
  readonly spec?: IngressSpec
}

export interface IngressBackend {
  readonly service?: IngressServiceBackend
  readonly resource?: TypedLocalObjectReference
}

export interface IngressRule {
  readonly host?: string
  readonly http?: HTTPIngressRuleValue
}

export interface IngressServiceBackend {
  readonly name?: string
  readonly port?: ServiceBackendPort
}

export interface IngressSpec {
  readonly ingressClassName?: string
  readonly defaultBackend?: IngressBackend
  readonly tls?: readonly IngressTLS[]
  readonly rules?: readonly IngressRule[]
}

export interface IngressTLS {
  readonly hosts?: readonly string[]
  readonly secretName?: string
}

export interface Job {
  readonly apiVersion?: string
  readonly kind?: string
  readonly metadata?: ObjectMeta
  readonly spec?: JobSpec
}

export interface JobSpec {
  readonly parallelism?: number
  readonly completions?: number
  readonly activeDeadlineSeconds?: number
  readonly podFailurePolicy?: PodFailurePolicy
  readonly successPolicy?: SuccessPolicy
  readonly backoffLimit?: number
  readonly backoffLimitPerIndex?: number
  readonly maxFailedIndexes?: number
  readonly selector?: LabelSelector
  readonly manualSelector?: boolean
  readonly template?: PodTemplateSpec
  readonly ttlSecondsAfterFinished?: number
  readonly completionMode?: string
  readonly suspend?: boolean
  readonly podReplacementPolicy?: string
  readonly managedBy?: string
}

export interface JobTemplateSpec {
  readonly metadata?: ObjectMeta
  readonly spec?: JobSpec
}

export interface KeyToPath {
  readonly key?: string
  readonly path?: string
  readonly mode?: number
}

export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>
  readonly matchExpressions?: readonly LabelSelectorRequirement[]
}

export interface LabelSelectorRequirement {
  readonly key?: string
  readonly operator?: string
  readonly values?: readonly string[]
}

export interface Lifecycle {
  readonly postStart?: LifecycleHandler
  readonly preStop?: LifecycleHandler
  readonly stopSignal?: string
}

export interface LifecycleHandler {
  readonly exec?: ExecAction
  readonly httpGet?: HTTPGetAction
  readonly tcpSocket?: TCPSocketAction
  readonly sleep?: SleepAction
}

export interface LocalObjectReference {
  readonly name?: string
}

export interface ManagedFieldsEntry {
  readonly apiVersion?: string
  readonly fieldsType?: string
  readonly fieldsV1?: Json
  readonly manager?: string
  readonly operation?: string
  readonly subresource?: string
  readonly time?: string
}

export interface MetricIdentifier {
  readonly name?: string
  readonly selector?: LabelSelector
}

export interface MetricSpec {
  readonly type?: string
  readonly object?: ObjectMetricSource
  readonly pods?: PodsMetricSource
  readonly resource?: ResourceMetricSource
  readonly containerResource?: ContainerResourceMetricSource
  readonly external?: ExternalMetricSource
}

export interface MetricTarget {
  readonly type?: string
  readonly value?: Quantity
  readonly averageValue?: Quantity
  readonly averageUtilization?: number
}

export interface NFSVolumeSource {
  readonly server?: string
  readonly path?: string
  readonly readOnly?: boolean
}

export interface NetworkPolicy {
  readonly apiVersion?: string
  readonly kind?: string
  readonly metadata?: ObjectMeta
  readonly spec?: NetworkPolicySpec
}

export interface NetworkPolicyEgressRule {
  readonly ports?: readonly NetworkPolicyPort[]
  readonly to?: readonly NetworkPolicyPeer[]
}

export interface NetworkPolicyIngressRule {
  readonly ports?: readonly NetworkPolicyPort[]
  readonly from?: readonly NetworkPolicyPeer[]
}

export interface NetworkPolicyPeer {
  readonly podSelector?: LabelSelector
  readonly namespaceSelector?: LabelSelector
  readonly ipBlock?: IPBlock
}

export interface NetworkPolicyPort {
  readonly protocol?: string
  readonly port?: IntOrString
  readonly endPort?: number
}

export interface NetworkPolicySpec {
  readonly podSelector?: LabelSelector
  readonly ingress?: readonly NetworkPolicyIngressRule[]
  readonly egress?: readonly NetworkPolicyEgressRule[]
  readonly policyTypes?: readonly string[]
}

export interface NodeAffinity {
  readonly requiredDuringSchedulingIgnoredDuringExecution?: NodeSelector
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly PreferredSchedulingTerm[]
}

export interface NodeSelector {
  readonly nodeSelectorTerms?: readonly NodeSelectorTerm[]
}

export interface NodeSelectorRequirement {
  readonly key?: string
  readonly operator?: string
  readonly values?: readonly string[]
}

export interface NodeSelectorTerm {
  readonly matchExpressions?: readonly NodeSelectorRequirement[]
  readonly matchFields?: readonly NodeSelectorRequirement[]
}

export interface ObjectFieldSelector {
  readonly apiVersion?: string
  readonly fieldPath?: string
}

export interface ObjectMeta {
  readonly name?: string
  readonly generateName?: string
  readonly namespace?: string
  readonly selfLink?: string
  readonly uid?: string
  readonly resourceVersion?: string
  readonly generation?: number
  readonly creationTimestamp?: string
  readonly deletionTimestamp?: string
  readonly deletionGracePeriodSeconds?: number
  readonly labels?: Readonly<Record<string, string>>
  readonly annotations?: Readonly<Record<string, string>>
  readonly ownerReferences?: readonly OwnerReference[]
  readonly finalizers?: readonly string[]
  readonly managedFields?: readonly ManagedFieldsEntry[]
}

export interface ObjectMetricSource {
  readonly describedObject?: CrossVersionObjectReference
  readonly target?: MetricTarget
  readonly metric?: MetricIdentifier
}

export interface ObjectReference {
  readonly apiVersion?: string
  readonly kind?: string
  readonly fieldPath?: string
  readonly name?: string
  readonly namespace?: string
  readonly resourceVersion?: string
  readonly uid?: string
}

export interface OwnerReference {
  readonly apiVersion?: string
  readonly kind?: string
  readonly name?: string
  readonly uid?: string
  readonly controller?: boolean
  readonly blockOwnerDeletion?: boolean
}

export interface PersistentVolumeClaim {
  readonly apiVersion?: string
  readonly kind?: string
  readonly metadata?: ObjectMeta
  readonly spec?: PersistentVolumeClaimSpec
}

export interface PersistentVolumeClaimSpec {
  readonly accessModes?: readonly string[]
  readonly selector?: LabelSelector
  readonly resources?: VolumeResourceRequirements
  readonly volumeName?: string
  readonly storageClassName?: string
  readonly volumeMode?: string
  readonly dataSource?: TypedLocalObjectReference
  readonly dataSourceRef?: TypedObjectReference
  readonly volumeAttributesClassName?: string
}

export interface PersistentVolumeClaimTemplate {
  readonly metadata?: ObjectMeta
  readonly spec?: PersistentVolumeClaimSpec
}

export interface PersistentVolumeClaimVolumeSource {
  readonly claimName?: string
  readonly readOnly?: boolean
}

export interface PhotonPersistentDiskVolumeSource {
  readonly fsType?: string
  readonly pdID?: string
}

export interface Pod {
  readonly apiVersion?: string
  readonly kind?: string
  readonly metadata?: ObjectMeta
  readonly spec?: PodSpec
}

export interface PodAffinity {
  readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[]
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly WeightedPodAffinityTerm[]
}

export interface PodAffinityTerm {
  readonly labelSelector?: LabelSelector
  readonly namespaces?: readonly string[]
  readonly topologyKey?: string
  readonly namespaceSelector?: LabelSelector
  readonly matchLabelKeys?: readonly string[]
  readonly mismatchLabelKeys?: readonly string[]
}

export interface PodAntiAffinity {
  readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[]
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly WeightedPodAffinityTerm[]
}

export interface PodCertificateProjection {
  readonly certificateChainPath?: string
  readonly credentialBundlePath?: string
  readonly keyPath?: string
  readonly keyType?: string
  readonly maxExpirationSeconds?: number
  readonly signerName?: string
  readonly userAnnotations?: Readonly<Record<string, string>>
}

export interface PodDNSConfig {
  readonly nameservers?: readonly string[]
  readonly searches?: readonly string[]
  readonly options?: readonly PodDNSConfigOption[]
}

export interface PodDNSConfigOption {
  readonly name?: string
  readonly value?: string
}

export interface PodDisruptionBudget {
  readonly apiVersion?: string
  readonly kind?: string
  readonly metadata?: ObjectMeta
  readonly spec?: PodDisruptionBudgetSpec
}

export interface PodDisruptionBudgetSpec {
  readonly minAvailable?: IntOrString
  readonly selector?: LabelSelector
  readonly maxUnavailable?: IntOrString
  readonly unhealthyPodEvictionPolicy?: string
}

export interface PodFailurePolicy {
  readonly rules?: readonly PodFailurePolicyRule[]
}

export interface PodFailurePolicyOnExitCodesRequirement {
  readonly containerName?: string
  readonly operator?: string
  readonly values?: readonly number[]
}

export interface PodFailurePolicyOnPodConditionsPattern {
  readonly status?: string
  readonly type?: string
}

export interface PodFailurePolicyRule {
  readonly action?: string
  readonly onExitCodes?: PodFailurePolicyOnExitCodesRequirement
  readonly onPodConditions?: readonly PodFailurePolicyOnPodConditionsPattern[]
}

export interface PodOS {
  readonly name?: string
}

export interface PodReadinessGate {
  readonly conditionType?: string
}

export interface PodResourceClaim {
  readonly name?: string
  readonly resourceClaimName?: string
  readonly resourceClaimTemplateName?: string
}

export interface PodSchedulingGate {
  readonly name?: string
}

export interface PodSchedulingGroup {
  readonly podGroupName?: string
}

export interface PodSecurityContext {
  readonly seLinuxOptions?: SELinuxOptions
  readonly windowsOptions?: WindowsSecurityContextOptions
  readonly runAsUser?: number
  readonly runAsGroup?: number
  readonly runAsNonRoot?: boolean
  readonly supplementalGroups?: readonly number[]
  readonly supplementalGroupsPolicy?: string
  readonly fsGroup?: number
  readonly sysctls?: readonly Sysctl[]
  readonly fsGroupChangePolicy?: string
  readonly seccompProfile?: SeccompProfile
  readonly appArmorProfile?: AppArmorProfile
  readonly seLinuxChangePolicy?: string
}

export interface PodSpec {
  readonly volumes?: readonly Volume[]
  readonly initContainers?: readonly Container[]
  readonly containers?: readonly Container[]
  readonly ephemeralContainers?: readonly EphemeralContainer[]
  readonly restartPolicy?: string
  readonly terminationGracePeriodSeconds?: number
  readonly activeDeadlineSeconds?: number
  readonly dnsPolicy?: string
  readonly nodeSelector?: Readonly<Record<string, string>>
  readonly serviceAccountName?: string
  readonly serviceAccount?: string
  readonly automountServiceAccountToken?: boolean
  readonly nodeName?: string
  readonly hostNetwork?: boolean
  readonly hostPID?: boolean
  readonly hostIPC?: boolean
  readonly shareProcessNamespace?: boolean
  readonly securityContext?: PodSecurityContext
  readonly imagePullSecrets?: readonly LocalObjectReference[]
  readonly hostname?: string
  readonly subdomain?: string
  readonly affinity?: Affinity
  readonly schedulerName?: string
  readonly tolerations?: readonly Toleration[]
  readonly hostAliases?: readonly HostAlias[]
  readonly priorityClassName?: string
  readonly priority?: number
  readonly dnsConfig?: PodDNSConfig
  readonly readinessGates?: readonly PodReadinessGate[]
  readonly runtimeClassName?: string
  readonly enableServiceLinks?: boolean
  readonly preemptionPolicy?: string
  readonly overhead?: Readonly<Record<string, Quantity>>
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[]
  readonly setHostnameAsFQDN?: boolean
  readonly os?: PodOS
  readonly hostUsers?: boolean
  readonly schedulingGates?: readonly PodSchedulingGate[]
  readonly resourceClaims?: readonly PodResourceClaim[]
  readonly resources?: ResourceRequirements
  readonly hostnameOverride?: string
  readonly schedulingGroup?: PodSchedulingGroup
}

export interface PodTemplateSpec {
  readonly metadata?: ObjectMeta
  readonly spec?: PodSpec
}

export interface PodsMetricSource {
  readonly metric?: MetricIdentifier
  readonly target?: MetricTarget
}

export interface PortworxVolumeSource {
  readonly fsType?: string
  readonly readOnly?: boolean
  readonly volumeID?: string
}

export interface PreferredSchedulingTerm {
  readonly weight?: number
  readonly preference?: NodeSelectorTerm
}

export interface Probe {
  readonly exec?: ExecAction
  readonly httpGet?: HTTPGetAction
  readonly tcpSocket?: TCPSocketAction
  readonly grpc?: GRPCAction
  readonly initialDelaySeconds?: number
  readonly timeoutSeconds?: number
  readonly periodSeconds?: number
  readonly successThreshold?: number
  readonly failureThreshold?: number
  readonly terminationGracePeriodSeconds?: number
}

export interface ProjectedVolumeSource {
  readonly sources?: readonly VolumeProjection[]
  readonly defaultMode?: number
}

export interface QuobyteVolumeSource {
  readonly group?: string
  readonly readOnly?: boolean
  readonly registry?: string
  readonly tenant?: string
  readonly user?: string
  readonly volume?: string
}

export interface RBDVolumeSource {
  readonly fsType?: string
  readonly image?: string
  readonly keyring?: string
  readonly monitors?: readonly string[]
  readonly pool?: string
  readonly readOnly?: boolean
  readonly secretRef?: LocalObjectReference
  readonly user?: string
}

export interface ReplicaSet {
  readonly apiVersion?: string
  readonly kind?: string
  readonly metadata?: ObjectMeta
  readonly spec?: ReplicaSetSpec
}

export interface ReplicaSetSpec {
  readonly replicas?: number
  readonly minReadySeconds?: number
  readonly selector?: LabelSelector
  readonly template?: PodTemplateSpec
}

export interface ResourceClaim {
  readonly name?: string
  readonly request?: string
}

export interface ResourceFieldSelector {
  readonly containerName?: string
  readonly resource?: string
  readonly divisor?: Quantity
}

export interface ResourceMetricSource {
  readonly name?: string
  readonly target?: MetricTarget
}

export interface ResourceRequirements {
  readonly limits?: Readonly<Record<string, Quantity>>
  readonly requests?: Readonly<Record<string, Quantity>>
  readonly claims?: readonly ResourceClaim[]
}

export interface RollingUpdateDaemonSet {
  readonly maxUnavailable?: IntOrString
  readonly maxSurge?: IntOrString
}

export interface RollingUpdateDeployment {
  readonly maxUnavailable?: IntOrString
  readonly maxSurge?: IntOrString
}

export interface RollingUpdateStatefulSetStrategy {
  readonly partition?: number
  readonly maxUnavailable?: IntOrString
}

export interface SELinuxOptions {
  readonly user?: string
  readonly role?: string
  readonly type?: string
  readonly level?: string
}

export interface ScaleIOVolumeSource {
  readonly fsType?: string
  readonly gateway?: string
  readonly protectionDomain?: string
  readonly readOnly?: boolean
  readonly secretRef?: LocalObjectReference
  readonly sslEnabled?: boolean
  readonly storageMode?: string
  readonly storagePool?: string
  readonly system?: string
  readonly volumeName?: string
}

export interface SeccompProfile {
  readonly type?: string
  readonly localhostProfile?: string
}

export interface Secret {
  readonly apiVersion?: string
  readonly kind?: string
  readonly metadata?: ObjectMeta
  readonly immutable?: boolean
  readonly data?: Readonly<Record<string, string>>
  readonly stringData?: Readonly<Record<string, string>>
  readonly type?: string
}

export interface SecretEnvSource {
  readonly name?: string
  readonly optional?: boolean
}

export interface SecretKeySelector {
  readonly name?: string
  readonly key?: string
  readonly optional?: boolean
}

export interface SecretProjection {
  readonly name?: string
  readonly items?: readonly KeyToPath[]
  readonly optional?: boolean
}

export interface SecretVolumeSource {
  readonly secretName?: string
  readonly items?: readonly KeyToPath[]
  readonly defaultMode?: number
  readonly optional?: boolean
}

export interface SecurityContext {
  readonly capabilities?: Capabilities
  readonly privileged?: boolean
  readonly seLinuxOptions?: SELinuxOptions
  readonly windowsOptions?: WindowsSecurityContextOptions
  readonly runAsUser?: number
  readonly runAsGroup?: number
  readonly runAsNonRoot?: boolean
  readonly readOnlyRootFilesystem?: boolean
  readonly allowPrivilegeEscalation?: boolean
  readonly procMount?: string
  readonly seccompProfile?: SeccompProfile
  readonly appArmorProfile?: AppArmorProfile
}

export interface Service {
  readonly apiVersion?: string
  readonly kind?: string
  readonly metadata?: ObjectMeta
  readonly spec?: ServiceSpec
}

export interface ServiceAccount {
  readonly apiVersion?: string
  readonly kind?: string
  readonly metadata?: ObjectMeta
  readonly secrets?: readonly ObjectReference[]
  readonly imagePullSecrets?: readonly LocalObjectReference[]
  readonly automountServiceAccountToken?: boolean
}

export interface ServiceAccountTokenProjection {
  readonly audience?: string
  readonly expirationSeconds?: number
  readonly path?: string
}

export interface ServiceBackendPort {
  readonly name?: string
  readonly number?: number
}

export interface ServicePort {
  readonly name?: string
  readonly protocol?: string
  readonly appProtocol?: string
  readonly port?: number
  readonly targetPort?: IntOrString
  readonly nodePort?: number
}

export interface ServiceSpec {
  readonly ports?: readonly ServicePort[]
  readonly selector?: Readonly<Record<string, string>>
  readonly clusterIP?: string
  readonly clusterIPs?: readonly string[]
  readonly type?: string
  readonly externalIPs?: readonly string[]
  readonly sessionAffinity?: string
  readonly loadBalancerIP?: string
  readonly loadBalancerSourceRanges?: readonly string[]
  readonly externalName?: string
  readonly externalTrafficPolicy?: string
  readonly healthCheckNodePort?: number
  readonly publishNotReadyAddresses?: boolean
  readonly sessionAffinityConfig?: SessionAffinityConfig
  readonly ipFamilies?: readonly string[]
  readonly ipFamilyPolicy?: string
  readonly allocateLoadBalancerNodePorts?: boolean
  readonly loadBalancerClass?: string
  readonly internalTrafficPolicy?: string
  readonly trafficDistribution?: string
}

export interface SessionAffinityConfig {
  readonly clientIP?: ClientIPConfig
}

export interface SleepAction {
  readonly seconds?: number
}

export interface StatefulSet {
  readonly apiVersion?: string
  readonly kind?: string
  readonly metadata?: ObjectMeta
  readonly spec?: StatefulSetSpec
}

export interface StatefulSetOrdinals {
  readonly start?: number
}

export interface StatefulSetPersistentVolumeClaimRetentionPolicy {
  readonly whenDeleted?: string
  readonly whenScaled?: string
}

export interface StatefulSetSpec {
  readonly replicas?: number
  readonly selector?: LabelSelector
  readonly template?: PodTemplateSpec
  readonly volumeClaimTemplates?: readonly PersistentVolumeClaim[]
  readonly serviceName?: string
  readonly podManagementPolicy?: string
  readonly updateStrategy?: StatefulSetUpdateStrategy
  readonly revisionHistoryLimit?: number
  readonly minReadySeconds?: number
  readonly persistentVolumeClaimRetentionPolicy?: StatefulSetPersistentVolumeClaimRetentionPolicy
  readonly ordinals?: StatefulSetOrdinals
}

export interface StatefulSetUpdateStrategy {
  readonly type?: string
  readonly rollingUpdate?: RollingUpdateStatefulSetStrategy
}

export interface StorageOSVolumeSource {
  readonly fsType?: string
  readonly readOnly?: boolean
  readonly secretRef?: LocalObjectReference
  readonly volumeName?: string
  readonly volumeNamespace?: string
}

export interface SuccessPolicy {
  readonly rules?: readonly SuccessPolicyRule[]
}

export interface SuccessPolicyRule {
  readonly succeededCount?: number
  readonly succeededIndexes?: string
}

export interface Sysctl {
  readonly name?: string
  readonly value?: string
}

export interface TCPSocketAction {
  readonly port?: IntOrString
  readonly host?: string
}

export interface Toleration {
  readonly key?: string
  readonly operator?: string
  readonly value?: string
  readonly effect?: string
  readonly tolerationSeconds?: number
}

export interface TopologySpreadConstraint {
  readonly maxSkew?: number
  readonly topologyKey?: string
  readonly whenUnsatisfiable?: string
  readonly labelSelector?: LabelSelector
  readonly minDomains?: number
  readonly nodeAffinityPolicy?: string
  readonly nodeTaintsPolicy?: string
  readonly matchLabelKeys?: readonly string[]
}

export interface TypedLocalObjectReference {
  readonly kind?: string
  readonly apiGroup?: string
  readonly name?: string
}

export interface TypedObjectReference {
  readonly kind?: string
  readonly apiGroup?: string
  readonly name?: string
  readonly namespace?: string
}

export interface Volume {
  readonly name?: string
  readonly hostPath?: HostPathVolumeSource
  readonly emptyDir?: EmptyDirVolumeSource
  readonly gcePersistentDisk?: GCEPersistentDiskVolumeSource
  readonly awsElasticBlockStore?: AWSElasticBlockStoreVolumeSource
  readonly gitRepo?: GitRepoVolumeSource
  readonly secret?: SecretVolumeSource
  readonly nfs?: NFSVolumeSource
  readonly iscsi?: ISCSIVolumeSource
  readonly glusterfs?: GlusterfsVolumeSource
  readonly persistentVolumeClaim?: PersistentVolumeClaimVolumeSource
  readonly rbd?: RBDVolumeSource
  readonly flexVolume?: FlexVolumeSource
  readonly cinder?: CinderVolumeSource
  readonly cephfs?: CephFSVolumeSource
  readonly flocker?: FlockerVolumeSource
  readonly downwardAPI?: DownwardAPIVolumeSource
  readonly fc?: FCVolumeSource
  readonly azureFile?: AzureFileVolumeSource
  readonly configMap?: ConfigMapVolumeSource
  readonly vsphereVolume?: VsphereVirtualDiskVolumeSource
  readonly quobyte?: QuobyteVolumeSource
  readonly azureDisk?: AzureDiskVolumeSource
  readonly photonPersistentDisk?: PhotonPersistentDiskVolumeSource
  readonly projected?: ProjectedVolumeSource
  readonly portworxVolume?: PortworxVolumeSource
  readonly scaleIO?: ScaleIOVolumeSource
  readonly storageos?: StorageOSVolumeSource
  readonly csi?: CSIVolumeSource
  readonly ephemeral?: EphemeralVolumeSource
  readonly image?: ImageVolumeSource
}

export interface VolumeDevice {
  readonly name?: string
  readonly devicePath?: string
}

export interface VolumeMount {
  readonly name?: string
  readonly readOnly?: boolean
  readonly recursiveReadOnly?: string
  readonly mountPath?: string
  readonly subPath?: string
  readonly mountPropagation?: string
  readonly subPathExpr?: string
}

export interface VolumeProjection {
  readonly secret?: SecretProjection
  readonly downwardAPI?: DownwardAPIProjection
  readonly configMap?: ConfigMapProjection
  readonly serviceAccountToken?: ServiceAccountTokenProjection
  readonly clusterTrustBundle?: ClusterTrustBundleProjection
  readonly podCertificate?: PodCertificateProjection
}

export interface VolumeResourceRequirements {
  readonly limits?: Readonly<Record<string, Quantity>>
  readonly requests?: Readonly<Record<string, Quantity>>
}

export interface VsphereVirtualDiskVolumeSource {
  readonly fsType?: string
  readonly storagePolicyID?: string
  readonly storagePolicyName?: string
  readonly volumePath?: string
}

export interface WeightedPodAffinityTerm {
  readonly weight?: number
  readonly podAffinityTerm?: PodAffinityTerm
}

export interface WindowsSecurityContextOptions {
  readonly gmsaCredentialSpecName?: string
  readonly gmsaCredentialSpec?: string
  readonly runAsUserName?: string
  readonly hostProcess?: boolean
}

/** Every type by its name. */
export interface Types {
  AWSElasticBlockStoreVolumeSource: AWSElasticBlockStoreVolumeSource
  Affinity: Affinity
  AppArmorProfile: AppArmorProfile
  AzureDiskVolumeSource: AzureDiskVolumeSource
  AzureFileVolumeSource: AzureFileVolumeSource
  CSIVolumeSource: CSIVolumeSource
  Capabilities: Capabilities
  CephFSVolumeSource: CephFSVolumeSource
  CinderVolumeSource: CinderVolumeSource
  ClientIPConfig: ClientIPConfig
  ClusterTrustBundleProjection: ClusterTrustBundleProjection
  ConfigMap: ConfigMap
  ConfigMapEnvSource: ConfigMapEnvSource
  ConfigMapKeySelector: ConfigMapKeySelector
  ConfigMapProjection: ConfigMapProjection
  ConfigMapVolumeSource: ConfigMapVolumeSource
  Container: Container
  ContainerPort: ContainerPort
  ContainerResizePolicy: ContainerResizePolicy
  ContainerResourceMetricSource: ContainerResourceMetricSource
  ContainerRestartRule: ContainerRestartRule
  ContainerRestartRuleOnExitCodes: ContainerRestartRuleOnExitCodes
  CronJob: CronJob
  CronJobSpec: CronJobSpec
  CrossVersionObjectReference: CrossVersionObjectReference
  DaemonSet: DaemonSet
  DaemonSetSpec: DaemonSetSpec
  DaemonSetUpdateStrategy: DaemonSetUpdateStrategy
  Deployment: Deployment
  DeploymentSpec: DeploymentSpec
  DeploymentStrategy: DeploymentStrategy
  DownwardAPIProjection: DownwardAPIProjection
  DownwardAPIVolumeFile: DownwardAPIVolumeFile
  DownwardAPIVolumeSource: DownwardAPIVolumeSource
  EmptyDirVolumeSource: EmptyDirVolumeSource
  EnvFromSource: EnvFromSource
  EnvVar: EnvVar
  EnvVarSource: EnvVarSource
  EphemeralContainer: EphemeralContainer
  EphemeralVolumeSource: EphemeralVolumeSource
  ExecAction: ExecAction
  ExternalMetricSource: ExternalMetricSource
  FCVolumeSource: FCVolumeSource
  FileKeySelector: FileKeySelector
  FlexVolumeSource: FlexVolumeSource
  FlockerVolumeSource: FlockerVolumeSource
  GCEPersistentDiskVolumeSource: GCEPersistentDiskVolumeSource
  GRPCAction: GRPCAction
  GitRepoVolumeSource: GitRepoVolumeSource
  GlusterfsVolumeSource: GlusterfsVolumeSource
  HPAScalingPolicy: HPAScalingPolicy
  HPAScalingRules: HPAScalingRules
  HTTPGetAction: HTTPGetAction
  HTTPHeader: HTTPHeader
  HTTPIngressPath: HTTPIngressPath
  HTTPIngressRuleValue: HTTPIngressRuleValue
  HorizontalPodAutoscaler: HorizontalPodAutoscaler
  HorizontalPodAutoscalerBehavior: HorizontalPodAutoscalerBehavior
  HorizontalPodAutoscalerSpec: HorizontalPodAutoscalerSpec
  HostAlias: HostAlias
  HostPathVolumeSource: HostPathVolumeSource
  IPBlock: IPBlock
  ISCSIVolumeSource: ISCSIVolumeSource
  ImageVolumeSource: ImageVolumeSource
  Ingress: Ingress
  IngressBackend: IngressBackend
  IngressRule: IngressRule
  IngressServiceBackend: IngressServiceBackend
  IngressSpec: IngressSpec
  IngressTLS: IngressTLS
  Job: Job
  JobSpec: JobSpec
  JobTemplateSpec: JobTemplateSpec
  KeyToPath: KeyToPath
  LabelSelector: LabelSelector
  LabelSelectorRequirement: LabelSelectorRequirement
  Lifecycle: Lifecycle
  LifecycleHandler: LifecycleHandler
  LocalObjectReference: LocalObjectReference
  ManagedFieldsEntry: ManagedFieldsEntry
  MetricIdentifier: MetricIdentifier
  MetricSpec: MetricSpec
  MetricTarget: MetricTarget
  NFSVolumeSource: NFSVolumeSource
  NetworkPolicy: NetworkPolicy
  NetworkPolicyEgressRule: NetworkPolicyEgressRule
  NetworkPolicyIngressRule: NetworkPolicyIngressRule
  NetworkPolicyPeer: NetworkPolicyPeer
  NetworkPolicyPort: NetworkPolicyPort
  NetworkPolicySpec: NetworkPolicySpec
  NodeAffinity: NodeAffinity
  NodeSelector: NodeSelector
  NodeSelectorRequirement: NodeSelectorRequirement
  NodeSelectorTerm: NodeSelectorTerm
  ObjectFieldSelector: ObjectFieldSelector
  ObjectMeta: ObjectMeta
  ObjectMetricSource: ObjectMetricSource
  ObjectReference: ObjectReference
  OwnerReference: OwnerReference
  PersistentVolumeClaim: PersistentVolumeClaim
  PersistentVolumeClaimSpec: PersistentVolumeClaimSpec
  PersistentVolumeClaimTemplate: PersistentVolumeClaimTemplate
  PersistentVolumeClaimVolumeSource: PersistentVolumeClaimVolumeSource
  PhotonPersistentDiskVolumeSource: PhotonPersistentDiskVolumeSource
  Pod: Pod
  PodAffinity: PodAffinity
  PodAffinityTerm: PodAffinityTerm
  PodAntiAffinity: PodAntiAffinity
  PodCertificateProjection: PodCertificateProjection
  PodDNSConfig: PodDNSConfig
  PodDNSConfigOption: PodDNSConfigOption
  PodDisruptionBudget: PodDisruptionBudget
  PodDisruptionBudgetSpec: PodDisruptionBudgetSpec
  PodFailurePolicy: PodFailurePolicy
  PodFailurePolicyOnExitCodesRequirement: PodFailurePolicyOnExitCodesRequirement
  PodFailurePolicyOnPodConditionsPattern: PodFailurePolicyOnPodConditionsPattern
  PodFailurePolicyRule: PodFailurePolicyRule
  PodOS: PodOS
  PodReadinessGate: PodReadinessGate
  PodResourceClaim: PodResourceClaim
  PodSchedulingGate: PodSchedulingGate
  PodSchedulingGroup: PodSchedulingGroup
  PodSecurityContext: PodSecurityContext
  PodSpec: PodSpec
  PodTemplateSpec: PodTemplateSpec
  PodsMetricSource: PodsMetricSource
  PortworxVolumeSource: PortworxVolumeSource
  PreferredSchedulingTerm: PreferredSchedulingTerm
  Probe: Probe
  ProjectedVolumeSource: ProjectedVolumeSource
  QuobyteVolumeSource: QuobyteVolumeSource
  RBDVolumeSource: RBDVolumeSource
  ReplicaSet: ReplicaSet
  ReplicaSetSpec: ReplicaSetSpec
  ResourceClaim: ResourceClaim
  ResourceFieldSelector: ResourceFieldSelector
  ResourceMetricSource: ResourceMetricSource
  ResourceRequirements: ResourceRequirements
  RollingUpdateDaemonSet: RollingUpdateDaemonSet
  RollingUpdateDeployment: RollingUpdateDeployment
  RollingUpdateStatefulSetStrategy: RollingUpdateStatefulSetStrategy
  SELinuxOptions: SELinuxOptions
  ScaleIOVolumeSource: ScaleIOVolumeSource
  SeccompProfile: SeccompProfile
  Secret: Secret
  SecretEnvSource: SecretEnvSource
  SecretKeySelector: SecretKeySelector
  SecretProjection: SecretProjection
  SecretVolumeSource: SecretVolumeSource
  SecurityContext: SecurityContext
  Service: Service
  ServiceAccount: ServiceAccount
  ServiceAccountTokenProjection: ServiceAccountTokenProjection
  ServiceBackendPort: ServiceBackendPort
  ServicePort: ServicePort
  ServiceSpec: ServiceSpec
  SessionAffinityConfig: SessionAffinityConfig
  SleepAction: SleepAction
  StatefulSet: StatefulSet
  StatefulSetOrdinals: StatefulSetOrdinals
  StatefulSetPersistentVolumeClaimRetentionPolicy: StatefulSetPersistentVolumeClaimRetentionPolicy
  StatefulSetSpec: StatefulSetSpec
  StatefulSetUpdateStrategy: StatefulSetUpdateStrategy
  StorageOSVolumeSource: StorageOSVolumeSource
  SuccessPolicy: SuccessPolicy
  SuccessPolicyRule: SuccessPolicyRule
  Sysctl: Sysctl
  TCPSocketAction: TCPSocketAction
  Toleration: Toleration
  TopologySpreadConstraint: TopologySpreadConstraint
  TypedLocalObjectReference: TypedLocalObjectReference
  TypedObjectReference: TypedObjectReference
  Volume: Volume
  VolumeDevice: VolumeDevice
  VolumeMount: VolumeMount
  VolumeProjection: VolumeProjection
  VolumeResourceRequirements: VolumeResourceRequirements
  VsphereVirtualDiskVolumeSource: VsphereVirtualDiskVolumeSource
  WeightedPodAffinityTerm: WeightedPodAffinityTerm
  WindowsSecurityContextOptions: WindowsSecurityContextOptions
}
