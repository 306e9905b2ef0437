import { imageReference } from '../../kubernetes/values'
import type { Container } from '../../kubernetes/schema/types-1.36'
import type { Steps } from '../clock'
import type { ImagePull } from './host'
import type { Kubelet } from './kubelet'
import type { StartFailure } from './status/containerStatuses'
import { TIMES } from './times'

/** An image that is there already is asked for again in no time. */
const NO_PULL: ImagePull = { seconds: 0, error: '' }

/**
 * Takes an image as wanted, and the container it is for (null: it is a volume of the pod); sees to it that the image is on the node (EnsureImageExists in pkg/kubelet/images/image_manager.go):
 * its name is none, it is there, is pulled, or the pull is refused by its back-off. Gives why it is not there, or null.
 */
export function* ensureImage(
  kubelet: Kubelet,
  wanted: Pick<Container, 'image' | 'imagePullPolicy'>,
  container: Container | null,
): Steps<StartFailure | null> {
  const { host, clock, pullBackOff, pulledAt } = kubelet
  const { image = '', imagePullPolicy } = wanted
  const fault = imageReference(image)
  if (fault !== null) {
    const message = `Failed to apply default image tag "${image}": couldn't parse image name "${image}": ${fault}`
    kubelet.record('Warning', 'InspectFailed', message, container)
    return { reason: 'InvalidImageName', message }
  }
  const pull = host.pullOf(image)
  const isPresent = pull === undefined || host.present.has(image)
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
  const { error: words, seconds: lasts, size = 0 } = pull ?? NO_PULL
  if (since !== undefined && pullBackOff.refusedUntil(image, since, clock.now) !== null) {
    const message = `Back-off pulling image "${image}"`
    kubelet.record('Normal', 'BackOff', message, container)
    return { reason: 'ImagePullBackOff', message: `${message}: ErrImagePull: ${words}` }
  }
  kubelet.record('Normal', 'Pulling', `Pulling image "${image}"`, container)
  if (lasts > 0) yield { until: clock.now + lasts * TIMES.second }
  if (words !== '') {
    pullBackOff.advance(image, clock.now, clock.now)
    pulledAt.set(image, clock.now)
    kubelet.record('Warning', 'Failed', `Failed to pull image "${image}": ${words}`, container)
    return { reason: 'ErrImagePull', message: words }
  }
  host.present.add(image)
  const took = `${lasts}s (${lasts}s including waiting)`
  kubelet.record(
    'Normal',
    'Pulled',
    `Successfully pulled image "${image}" in ${took}. Image size: ${size} bytes.`,
    container,
  )
  return null
}

/** Takes a container; sees to it that the images are there that it mounts as volumes (getImageVolumes in pkg/kubelet/kuberuntime, KEP-4639). Gives why one is not, or null. */
export function* ensureImageVolumes(kubelet: Kubelet, container: Container): Steps<StartFailure | null> {
  for (const { name, image } of kubelet.spec.volumes ?? []) {
    if (image === undefined || container.volumeMounts?.some((mount) => mount.name === name) !== true) continue
    const { reference = '', pullPolicy } = image
    if (pullPolicy !== 'Always' && kubelet.host.present.has(reference)) continue
    const failure = yield* ensureImage(kubelet, { image: reference, imagePullPolicy: pullPolicy }, null)
    if (failure !== null) return failure
  }
  return null
}
