/** What of a Service becomes variables. */
export interface AddressedService {
  readonly metadata?: { readonly name?: string; readonly namespace?: string }
  readonly spec?: {
    readonly clusterIP?: string
    readonly ports?: readonly { readonly name?: string; readonly port?: number; readonly protocol?: string }[]
  }
}

/** A variable of a container's environment. */
export interface Variable {
  readonly name: string
  readonly value: string
}

/** Takes a Service; says whether it has an address of its own in the cluster (IsServiceIPSet). */
export function hasClusterIP({ spec }: AddressedService): boolean {
  const ip = spec?.clusterIP ?? ''
  return ip !== '' && ip !== 'None'
}

/** Takes a Service; gives the variables that lead to it (FromServices in pkg/kubelet/envvars), none for one without an address. */
export function serviceVariables(service: AddressedService): readonly Variable[] {
  const ports = service.spec?.ports ?? []
  const [first] = ports
  if (!hasClusterIP(service) || first === undefined) return []
  const ip = service.spec?.clusterIP ?? ''
  const host = ip.includes(':') ? `[${ip}]` : ip
  const prefix = variableName(service.metadata?.name ?? '')
  return [
    { name: `${prefix}_SERVICE_HOST`, value: ip },
    { name: `${prefix}_SERVICE_PORT`, value: String(first.port ?? 0) },
    ...ports.flatMap(({ name = '', port = 0 }) =>
      name === '' ? [] : [{ name: `${prefix}_SERVICE_PORT_${variableName(name)}`, value: String(port) }],
    ),
    ...ports.flatMap(({ port = 0, protocol: said = '' }, index) => {
      const protocol = said === '' ? 'TCP' : said
      const url = `${protocol.toLowerCase()}://${host}:${port}`
      const each = `${prefix}_PORT_${port}_${protocol.toUpperCase()}`
      return [
        ...(index === 0 ? [{ name: `${prefix}_PORT`, value: url }] : []),
        { name: each, value: url },
        { name: `${each}_PROTO`, value: protocol.toLowerCase() },
        { name: `${each}_PORT`, value: String(port) },
        { name: `${each}_ADDR`, value: ip },
      ]
    }),
  ]
}

function variableName(name: string): string {
  return name.toUpperCase().replaceAll('-', '_')
}
