import type { Json } from '../kubernetes/json'
import { quantityValue } from '../kubernetes/quantity'
import { field } from '../kubernetes/shape'
import { quantityInWords, quantitySlip } from './quantityInWords'

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
  const [requested, limited] = [
    field(field(resources, 'requests'), name),
    field(field(resources, 'limits'), name),
  ]
  const slip = quantitySlip(name, requested) ?? quantitySlip(name, limited)
  const share = shareOf(name, requested, limited)
  return share === null || slip === null ? share : { ...share, words: `${share.words} ${slip}` }
}

function shareOf(name: string, requested: Json | undefined, limited: Json | undefined): ResourceShare | null {
  const [request, limit] = [quantityValue(requested), quantityValue(limited)]
  const [asked, most] = [quantityInWords(name, requested) ?? '?', quantityInWords(name, limited) ?? '?']
  if (request === null && limit === null) return null
  if (limit === null)
    return {
      request: 0.5,
      limit: 1,
      words: `${asked} is promised. No limit: it may use what the node has to spare.`,
    }
  if (request === null) return { request: 1, limit: 1, words: `At most ${most}, and as much is promised.` }
  if (request > limit)
    return {
      request: 1,
      limit: limit / request,
      words: `The request (${asked}) is larger than the limit (${most}): refused.`,
    }
  if (limit === 0) return { request: 0, limit: 1, words: 'Nothing is promised and no limit is set.' }
  return {
    request: request / limit,
    limit: 1,
    words:
      request === limit
        ? `All it may use is promised: ${most}.`
        : `${asked} is promised of at most ${most}: ${percent(request / limit)}.`,
  }
}
