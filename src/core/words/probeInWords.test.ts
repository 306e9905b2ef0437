import { describe, expect, it } from 'vitest'
import type { Json } from '../kubernetes/json'
import { handlerInWords, probeInWords, type ProbeName } from './probeInWords'

describe('probeInWords', () => {
  it.each<[ProbeName, Json, string]>([
    [
      'livenessProbe',
      { httpGet: { path: '/healthz', port: 'http' }, initialDelaySeconds: 5 },
      'GET /healthz on port http, checked every 10 s after 5 s; restarted after 3 failures in a row = within 35 s.',
    ],
    [
      'readinessProbe',
      { tcpSocket: { port: 80 }, periodSeconds: 5, failureThreshold: 1, successThreshold: 2 },
      'a connection to port 80, checked every 5 s; taken out of its Services after 1 failure = within 5 s, until it passes again; well again after 2 successes in a row.',
    ],
    [
      'startupProbe',
      { exec: { command: ['cat', '/ready'] }, failureThreshold: 30 },
      'cat /ready, checked every 10 s; restarted after 30 failures in a row = it may take 300 s to start; the other probes wait for it.',
    ],
    [
      'livenessProbe',
      { grpc: { port: 1 }, timeoutSeconds: 2 },
      'a gRPC health check on port 1, checked every 10 s; restarted after 3 failures in a row = within 30 s; an answer that takes over 2 s is a failure.',
    ],
    [
      'livenessProbe',
      5,
      'nothing yet, checked every 10 s; restarted after 3 failures in a row = within 30 s.',
    ],
  ])('%s %j', (name, probe, words) => {
    expect(probeInWords(probe, name)).toBe(words)
  })
})

describe('handlerInWords', () => {
  it.each<[Json, string]>([
    [{ httpGet: { port: 8080, scheme: 'HTTPS' } }, 'HTTPS GET / on port 8080'],
    [{ grpc: { port: 9000 } }, 'a gRPC health check on port 9000'],
    [{ sleep: { seconds: 5 } }, 'a sleep of 5 s'],
    [{ exec: {} }, 'a command'],
    [{ httpGet: null }, 'GET / on port ?'],
    [{}, 'nothing yet'],
  ])('of %j is %s', (handler, words) => {
    expect(handlerInWords(handler)).toBe(words)
  })
})
