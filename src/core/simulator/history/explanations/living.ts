import { DOCS, predecessorOf, type Explanation, type Transition } from './transition'

const isIn =
  (...states: readonly Transition['span']['state'][]) =>
  ({ span }: Transition): boolean =>
    states.includes(span.state)

/** Whether it was running already: the same run. */
const runsOn = ({ span, before }: Transition): boolean =>
  before !== null &&
  before.attempt === span.attempt &&
  (before.state === 'running' || before.state === 'ready')

const starts = (transition: Transition): boolean =>
  isIn('running', 'ready')(transition) && !runsOn(transition)

/** Why a container runs, or is ready. */
export const LIVING: readonly Explanation[] = [
  {
    id: 'first-restart',
    matches: (transition) => starts(transition) && transition.span.attempt === 1,
    words: () =>
      'It is started again. The first time that happens at once; the back-off begins with the second.',
    rule: 'pkg/kubelet/kuberuntime/kuberuntime_manager.go, doBackOff',
    docs: DOCS.restarts,
  },
  {
    id: 'restart',
    matches: (transition) => starts(transition) && transition.span.attempt > 1,
    words: ({ span, before }) =>
      before?.state === 'backOff'
        ? `The back-off is over: restart ${span.attempt}. Only a run of more than 10 minutes makes the pauses short again.`
        : `It is started again: restart ${span.attempt}.`,
    rule: 'pkg/kubelet/kuberuntime/kuberuntime_manager.go, doBackOff',
    docs: DOCS.restarts,
  },
  {
    id: 'start-init',
    matches: (transition) => starts(transition) && transition.life.role === 'init',
    words: () =>
      'It runs. Nothing after it in the list starts before it has ended with 0, and once it has, it does not run again.',
    rule: 'pkg/kubelet/kuberuntime/kuberuntime_container.go, computeInitContainerActions',
    docs: DOCS.init,
  },
  {
    id: 'start-sidecar',
    matches: (transition) => starts(transition) && transition.life.role === 'sidecar',
    words: ({ life }) =>
      life.container.startupProbe === undefined
        ? 'This sidecar runs. As soon as the kubelet has seen that, the next container starts; this one goes on beside it.'
        : 'This sidecar runs. When its startupProbe has passed, the next container starts; this one goes on beside it.',
    rule: 'pkg/kubelet/kuberuntime/kuberuntime_container.go, computeInitContainerActions; KEP-753',
    docs: DOCS.sidecar,
  },
  {
    id: 'start',
    matches: starts,
    words: (transition) =>
      predecessorOf(transition)?.role === 'app'
        ? 'It runs. Containers start one after the other, in the order of the list: this one came after the one above.'
        : 'It runs: its image is there and the container runtime has started its process.',
    rule: 'pkg/kubelet/kuberuntime/kuberuntime_manager.go, SyncPod',
    docs: DOCS.states,
  },
  {
    id: 'ready-by-probe',
    matches: (transition) =>
      isIn('ready')(transition) && transition.life.container.readinessProbe !== undefined,
    words: () =>
      'Its readinessProbe has passed, so it is ready. When all of the pod are, Services send requests to it.',
    rule: 'pkg/kubelet/prober/prober_manager.go, UpdatePodStatus',
    docs: DOCS.probes,
  },
  {
    id: 'ready',
    matches: isIn('ready'),
    words: ({ life }) =>
      life.container.startupProbe === undefined
        ? 'The kubelet has seen that it runs. Without a readinessProbe that is all it takes to be ready.'
        : 'Its startupProbe has passed. Without a readinessProbe that is all it takes to be ready.',
    rule: 'pkg/kubelet/prober/prober_manager.go, UpdatePodStatus',
    docs: DOCS.probes,
  },
  {
    id: 'unready',
    matches: ({ span, before }) => span.state === 'running' && before?.state === 'ready',
    words: () =>
      'Its readinessProbe fails, so it is not ready any more. It is not restarted; Services send no requests to the pod until it passes.',
    rule: 'pkg/kubelet/prober/prober_manager.go, UpdatePodStatus',
    docs: DOCS.probes,
  },
  {
    id: 'started',
    matches: ({ span, before }) => span.state === 'running' && span.isStarted && before?.isStarted === false,
    words: ({ life }) =>
      life.container.readinessProbe === undefined
        ? 'The kubelet has seen that it runs.'
        : 'It has started. It is ready when its readinessProbe passes.',
    rule: 'pkg/kubelet/prober/prober_manager.go, UpdatePodStatus',
    docs: DOCS.probes,
  },
  {
    id: 'runs-on',
    matches: isIn('running'),
    words: () => 'It runs, and is not ready.',
    rule: 'pkg/kubelet/prober/prober_manager.go, UpdatePodStatus',
    docs: DOCS.probes,
  },
]
