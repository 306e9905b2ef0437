import { isObject, type Json } from '../../../kubernetes/json'
import { field, stringsOf, textOf, wordOf } from '../../../kubernetes/shape'
import { countAt, inside } from '../cells'
import { goTexts } from './description'

function hostAndPort(handler: Json): string {
  const host = textOf(field(handler, 'host'))
  const port = wordOf(field(handler, 'port'))
  if (port === '') return host
  return `${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** What a probe does, by its handler. */
const HANDLERS: Readonly<Record<string, (handler: Json) => string>> = {
  exec: (handler) => `exec ${goTexts(stringsOf(field(handler, 'command')))}`,
  httpGet: (handler) => {
    const path = textOf(field(handler, 'path'))
    const scheme = textOf(field(handler, 'scheme')).toLowerCase()
    const from = path === '' || path.startsWith('/') ? path : `/${path}`
    return `http-get ${scheme === '' ? '' : `${scheme}:`}//${hostAndPort(handler)}${from}`
  },
  tcpSocket: (handler) => `tcp-socket ${textOf(field(handler, 'host'))}:${wordOf(field(handler, 'port'))}`,
  grpc: (handler) => `grpc <pod>:${wordOf(field(handler, 'port'))} ${textOf(field(handler, 'service'))}`,
}

/** Takes a probe; gives what it does and when (DescribeProbe). */
export function probeText(probe: Json): string {
  const times = [
    `delay=${countAt(probe, 'initialDelaySeconds')}s`,
    `timeout=${countAt(probe, 'timeoutSeconds')}s`,
    `period=${countAt(probe, 'periodSeconds')}s`,
    `#success=${countAt(probe, 'successThreshold')}`,
    `#failure=${countAt(probe, 'failureThreshold')}`,
  ].join(' ')
  const handler = Object.entries(HANDLERS).find(([name]) => isObject(inside(probe, name)))
  return `${handler === undefined ? 'unknown' : handler[1](inside(probe, handler[0]) ?? null)} ${times}`
}
