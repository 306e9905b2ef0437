import type { Advice } from './advice'
import { containerPortClash } from './container-port-clash'
import { containerRestartPolicy } from './container-restart-policy'
import { hostPath } from './host-path'
import { hostPortWithReplicas } from './host-port-with-replicas'
import { imageLatest } from './image-latest'
import { imageReference } from './image-reference'
import { imageWithoutTag } from './image-without-tag'
import { impatientLiveness } from './impatient-liveness'
import { initNeverEnds } from './init-never-ends'
import { initRetryPolicy } from './init-retry-policy'
import { jobNeverEnds } from './job-never-ends'
import { latestNotPulled } from './latest-not-pulled'
import { listeningPortClash } from './listening-port-clash'
import { livenessEqualsReadiness } from './liveness-equals-readiness'
import { misplacedSidecar } from './misplaced-sidecar'
import { mountHidesImageFiles } from './mount-hides-image-files'
import { nestedMounts } from './nested-mounts'
import { noReadinessProbe } from './no-readiness-probe'
import { oneSidedVolume } from './one-sided-volume'
import { portNameClash } from './port-name-clash'
import { probePortName } from './probe-port-name'
import { probePortOfAnother } from './probe-port-of-another'
import { probeTimeoutAbovePeriod } from './probe-timeout-above-period'
import { readOnlyWriter } from './read-only-writer'
import { serviceSelectorTypo } from './service-selector-typo'
import { serviceSelectsNothing } from './service-selects-nothing'
import { serviceWithoutSelector } from './service-without-selector'
import { sidecarListedLate } from './sidecar-listed-late'
import { sidecarRestartRules } from './sidecar-restart-rules'
import { sidecarWithoutStartupProbe } from './sidecar-without-startup-probe'
import { subPathNeverUpdates } from './sub-path-never-updates'
import { subPathVariable } from './sub-path-variable'
import { swappedPorts } from './swapped-ports'
import { targetPortName } from './target-port-name'
import { targetPortNobodyOpens } from './target-port-nobody-opens'
import { targetPortProtocol } from './target-port-protocol'
import { unboundedLogs } from './unbounded-logs'
import { unboundedMemoryVolume } from './unbounded-memory-volume'
import { unusedVolume } from './unused-volume'
import { workloadSelectorTypo } from './workload-selector-typo'
import { writeMissesVolume } from './write-misses-volume'

/** Every rule, by topic. What is not in this list does not exist. */
export const ADVICE: readonly Advice[] = [
  // Volumes
  unusedVolume,
  oneSidedVolume,
  writeMissesVolume,
  readOnlyWriter,
  mountHidesImageFiles,
  nestedMounts,
  unboundedLogs,
  unboundedMemoryVolume,
  subPathNeverUpdates,
  subPathVariable,
  hostPath,
  // Images
  imageLatest,
  imageWithoutTag,
  latestNotPulled,
  imageReference,
  // Ports and Services
  containerPortClash,
  listeningPortClash,
  portNameClash,
  hostPortWithReplicas,
  serviceSelectorTypo,
  serviceSelectsNothing,
  serviceWithoutSelector,
  targetPortNobodyOpens,
  targetPortName,
  targetPortProtocol,
  swappedPorts,
  // Roles
  misplacedSidecar,
  containerRestartPolicy,
  initRetryPolicy,
  initNeverEnds,
  jobNeverEnds,
  sidecarWithoutStartupProbe,
  sidecarListedLate,
  sidecarRestartRules,
  // Probes
  noReadinessProbe,
  probePortName,
  probePortOfAnother,
  probeTimeoutAbovePeriod,
  impatientLiveness,
  livenessEqualsReadiness,
  // Workloads together
  workloadSelectorTypo,
]
