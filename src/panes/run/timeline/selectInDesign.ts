import type { Json } from '../../../core/kubernetes/json'
import type { Path } from '../../../core/kubernetes/path'
import {
  containerPathOfLife,
  objectPath,
  volumePathOfLife,
} from '../../../core/simulator/history/designPlace'
import type { PodLife } from '../../../core/simulator/history/podLife'
import { useDesigner } from '../../../store/designer'
import { useRun } from '../../../store/run'
import { isOfOpenDesign } from '../../../store/runRelation'

/** Selects what a way to find it leads to in the design that is open, where that is the one that runs. */
function select(find: (documents: readonly Json[]) => Path | null): void {
  if (!isOfOpenDesign(useRun.getState())) return
  const { manifest, select: selectPath } = useDesigner.getState()
  const path = find(manifest)
  if (path !== null) selectPath(path)
}

/** Takes a pod and one of its containers; looks at it closely, and selects it in the design. */
export function chooseContainer(pod: PodLife, container: string): void {
  useRun.setState({ chosen: { namespace: pod.namespace, pod: pod.name, container } })
  select((documents) => containerPathOfLife(documents, pod, container))
}

/** Takes a pod and one of its volumes; selects it in the design. */
export function selectVolume(pod: PodLife, volume: string): void {
  select((documents) => volumePathOfLife(documents, pod, volume))
}

/** Takes a Service's place; selects it in the design. */
export function selectService(namespace: string, name: string): void {
  select((documents) => objectPath(documents, 'Service', namespace, name))
}
