import type { Json } from '../../../kubernetes/json'
import type { Path } from '../../../kubernetes/path'
import { field, wordOf } from '../../../kubernetes/shape'
import type { Design } from './design'
import type { PodContainer } from './pod'

/** An amount that a container asks for or is limited to, as it is written. */
export interface Amount {
  readonly path: Path
  readonly container: PodContainer
  readonly text: string
}

/** Takes a design and a resource; gives its amounts in all containers, requests and limits. */
export function amountsOf({ pods }: Design, resource: string): readonly Amount[] {
  return pods.flatMap(({ containers }) =>
    containers.flatMap((container) =>
      (['requests', 'limits'] as const).flatMap((list) => {
        const text = wordOf(amountIn(container, list, resource))
        return text === ''
          ? []
          : [{ path: [...container.path, 'resources', list, resource], container, text }]
      }),
    ),
  )
}

/** Takes a container, requests or limits, and a resource; gives the amount as written, or undefined. */
export function amountIn(
  { value }: PodContainer,
  list: 'requests' | 'limits',
  resource: string,
): Json | undefined {
  return field(field(field(value, 'resources'), list), resource) ?? undefined
}

/** Takes a container and a resource; says whether it asks for some: a limit without a request asks for as much (core/v1 SetDefaults_Pod). */
export function asksFor(container: PodContainer, resource: string): boolean {
  return (
    amountIn(container, 'requests', resource) !== undefined ||
    amountIn(container, 'limits', resource) !== undefined
  )
}
