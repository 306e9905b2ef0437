import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Clock } from '../clock'
import { publish } from './atomicWriter'
import { containerFiles } from './containerFiles'
import type { FileAccess } from './containerFiles'
import { FileError } from './fileSystem'
import type { Credentials, FileSystem } from './fileSystem'
import { FileTree } from './fileTree'
import type { VolumeMount } from './mount'

const ROOT: Credentials = { uid: 0, gid: 0, groups: [] }
const USER: Credentials = { uid: 1000, gid: 1000, groups: [65_533] }

function container(credentials: Credentials, mounts: readonly VolumeMount[], clock = new Clock()) {
  const root = new FileTree(clock)
  root.put('/etc/passwd', 'root:x:0:0:root:/root:/bin/sh\n')
  root.putDirectory('/tmp', { mode: 0o1777, uid: 0, gid: 0 })
  root.putDirectory('/run')
  root.putLink('/run', '/var/run')
  const accesses: FileAccess[] = []
  const files = containerFiles({ root, mounts, credentials, onAccess: (access) => accesses.push(access) })
  return { files, accesses, root, clock }
}

function whole(path: string, tree: FileTree, readOnly = false): VolumeMount {
  return { path, tree, subPath: '', readOnly }
}

function codeOf(run: () => unknown): string {
  try {
    run()
    return 'done'
  } catch (error) {
    if (error instanceof FileError) return error.code
    throw error
  }
}

describe('what is refused', () => {
  const scratch = () => {
    const tree = new FileTree(new Clock(), { mode: 0o777, sizeLimit: 10 })
    tree.put('/full', '12345678', 0o600)
    tree.putDirectory('/full.d/below')
    return tree
  }
  const rows: readonly [string, Credentials, (files: FileSystem) => unknown, string][] = [
    ['root reads what is nobody else’s', ROOT, (files) => files.read('/data/full'), 'done'],
    ['a user does not', USER, (files) => files.read('/data/full'), 'EACCES'],
    ['a user writes where others may', USER, (files) => files.write('/data/a', 'a'), 'done'],
    ['not in the image', USER, (files) => files.write('/etc/a', 'a'), 'EACCES'],
    ['not through a read-only mount, not even root', ROOT, (files) => files.write('/ro/a', 'a'), 'EROFS'],
    ['a directory made there', ROOT, (files) => files.makeDirectory('/ro/d'), 'EROFS'],
    ['a full disk', ROOT, (files) => files.append('/data/full', '123'), 'ENOSPC'],
    ['what is not there', ROOT, (files) => files.read('/data/none'), 'ENOENT'],
    ['what is made below what is not there', ROOT, (files) => files.write('/none/a', ''), 'ENOENT'],
    ['a directory read as a file', ROOT, (files) => files.read('/data'), 'EISDIR'],
    ['a file walked through', ROOT, (files) => files.read('/data/full/x'), 'ENOTDIR'],
    ['a file listed', ROOT, (files) => files.list('/data/full'), 'ENOTDIR'],
    ['a directory that is there', ROOT, (files) => files.makeDirectory('/data'), 'EEXIST'],
    ['the same with those above', ROOT, (files) => files.makeDirectory('/data', { parents: true }), 'done'],
    ['a directory with something in it', ROOT, (files) => files.remove('/data/full.d'), 'ENOTEMPTY'],
    ['the same with all below', ROOT, (files) => files.remove('/data/full.d', { recursive: true }), 'done'],
    ['a mount point', ROOT, (files) => files.remove('/data'), 'EBUSY'],
    ['moved to another mount', ROOT, (files) => files.rename('/data/full', '/tmp/full'), 'EXDEV'],
    ['another one’s file in /tmp', USER, (files) => files.remove('/tmp/root'), 'EPERM'],
    ['another one’s file changed', USER, (files) => files.chmod('/data/full', 0o777), 'EPERM'],
    ['given away', USER, (files) => files.chown('/tmp/mine', 0, 0), 'EPERM'],
    ['links that lead to each other', ROOT, (files) => files.read('/tmp/loop'), 'ELOOP'],
  ]
  test.each(rows)('%s', (_, who, run, code) => {
    const tree = scratch()
    const { files, root } = container(who, [whole('/data', tree), whole('/ro', tree, true)])
    root.put('/tmp/root', '')
    root.put('/tmp/mine', '', 0o644, 1000, 1000)
    root.putLink('/tmp/loop', '/tmp/loop')
    expect(codeOf(() => run(files))).toBe(code)
  })
})

test('a removed file gives its bytes back', () => {
  const tree = new FileTree(new Clock(), { sizeLimit: 4 })
  const { files } = container(ROOT, [whole('/data', tree)])
  files.write('/data/a', '1234')
  expect(codeOf(() => files.write('/data/b', '1'))).toBe('ENOSPC')
  files.remove('/data/a')
  files.write('/data/b', '1234')
  expect(tree.bytes()).toBe(4)
})

test('fsGroup: what is made in a set-group-ID directory belongs to its group, and the mode is that of the umask', () => {
  const tree = new FileTree(new Clock(), { mode: 0o2777, gid: 65_533 })
  const { files } = container(USER, [whole('/data', tree)])
  files.makeDirectory('/data/d')
  files.write('/data/d/f', '')
  expect(files.stat('/data/d')).toMatchObject({ mode: 0o2755, uid: 1000, gid: 65_533 })
  expect(files.stat('/data/d/f')).toMatchObject({ mode: 0o644, uid: 1000, gid: 65_533 })
})

