/** An IP address: its bytes, 4 or 16. An IPv4 address written inside IPv6 is an IPv4 one, as in Go. */
export interface IpAddress {
  readonly bytes: readonly number[]
  /** Whether Go's newer, strict reader would take the text too: no leading zeros, no IPv4 written as IPv6. */
  readonly fault: 'leading-zeros' | 'mapped' | null
}

/** A range of addresses: the address as written and the length of the prefix. */
export interface IpRange {
  readonly address: IpAddress
  readonly prefix: number
  readonly fault: IpAddress['fault']
}

const MAPPED = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255]

/** Takes a text; gives the address as the server's lenient reader has it (k8s.io/utils/net ParseIPSloppy), or null. */
export function parseIp(text: string): IpAddress | null {
  if (!text.includes(':')) return parseV4(text)
  const bytes = parseV6(text)
  if (bytes === null) return null
  const isMapped = MAPPED.every((byte, i) => bytes.bytes[i] === byte)
  if (!isMapped) return bytes
  return { bytes: bytes.bytes.slice(12), fault: bytes.fault ?? 'mapped' }
}

/** Takes a text such as `10.0.0.0/8`; gives the range as the server's lenient reader has it (ParseCIDRSloppy), or null. */
export function parseCidr(text: string): IpRange | null {
  const slash = text.indexOf('/')
  if (slash < 0) return null
  const written = text.slice(0, slash)
  const length = text.slice(slash + 1)
  const address = parseIp(written)
  if (address === null || !/^\d+$/.test(length)) return null
  const most = written.includes(':') ? 128 : 32
  if (Number(length) > most) return null
  const prefix = written.includes(':') && address.bytes.length === 4 ? Number(length) - 96 : Number(length)
  if (prefix < 0) return null
  const isPadded = length.length > 1 && length.startsWith('0')
  return { address, prefix, fault: address.fault ?? (isPadded ? 'leading-zeros' : null) }
}

/** Takes an address; gives its text in the form that everybody should write (Go's net.IP.String, RFC 5952). */
export function formatIp({ bytes }: IpAddress): string {
  if (bytes.length === 4) return bytes.join('.')
  const groups = Array.from({ length: 8 }, (_, i) => (bytes[2 * i] ?? 0) * 256 + (bytes[2 * i + 1] ?? 0))
  const { start, length } = longestZeros(groups)
  const hex = (part: readonly number[]): string => part.map((group) => group.toString(16)).join(':')
  return length < 2 ? hex(groups) : `${hex(groups.slice(0, start))}::${hex(groups.slice(start + length))}`
}

/** Takes a range; gives the text of its network, with the bits behind the prefix cleared. */
export function formatCidr(range: IpRange): string {
  return `${formatIp(networkOf(range))}/${range.prefix}`
}

/** Takes a range; gives its first address. */
export function networkOf({ address, prefix }: IpRange): IpAddress {
  const bytes = address.bytes.map((byte, i) => {
    const bits = Math.min(8, Math.max(0, prefix - 8 * i))
    return byte & (0xff << (8 - bits)) & 0xff
  })
  return { bytes, fault: null }
}

/** Takes a range and an address; says whether the one holds the other. */
export function contains(range: IpRange, address: IpAddress): boolean {
  if (range.address.bytes.length !== address.bytes.length) return false
  const network = networkOf({ address, prefix: range.prefix, fault: null })
  return networkOf(range).bytes.every((byte, i) => network.bytes[i] === byte)
}

/** Takes two addresses; says whether they are the same. */
export function sameIp(a: IpAddress, b: IpAddress): boolean {
  return a.bytes.length === b.bytes.length && a.bytes.every((byte, i) => b.bytes[i] === byte)
}

function parseV4(text: string): IpAddress | null {
  const parts = text.split('.')
  if (parts.length !== 4) return null
  if (!parts.every((part) => /^\d{1,}$/.test(part) && Number(part) <= 255)) return null
  const isPadded = parts.some((part) => part.length > 1 && part.startsWith('0'))
  return { bytes: parts.map(Number), fault: isPadded ? 'leading-zeros' : null }
}

function parseV6(text: string): IpAddress | null {
  const halves = text.split('::')
  if (halves.length > 2) return null
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':')))
  if (head === undefined) return null
  const last = tail === undefined ? head.at(-1) : tail.at(-1)
  const embedded = last?.includes('.') === true ? parseV4(last) : null
  if (last?.includes('.') === true && embedded === null) return null
  const front = groupBytes(tail === undefined && embedded !== null ? head.slice(0, -1) : head)
  const back = groupBytes(tail !== undefined && embedded !== null ? tail.slice(0, -1) : (tail ?? []))
  if (front === null || back === null) return null
  const end = [...back, ...(embedded?.bytes ?? [])]
  const missing = 16 - front.length - end.length
  if (tail === undefined ? missing !== 0 : missing < 2) return null
  const filling = Array.from({ length: missing }, () => 0)
  return { bytes: [...front, ...filling, ...end], fault: embedded?.fault ?? null }
}

function groupBytes(groups: readonly string[]): number[] | null {
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return null
  return groups.map((group) => Number.parseInt(group, 16)).flatMap((group) => [group >> 8, group & 0xff])
}

/** The longest run of groups that are zero, the first of several. */
function longestZeros(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 }
  let length = 0
  for (const [i, group] of groups.entries()) {
    length = group === 0 ? length + 1 : 0
    if (length > best.length) best = { start: i - length + 1, length }
  }
  return best
}
