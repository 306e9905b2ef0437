/** A type of Secret that Kubernetes knows. */
export interface SecretType {
  readonly type: string
  /** What it is for, in a few words. */
  readonly help: string
  /** The keys it must have. */
  readonly keys: readonly string[]
  /** Whether one of the keys is enough. */
  readonly anyOf?: true
}

/** The types that the server knows, with the keys its validation asks for (ValidateSecret in pkg/apis/core/validation). */
export const SECRET_TYPES: readonly SecretType[] = [
  { type: 'Opaque', help: 'Any keys: the default.', keys: [] },
  {
    type: 'kubernetes.io/tls',
    help: 'A certificate and its private key, for an Ingress or a server.',
    keys: ['tls.crt', 'tls.key'],
  },
  {
    type: 'kubernetes.io/dockerconfigjson',
    help: 'The login of an image registry, for imagePullSecrets.',
    keys: ['.dockerconfigjson'],
  },
  {
    type: 'kubernetes.io/basic-auth',
    help: 'A user name and a password; one of them is enough.',
    keys: ['username', 'password'],
    anyOf: true,
  },
  { type: 'kubernetes.io/ssh-auth', help: 'A private key for SSH.', keys: ['ssh-privatekey'] },
  {
    type: 'kubernetes.io/service-account-token',
    help: 'A token that the server fills in for the ServiceAccount named by an annotation.',
    keys: [],
  },
  {
    type: 'kubernetes.io/dockercfg',
    help: 'The login of an image registry in the old form of the file.',
    keys: ['.dockercfg'],
  },
  {
    type: 'bootstrap.kubernetes.io/token',
    help: 'Lets a node join the cluster.',
    keys: [],
  },
]

/** Takes a Secret's type ('' where none is written) and its keys; gives those it still needs. */
export function missingKeys(type: string, keys: readonly string[]): readonly string[] {
  const row = SECRET_TYPES.find((candidate) => candidate.type === type)
  if (row === undefined) return []
  const missing = row.keys.filter((key) => !keys.includes(key))
  return row.anyOf === true && missing.length < row.keys.length ? [] : missing
}