test('the longest mount path wins, mounts show in the listing above, and accesses say which volume', () => {
  const [outer, inner] = [new FileTree(new Clock()), new FileTree(new Clock())]
  inner.put('/app/page', 'inner')
  const { files, accesses } = container(ROOT, [
    { path: '/data/in', tree: inner, subPath: 'app', readOnly: true },
    whole('/data', outer),
    whole('/var/run/secrets', inner),
  ])
  files.write('/data/page', 'outer')
  expect(files.readText('/data/in/page')).toBe('inner')
  expect(files.readText('/data/in/../page')).toBe('outer')
  expect(files.list('/data')).toEqual(['in', 'page'])
  expect(files.list('/')).toEqual(['data', 'etc', 'run', 'tmp', 'var'])
  expect(files.readText('/run/secrets/app/page')).toBe('inner')
  expect(accesses.map(({ kind, mount, volumePath }) => [kind, mount, volumePath])).toEqual([
    ['write', '/data', '/page'],
    ['read', '/data/in', '/app/page'],
    ['read', '/data', '/page'],
    ['read', '/run/secrets', '/app/page'],
  ])
})

test('a subPath that is missing becomes a directory like the root of the volume', () => {
  const tree = new FileTree(new Clock(), { mode: 0o777 })
  const { files } = container(USER, [{ path: '/data', tree, subPath: 'a/b', readOnly: false }])
  files.write('/data/f', 'x')
  expect(tree.at('/a/b/f')?.type).toBe('file')
})

test('a ConfigMap arrives at once through links, and never through subPath', () => {
  const clock = new Clock()
  const tree = new FileTree(clock)
  const content = (text: string) => new Map([['conf', { content: text, mode: 0o644 }]])
  publish(clock, tree, content('old'))
  const { files } = container(
    ROOT,
    [whole('/config', tree, true), { path: '/one', tree, subPath: 'conf', readOnly: true }],
    clock,
  )
  const seen: string[] = []
  files.changed.next(() => seen.push(files.readText('/config/conf')))
  clock.now = 60_000
  expect(publish(clock, tree, content('old'))).toBe(false)
  expect(publish(clock, tree, content('new'))).toBe(true)
  clock.run(60_000, () => undefined)
  expect(seen).toEqual(['new'])
  expect(files.readText('/one')).toBe('old')
  expect(files.readlink('/config/conf')).toBe('..data/conf')
  expect(files.list('/config')).toEqual([files.readlink('/config/..data'), '..data', 'conf'].toSorted())
  expect(files.readlink('/config/..data')).toMatch(/^\.\.2030_01_01_00_01_00\.\d+$/)
})

const name = fc.constantFrom('a', 'b', 'c')
const somePath = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => `/data/${parts.join('/')}`)

test('what is written reads back, what was appended comes after it, and the bytes are those of the files', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.constantFrom('write', 'append', 'remove', 'mkdir', 'rename'),
          somePath,
          somePath,
          fc.string(),
        ),
      ),
      (steps) => {
        const tree = new FileTree(new Clock())
        const { files } = container(ROOT, [whole('/data', tree)])
        const model = new Map<string, string>()
        for (const [kind, path, other, text] of steps) {
          const done = codeOf(() => {
            if (kind === 'write') files.write(path, text)
            else if (kind === 'append') files.append(path, text)
            else if (kind === 'remove') files.remove(path, { recursive: true })
            else if (kind === 'mkdir') files.makeDirectory(path, { parents: true })
            else files.rename(path, other)
          })
          if (done !== 'done') continue
          const below = (top: string) => [...model].filter(([at]) => at === top || at.startsWith(`${top}/`))
          if (kind === 'write') model.set(path, text)
          if (kind === 'append') model.set(path, (model.get(path) ?? '') + text)
          if (kind === 'remove') for (const [at] of below(path)) model.delete(at)
          if (kind === 'rename' && path !== other) {
            const moved = below(path)
            for (const [at] of below(other)) model.delete(at)
            for (const [at] of moved) model.delete(at)
            for (const [at, content] of moved) model.set(other + at.slice(path.length), content)
          }
        }
        let bytes = 0
        for (const [path, text] of model) {
          const content = files.read(path)
          bytes += content.length
          expect(files.readText(path)).toBe(text)
          expect(files.stat(path).size).toBe(content.length)
        }
        expect(tree.bytes()).toBe(bytes)
      },
    ),
  )
})

test('who is refused to read by the mode is refused for every mode, and root never', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 0o777 }),
      fc.constantFrom(1000, 7),
      fc.constantFrom(1000, 65_533, 8),
      (mode, uid, gid) => {
        const tree = new FileTree(new Clock(), { mode: 0o777 })
        tree.put('/f', 'x', mode, uid, gid)
        const digit = uid === 1000 ? mode >> 6 : gid === 8 ? mode : mode >> 3
        const { files } = container(USER, [whole('/data', tree)])
        expect(files.allows('/data/f', 'read')).toBe((digit & 4) !== 0)
        expect(codeOf(() => files.append('/data/f', 'y'))).toBe((digit & 2) === 0 ? 'EACCES' : 'done')
        expect(container(ROOT, [whole('/data', tree)]).files.allows('/data/f', 'read')).toBe(true)
      },
    ),
  )
})
