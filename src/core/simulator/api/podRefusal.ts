import type { ApiServer } from './apiServer'
import type { ObjectsByKind } from './objects'

/** The controller of service accounts makes this one in every namespace (pkg/controller/serviceaccount). */
const EVERYWHERE = 'default'

/**
 * Takes the API server, a pod that is to be made, and the name the server knows it by (the beginning of one that is made
 * up); gives the words with which admission refuses it, or null: the account that it runs as has to be there
 * (plugin/pkg/admission/serviceaccount).
 */
export function podRefusal(
  api: ApiServer,
  { metadata, spec }: ObjectsByKind['Pod'],
  name: string,
): string | null {
  const namespace = metadata?.namespace ?? 'default'
  const account = spec?.serviceAccountName ?? ''
  if (account === '' || account === EVERYWHERE) return null
  if (api.get('ServiceAccount', namespace, account) !== undefined) return null
  const reason = `error looking up service account ${namespace}/${account}: serviceaccount "${account}" not found`
  return `pods "${name}" is forbidden: ${reason}`
}
