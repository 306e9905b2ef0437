import type { Container, Pod, ResourceFieldSelector } from '../../kubernetes/schema/types-1.36'
import { resourceFieldValue } from './resourceFieldValue'

/** What a reference to a container's resources is resolved against. */
export interface ResourceHolder {
  readonly pod: Pod
  /** What the node can give: the limit of a container without one. */
  readonly allocatable: Readonly<Record<string, string>>
}

/**
 * Takes a pod, a reference, and the container it means where it names none; gives the amount in units of its divisor, or
 * why there is none (ExtractContainerResourceValue in pkg/api/v1/resource).
 */
export function resourceReference(
  { pod, allocatable }: ResourceHolder,
  { containerName, resource = '', divisor = '' }: ResourceFieldSelector,
  own: Container | undefined,
): string | { readonly error: string } {
  const all = [...(pod.spec?.containers ?? []), ...(pod.spec?.initContainers ?? [])]
  const container = containerName === undefined ? own : all.find(({ name }) => name === containerName)
  if (container === undefined) return { error: `container ${containerName ?? ''} not found` }
  const [list = '', name = ''] = resource.split(/\.(.*)/s)
  const { requests, limits } = container.resources ?? {}
  const limit = limits?.[name] ?? pod.spec?.resources?.limits?.[name] ?? allocatable[name]
  const amount = list === 'limits' ? limit : requests?.[name]
  const value = resourceFieldValue(resource, String(amount ?? 0), String(divisor))
  return value ?? { error: `unsupported container resource : ${resource}` }
}
