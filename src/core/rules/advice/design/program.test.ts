import { expect, test } from 'vitest'
import type { Json } from '../../../kubernetes/json'
import { Design } from './design'
import type { PodContainer } from './pod'
import {
  filesAppended,
  filesWritten,
  isBelow,
  listensOn,
  mountOver,
  neverEnds,
  portArguments,
  speaksTo,
  speaksToItsPod,
} from './program'

function container(value: { [key: string]: Json }): PodContainer {
  const pod: Json = { kind: 'Pod', apiVersion: 'v1', spec: { containers: [{ name: 'app', ...value }] } }
  const [first] = new Design([pod]).pods[0]?.containers ?? []
  if (first === undefined) throw new Error('no container')
  return first
}

function script(text: string): PodContainer {
  return container({ image: 'busybox:1', command: ['sh', '-c', text] })
}

test.each([
  [container({ image: 'nginx:1.27' }), true],
  [container({ image: 'nginx:1.27', args: ['nginx', '-t'] }), false],
  [container({ image: 'busybox:1.37' }), false],
  [container({ image: 'example.com/nginx:1' }), false],
  [container({ image: 'busybox', command: ['sleep', 'infinity'] }), true],
  [container({ image: 'busybox', command: ['sleep', '3600'] }), false],
  [script('while true; do date; sleep 1; done'), true],
  [script('while true; do test -f /done && break; sleep 1; done'), false],
  [script('until nc -z db 5432; do sleep 1; done'), false],
  [script('touch /a; exec tail -F /a'), true],
  [script('tail -n+1 -F /a'), true],
  [script('check || exit 1; sleep infinity'), true],
  [script('timeout 5 tail -f /a'), false],
  [script("trap 'exit 0' TERM; tail -F /a & wait"), false],
  [script('tail -n 5 /a'), false],
])('whether a program never ends %#', (each, is) => {
  expect(neverEnds(each)).toBe(is)
})

test.each([
  ['date >> /logs/a.log', ['/logs/a.log'], ['/logs/a.log']],
  ['date > "/www/index.html"', ['/www/index.html'], []],
  ['date | tee -a /logs/b.log', ['/logs/b.log'], ['/logs/b.log']],
  ['run >/dev/null 2>&1', [], []],
  ['date > $FILE; date > /a/$NAME', [], []],
  ['date > relative', [], []],
])('what %s writes', (text, written, appended) => {
  expect(filesWritten(script(text))).toEqual(written)
  expect(filesAppended(script(text))).toEqual(appended)
})

test.each([
  ['/a/b', '/a', true],
  ['/a', '/a/', true],
  ['/ab', '/a', false],
  ['/a', '/a/b', false],
  ['/var/run/mysqld', '/run', true],
  ['/running', '/run', false],
  ['/a', '/', true],
])('%s is below %s: %s', (path, folder, is) => {
  expect(isBelow(path, folder)).toBe(is)
})

test('a path is on the innermost mount over it', () => {
  const each = container({
    volumeMounts: [
      { name: 'outer', mountPath: '/data' },
      { name: 'inner', mountPath: '/data/logs' },
    ],
  })
  expect(mountOver(each, '/data/logs/a')?.volumeName).toBe('inner')
  expect(mountOver(each, '/data/x')?.volumeName).toBe('outer')
  expect(mountOver(each, '/tmp')).toBeNull()
})

test.each([
  [{ image: 'nginx:1' }, [80]],
  [{ image: 'nginx:1', ports: [{ containerPort: 8080 }] }, [8080]],
  [{ image: 'nginx:1', volumeMounts: [{ name: 'c', mountPath: '/etc/nginx/conf.d' }] }, []],
  [{ image: 'nginx:1', command: ['nginx'] }, []],
  [{ image: 'example.com/shop:1' }, []],
  [{ image: 'dns:1', ports: [{ containerPort: 53, protocol: 'UDP' }] }, []],
])('which ports are open %#', (value, ports) => {
  expect(listensOn(container(value))).toEqual(ports)
})

test.each([
  [{ args: ['--db=localhost:5432'] }, true, false],
  [{ env: [{ name: 'DB', value: 'postgres://u@127.0.0.1:5432/x' }] }, true, false],
  [{ command: ['sh', '-c', 'nc 127.0.0.1 5432'] }, true, false],
  [{ args: ['--db=localhost:54321'] }, false, false],
  [{ args: ['--db=db.localhost.example:5432'] }, false, false],
  [{ command: ['sh', '-c', 'pg_isready -h 127.0.0.1 || exit 1'] }, false, true],
])('whom a container speaks to %#', (value, toPort, toPod) => {
  expect(speaksTo(container(value), 5432)).toBe(toPort)
  expect(speaksToItsPod(container(value))).toBe(toPod)
})

test('ports that arguments open', () => {
  const args = ['--port=5432', '--http-address=0.0.0.0:80', '--listen=:8080', '--report=12', '--port', '9']
  expect(portArguments(container({ args }))).toEqual([5432, 8080])
})
