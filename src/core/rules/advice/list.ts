import type { Advice } from './advice'
import { autoscalerBesideReplicas } from './autoscaler-beside-replicas'
import { autoscalerWithoutRequests } from './autoscaler-without-requests'
import { blockedDrain } from './blocked-drain'
import { brokenGuarantee } from './broken-guarantee'
import { commandInOneWord } from './command-in-one-word'
import { containerPortClash } from './container-port-clash'
import { containerRestartPolicy } from './container-restart-policy'
import { duplicateVariable } from './duplicate-variable'
import { exitsAtOnce } from './exits-at-once'
import { hostPath } from './host-path'
import { hostPortWithReplicas } from './host-port-with-replicas'
import { hugeCpu } from './huge-cpu'
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
import { mayRunAsRoot } from './may-run-as-root'
import { milliMemory } from './milli-memory'
import { misplacedSidecar } from './misplaced-sidecar'
import { missingClaim } from './missing-claim'
import { missingConfigMap } from './missing-config-map'
import { missingKey } from './missing-key'
import { missingMemoryLimit } from './missing-memory-limit'
import { missingRequests } from './missing-requests'
import { missingSecret } from './missing-secret'
import { missingServiceAccount } from './missing-service-account'
import { mountHidesImageFiles } from './mount-hides-image-files'
import { negativeGrace } from './negative-grace'
import { nestedMounts } from './nested-mounts'
import { noReadinessProbe } from './no-readiness-probe'
import { nonRootAsRoot } from './non-root-as-root'
import { nonRootImage } from './non-root-image'
import { oneSidedVolume } from './one-sided-volume'
import { portNameClash } from './port-name-clash'
import { preStopOutlivesGrace } from './pre-stop-outlives-grace'
import { privileged } from './privileged'
import { probePortName } from './probe-port-name'
import { probePortOfAnother } from './probe-port-of-another'
import { probePortSlip } from './probe-port-slip'
import { probeTimeoutAbovePeriod } from './probe-timeout-above-period'
import { readOnlyRootWriter } from './read-only-root-writer'
import { readOnlyWriter } from './read-only-writer'
import { rollingUpdateOfClaim } from './rolling-update-of-claim'
import { runsAsRoot } from './runs-as-root'
import { secretInPlainText } from './secret-in-plain-text'
import { serviceSelectorTypo } from './service-selector-typo'
import { serviceSelectsNothing } from './service-selects-nothing'
import { serviceWithoutSelector } from './service-without-selector'
import { shellSyntaxWithoutShell } from './shell-syntax-without-shell'
import { shellVariableWithoutShell } from './shell-variable-without-shell'
import { sidecarListedLate } from './sidecar-listed-late'
import { sidecarRestartRules } from './sidecar-restart-rules'
import { sidecarWithoutStartupProbe } from './sidecar-without-startup-probe'
import { singleWriterClaim } from './single-writer-claim'
import { stuckRollout } from './stuck-rollout'
import { subPathNeverUpdates } from './sub-path-never-updates'
import { subPathVariable } from './sub-path-variable'
import { swappedPorts } from './swapped-ports'
import { targetPortName } from './target-port-name'
import { targetPortNobodyOpens } from './target-port-nobody-opens'
import { targetPortProtocol } from './target-port-protocol'
import { tinyMemory } from './tiny-memory'
import { unboundedLogs } from './unbounded-logs'
import { unboundedMemoryVolume } from './unbounded-memory-volume'
import { unusedVolume } from './unused-volume'
import { usersShareVolume } from './users-share-volume'
import { variableInValue } from './variable-in-value'
import { variableNameForShells } from './variable-name-for-shells'
import { variableUsedEarly } from './variable-used-early'
import { workloadSelectorTypo } from './workload-selector-typo'
import { writeMissesVolume } from './write-misses-volume'
import { zeroGrace } from './zero-grace'

/** Rules about one topic, as the page of rules and lists of them group them. */
interface Topic {
  readonly topic: string
  readonly rules: readonly Advice[]
}

/** Every rule, by topic. What is not in this list does not exist. */
export const TOPICS: readonly Topic[] = [
  {
    topic: 'Volumes',
    rules: [
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
      singleWriterClaim,
      rollingUpdateOfClaim,
    ],
  },
  {
    topic: 'What the design names',
    rules: [missingSecret, missingConfigMap, missingKey, missingClaim, missingServiceAccount],
  },
  {
    topic: 'Images',
    rules: [imageLatest, imageWithoutTag, latestNotPulled, imageReference, exitsAtOnce],
  },
  {
    topic: 'Ports and Services',
    rules: [
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
    ],
  },
  {
    topic: 'Roles',
    rules: [
      misplacedSidecar,
      containerRestartPolicy,
      initRetryPolicy,
      initNeverEnds,
      jobNeverEnds,
      sidecarWithoutStartupProbe,
      sidecarListedLate,
      sidecarRestartRules,
    ],
  },
  {
    topic: 'Probes',
    rules: [
      noReadinessProbe,
      probePortName,
      probePortOfAnother,
      probePortSlip,
      probeTimeoutAbovePeriod,
      impatientLiveness,
      livenessEqualsReadiness,
    ],
  },
  {
    topic: 'Variables and commands',
    rules: [
      duplicateVariable,
      variableUsedEarly,
      variableNameForShells,
      secretInPlainText,
      commandInOneWord,
      shellSyntaxWithoutShell,
      shellVariableWithoutShell,
      variableInValue,
    ],
  },
  {
    topic: 'Resources',
    rules: [milliMemory, tinyMemory, hugeCpu, brokenGuarantee, missingRequests, missingMemoryLimit],
  },
  {
    topic: 'The end of a pod',
    rules: [negativeGrace, zeroGrace, preStopOutlivesGrace],
  },
  {
    topic: 'Security',
    rules: [
      nonRootAsRoot,
      nonRootImage,
      readOnlyRootWriter,
      usersShareVolume,
      privileged,
      runsAsRoot,
      mayRunAsRoot,
    ],
  },
  {
    topic: 'Workloads together',
    rules: [
      workloadSelectorTypo,
      blockedDrain,
      autoscalerBesideReplicas,
      autoscalerWithoutRequests,
      stuckRollout,
    ],
  },
]

/** Every rule. */
export const ADVICE: readonly Advice[] = TOPICS.flatMap(({ rules }) => rules)
