import type { Container } from '../../kubernetes/schema/types-1.36'
import type { ImageSource } from './behavior'
import type { Steps } from '../clock'
import type { Kubelet } from './kubelet'
import type { StartFailure } from './status/containerStatuses'
import { TIMES } from './times'

/**
 * Takes a container; sees to it that its image is on the node (EnsureImageExists in pkg/kubelet/images/image_manager.go):
 * it is there, is pulled, or the pull is refused by its back-off. Gives why it is not there, or null.
 */
export function* ensureImage(kubelet: Kubelet, container: Container): Steps<StartFailure | null> {
  const { images, present, clock, pullBackOff, pulledAt } = kubelet
  const { image = '', imagePullPolicy } = container
  const source = Object.hasOwn(images, image) ? images[image] : undefined
  const isPresent = source === undefined || present.has(image)
  if (isPresent && imagePullPolicy !== 'Always') {
    const words = `Container image "${image}" already present on machine and can be accessed by the pod`
    kubelet.record('Normal', 'Pulled', words, container)
    return null
  }
  if (imagePullPolicy === 'Never') {
    const message = `Container image "${image}" is not present with pull policy of Never`
    kubelet.record('Warning', 'ErrImageNeverPull', message, container)
    return { reason: 'ErrImageNeverPull', message }
  }
  const since = pulledAt.get(image)
  const words = source === undefined ? '' : errorOf(source)
  if (since !== undefined && pullBackOff.refusedUntil(image, since, clock.now) !== null) {
    const message = `Back-off pulling image "${image}"`
    kubelet.record('Normal', 'BackOff', message, container)
    return { reason: 'ImagePullBackOff', message: `${message}: ErrImagePull: ${words}` }
  }
  kubelet.record('Normal', 'Pulling', `Pulling image "${image}"`, container)
  const lasts = source === undefined ? 0 : secondsOf(source)
  if (lasts > 0) yield { until: clock.now + lasts * TIMES.second }
  if (words !== '') {
    pullBackOff.advance(image, clock.now, clock.now)
    pulledAt.set(image, clock.now)
    kubelet.record('Warning', 'Failed', `Failed to pull image "${image}": ${words}`, container)
    return { reason: 'ErrImagePull', message: words }
  }
  present.add(image)
  const took = `${lasts}s (${lasts}s including waiting)`
  kubelet.record(
    'Normal',
    'Pulled',
    `Successfully pulled image "${image}" in ${took}. Image size: 0 bytes.`,
    container,
  )
  return null
}

/** Why an image can't be pulled; '' where it can. */
function errorOf(source: ImageSource): string {
  const words = Object.values(source).find((value) => typeof value === 'string')
  return typeof words === 'string' ? words : ''
}

/** How many seconds its pull takes. */
function secondsOf(source: ImageSource): number {
  const seconds = Object.values(source).find((value) => typeof value === 'number')
  return typeof seconds === 'number' ? seconds : 0
}
