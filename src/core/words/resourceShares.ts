import type { Json } from '../kubernetes/json'
import { quantityValue } from '../kubernetes/quantity'
import { field } from '../kubernetes/shape'

/** What a container asks of one resource, as parts of its limit: for a bar. */
export interface ResourceShare {
  /** Part of the bar that is promised, 0 to 1. */
  readonly request: number
  /** Part of the bar up to the limit: 1, or less where a request is larger than the limit. */
  readonly limit: number
  readonly words: string
}

const percent = (part: number): string => `${Math.round(part * 100)} %`

/**
 * Takes a container's `resources` and the name of a resource; gives how its request stands to its limit, or null where
 * neither can be read. A request left out is the limit (Kubernetes docs, "Resource Management for Pods and Containers").
 */
export function resourceShare(resources: Json | undefined, name: string): ResourceShare | null {
  const request = quantityValue(field(field(resources, 'requests'), name))
  const limit = quantityValue(field(field(resources, 'limits'), name))
  if (request === null && limit === null) return null
  if (limit === null)
    return { request: 0.5, limit: 1, words: 'No limit: it may use what the node has to spare.' }
  if (request === null) return { request: 1, limit: 1, words: 'Only a limit: as much is promised.' }
  if (request > limit)
    return { request: 1, limit: limit / request, words: 'The request is larger than the limit: refused.' }
  if (limit === 0) return { request: 0, limit: 1, words: 'Nothing is promised and no limit is set.' }
  return {
    request: request / limit,
    limit: 1,
    words:
      request === limit
        ? 'All it may use is promised.'
        : `${percent(request / limit)} of the limit is promised.`,
  }
}
