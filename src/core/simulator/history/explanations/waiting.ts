import { DOCS, predecessorOf, spanWords, type Explanation, type Transition } from './transition'

const waits =
  (...reasons: readonly string[]) =>
  ({ span }: Transition): boolean =>
    (span.state === 'waiting' || span.state === 'backOff') && reasons.includes(span.reason)

const said = ({ span }: Transition): string =>
  span.message === '' ? '' : ` The kubelet says: ${span.message}`

/** Why a container waits. */
export const WAITING: readonly Explanation[] = [
  {
    id: 'crash-loop',
    matches: waits('CrashLoopBackOff'),
    words: ({ span, before }) =>
      `It has ended${before?.exitCode === 0 ? ', with 0, but it is meant to run on,' : ' again'} and is not started anew at once: the pause is 10 s, then 20, 40, … up to 5 minutes${span.until === null ? '' : `, and counts from the end of the run. This one is over in ${spanWords(span.until - span.time)}`}.`,
    rule: 'pkg/kubelet/kuberuntime/kuberuntime_manager.go, doBackOff',
    docs: DOCS.restarts,
  },
  {
    id: 'image-back-off',
    matches: waits('ImagePullBackOff'),
    words: () =>
      'Its image could not be pulled, so the kubelet waits before it tries again: 10 s, then 20, 40, … up to 5 minutes. Look at the image’s name and tag.',
    rule: 'pkg/kubelet/images/image_manager.go, EnsureImageExists',
    docs: `${DOCS.images}#imagepullbackoff`,
  },
  {
    id: 'image-error',
    matches: waits('ErrImagePull', 'ErrImageNeverPull', 'InvalidImageName'),
    words: (transition) => `There is no image to start it from.${said(transition)}`,
    rule: 'pkg/kubelet/images/image_manager.go, EnsureImageExists',
    docs: DOCS.images,
  },
  {
    id: 'config-error',
    matches: waits('CreateContainerConfigError'),
    words: (transition) =>
      `Something that its variables name is not there: a ConfigMap, a Secret, or a key in it. It starts as soon as it is.${said(transition)}`,
    rule: 'pkg/kubelet/kubelet_pods.go, makeEnvironmentVariables',
    docs: DOCS.configMap,
  },
  {
    id: 'create-error',
    matches: waits('CreateContainerError', 'RunContainerError'),
    words: (transition) => `The container runtime could not start it.${said(transition)}`,
    rule: 'pkg/kubelet/kuberuntime/kuberuntime_container.go, startContainer',
    docs: DOCS.states,
  },
  {
    id: 'post-start-error',
    matches: waits('PostStartHookError'),
    words: (transition) =>
      `Its postStart hook failed, so it was killed; it is tried again after the usual back-off.${said(transition)}`,
    rule: 'pkg/kubelet/kuberuntime/kuberuntime_container.go, startContainer',
    docs: DOCS.hooks,
  },
  {
    id: 'all-restarting',
    matches: waits('RestartingAllContainers'),
    words: () =>
      'A rule of a container asked for it: all containers of the pod stop, and the pod begins anew in place.',
    rule: 'KEP-5532',
    docs: DOCS.policy,
  },
  {
    id: 'init-first',
    matches: (transition) => waits('PodInitializing')(transition) && predecessorOf(transition) !== null,
    words: (transition) => {
      const { name = '', role = 'init' } = predecessorOf(transition) ?? {}
      return role === 'init'
        ? `It waits for ${name}: an init container has to end with 0 before the next container starts.`
        : role === 'sidecar'
          ? `It waits for ${name}: a sidecar has to be started (seen running, and its startupProbe passed) before the next container starts. Whether it is ready does not matter.`
          : 'It waits for the init containers; then the containers start one after the other.'
    },
    rule: 'pkg/kubelet/kuberuntime/kuberuntime_container.go, computeInitContainerActions; KEP-753',
    docs: DOCS.init,
  },
  {
    id: 'creating',
    matches: waits('ContainerCreating', 'PodInitializing'),
    words: () =>
      'The pod has its node. The kubelet mounts its volumes, sets up its network and makes the container.',
    rule: 'pkg/kubelet/kubelet_pods.go, convertToAPIContainerStatuses',
    docs: DOCS.states,
  },
  {
    id: 'unscheduled',
    matches: ({ span }) => span.state === 'waiting' && span.reason === '',
    words: () => 'The pod has been made. The scheduler looks for a node for it.',
    rule: 'pkg/scheduler; pkg/kubelet/kubelet_pods.go, getPhase',
    docs: DOCS.scheduling,
  },
]
