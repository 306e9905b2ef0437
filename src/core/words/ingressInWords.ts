import type { IngressPath, IngressTarget } from '../kubernetes/ingress'

/** What each path type adds to the address (networking/v1 PathType). */
const REACH: Readonly<Record<string, string>> = {
  Prefix: ' and all below it',
  Exact: ', exactly,',
  ImplementationSpecific: ', as the controller reads it,',
}

/** Takes a path of an Ingress; gives in a sentence where which requests go. */
export function ingressPathInWords({ host, path, pathType, isTls, target }: IngressPath): string {
  const site = `${isTls ? 'https' : 'http'}://${host === '' ? '(any host)' : host}`
  const reach = Object.hasOwn(REACH, pathType) ? (REACH[pathType] ?? '') : ''
  const isAll = pathType === 'Prefix' && (path === '/' || path === '')
  const what = isAll ? `Everything at ${site}` : `${site}${path}${reach}`
  return `${what} goes to ${targetInWords(target)}.`
}

/** Takes where an Ingress leads to; gives it in a few words. */
function targetInWords({ service, port, found, isResource }: IngressTarget): string {
  if (isResource) return 'another object'
  if (service === '') return 'no Service yet'
  return `Service ${service}${found === null ? ' (not in this design)' : ''}${port === '' ? '' : `, port ${port}`}`
}
