/*
 * The kubelet's constants of time in milliseconds (pkg/kubelet/kubelet.go, pod_workers.go), without its random factors,
 * and how long the simulated container runtime takes.
 */

const SECOND = 1000

export const TIMES = {
  second: SECOND,
  /** RunPodSandbox with its network. */
  sandbox: 300,
  /** CreateContainer and StartContainer. */
  start: 100,
  /** The pod lifecycle event generator looks at the runtime every second (plegRelistDuration), as does the work queue. */
  relist: SECOND,
  /** How far from a whole second that happens. */
  relistPhase: 950,
  /** resyncInterval: the next sync after one without an error. */
  resync: 60 * SECOND,
  /** backOffPeriod: the next sync after one with an error. */
  syncRetry: 10 * SECOND,
  /** The first back-off, and the longest (MaxContainerBackOff). */
  firstBackOff: 10 * SECOND,
  longestBackOff: 300 * SECOND,
  /** A run longer than this forgets the back-off (backOffMaxDuration of the restart's own back-off). */
  forgetBackOff: 600 * SECOND,
  /** A volume that can't be mounted (initialDurationBeforeRetry, maxDurationBeforeRetry). */
  firstMountRetry: 500,
  longestMountRetry: 122 * SECOND,
  /** From the last status of a deleted pod to its removal from the API. */
  remove: 1,
  /** minimumGracePeriodInSeconds: what a container has between SIGTERM and SIGKILL, whatever is left. */
  leastGrace: 2 * SECOND,
} as const
