import { DOCS, isDeleted, policyOf, type Explanation, type Transition } from './transition'

const isOver = ({ span }: Transition): boolean => span.state === 'completed' || span.state === 'failed'

const isTerminating = ({ span }: Transition): boolean => span.state === 'terminating'

/** What comes of an end: by the policy, the next run or none. */
function after(transition: Transition): string {
  const { span, life } = transition
  const policy = policyOf(transition)
  if (isDeleted(transition)) return 'The pod is being deleted, so it is not started again.'
  if (policy === 'Never' || (policy === 'OnFailure' && span.exitCode === 0))
    return `With restartPolicy ${policy} it is not started again.`
  return life.role === 'sidecar'
    ? 'A sidecar is always started again, whatever its pod’s restartPolicy.'
    : `With restartPolicy ${policy} it is started again.`
}

/** Why a container is stopped, and why it has ended. */
export const ENDING: readonly Explanation[] = [
  {
    id: 'failed-liveness',
    matches: (transition) =>
      isTerminating(transition) && transition.killing.includes('failed liveness probe'),
    words: () =>
      'Its livenessProbe has failed too often in a row, so the kubelet stops it: preStop hook, SIGTERM, and SIGKILL when its grace period is over.',
    rule: 'pkg/kubelet/kuberuntime/kuberuntime_manager.go, computePodActions',
    docs: DOCS.probes,
  },
  {
    id: 'failed-startup',
    matches: (transition) => isTerminating(transition) && transition.killing.includes('failed startup probe'),
    words: () =>
      'Its startupProbe did not pass in time (failureThreshold × periodSeconds), so the kubelet stops it.',
    rule: 'pkg/kubelet/kuberuntime/kuberuntime_manager.go, computePodActions',
    docs: DOCS.probes,
  },
  {
    id: 'stop-sidecar',
    matches: (transition) => isTerminating(transition) && transition.life.role === 'sidecar',
    words: () =>
      'The pod ends. Its preStop hook runs at once; SIGTERM comes only after all app containers, and the sidecars after it in the list, have ended.',
    rule: 'pkg/kubelet/kuberuntime/kuberuntime_termination_order.go; KEP-753',
    docs: DOCS.sidecar,
  },
  {
    id: 'stop',
    matches: isTerminating,
    words: (transition) =>
      isDeleted(transition)
        ? `The pod is deleted: preStop hook, SIGTERM, and SIGKILL when the grace period (${transition.object?.metadata?.deletionGracePeriodSeconds ?? 30} s) is over.`
        : 'It is asked to stop by a SIGTERM; SIGKILL comes when its grace period is over.',
    rule: 'pkg/kubelet/kuberuntime/kuberuntime_container.go, killContainer',
    docs: DOCS.termination,
  },
  {
    id: 'intervention',
    matches: (transition) => isOver(transition) && transition.intervention !== '',
    words: (transition) => `You did this. ${transition.intervention} ${after(transition)}`,
    rule: 'pkg/kubelet/container/helpers.go, ShouldContainerBeRestarted',
    docs: DOCS.policy,
  },
  {
    id: 'oom',
    matches: ({ span }) => span.reason === 'OOMKilled',
    words: (transition) =>
      `It wanted more memory than its limit, so the kernel killed it (137). Only this container, not the pod. ${after(transition)}`,
    rule: 'the container runtime’s reason OOMKilled',
    docs: DOCS.memory,
  },
  {
    id: 'start-error',
    matches: ({ span }) => span.reason === 'StartError' || span.reason === 'ContainerCannotRun',
    words: (transition) =>
      `Its command could not be run: is there such a program in the image? ${after(transition)}`,
    rule: 'the container runtime’s reason StartError',
    docs: DOCS.states,
  },
  {
    id: 'init-done',
    matches: ({ span, life }) => span.state === 'completed' && life.role === 'init',
    words: () => 'It has done its work (exit code 0). Now the next container of the list can start.',
    rule: 'pkg/kubelet/kuberuntime/kuberuntime_container.go, computeInitContainerActions',
    docs: DOCS.init,
  },
  {
    id: 'stopped-kill',
    matches: ({ span, before }) => span.exitCode === 137 && before?.state === 'terminating',
    words: (transition) =>
      `It did not stop by itself within the grace period, so it got a SIGKILL (137 = 128 + 9). ${after(transition)}`,
    rule: 'pkg/kubelet/kuberuntime/kuberuntime_container.go, killContainer',
    docs: DOCS.termination,
  },
  {
    id: 'stopped-term',
    matches: ({ span, before }) => span.exitCode === 143 && before?.state === 'terminating',
    words: (transition) => `SIGTERM has ended it (143 = 128 + 15). ${after(transition)}`,
    rule: 'pkg/kubelet/kuberuntime/kuberuntime_container.go, killContainer',
    docs: DOCS.termination,
  },
  {
    id: 'killed',
    matches: ({ span }) => span.exitCode === 137,
    words: (transition) => `It was killed by a SIGKILL (137 = 128 + 9). ${after(transition)}`,
    rule: 'pkg/kubelet/container/helpers.go, ShouldContainerBeRestarted',
    docs: DOCS.policy,
  },
  {
    id: 'completed',
    matches: ({ span }) => span.state === 'completed',
    words: (transition) =>
      policyOf(transition) === 'Always' && !isDeleted(transition)
        ? `Its program has ended by itself, with 0. ${after(transition)} To Kubernetes that is a crash like any other.`
        : `Its program has ended by itself, with 0. ${after(transition)}`,
    rule: 'pkg/kubelet/container/helpers.go, ShouldContainerBeRestarted',
    docs: DOCS.policy,
  },
  {
    id: 'failed',
    matches: ({ span }) => span.state === 'failed',
    words: (transition) =>
      `Its program has ended with exit code ${transition.span.exitCode ?? 0}. ${after(transition)}`,
    rule: 'pkg/kubelet/container/helpers.go, ShouldContainerBeRestarted',
    docs: DOCS.policy,
  },
]
