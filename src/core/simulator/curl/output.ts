import type { NetworkResponse } from '../network/request'
import { reasonOf } from '../network/statusLines'

/** Takes a response; gives its status line and its headers, a line each. */
export function headOf({ status, headers }: NetworkResponse): readonly string[] {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${status} ${reasonOf(status)}`, ...lines]
}

/** Takes headers and a name in small letters; gives the value, however the name is written. */
export function withCase(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.entries(headers).find(([each]) => each.toLowerCase() === name)?.[1]
}

const SIGNS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }

/** Takes the format of `-w`, the response, where it came from, and how long it took in milliseconds; gives the text. */
export function writtenOut(
  format: string,
  { status, headers, body }: NetworkResponse,
  address: string,
  port: number,
  took: number,
): string {
  const known: Readonly<Record<string, string>> = {
    http_code: String(status).padStart(3, '0'),
    response_code: String(status).padStart(3, '0'),
    content_type: withCase(headers, 'content-type') ?? '',
    remote_ip: address,
    remote_port: String(port),
    size_download: String(body.length),
    time_total: (took / 1000).toFixed(6),
  }
  return format
    .replaceAll(/%\{(\w+)\}/g, (whole, name: string) => known[name] ?? whole)
    .replaceAll(/\\([ntr])/g, (_, sign: string) => SIGNS[sign] ?? sign)
}
