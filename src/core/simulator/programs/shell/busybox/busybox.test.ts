import { describe, expect, test } from 'vitest'
import { PROGRAMS } from '../../programs'
import { TestContainer } from '../../testContainer'
import { SHELL_CASES } from './shellCases'
import { TEXT_CASES } from './textCases'
import { TOOL_CASES } from './toolCases'

/** The shell's name in its own messages is how it was called. */
function named(text: string): string {
  return text.replaceAll('/bin/sh: ', 'sh: ')
}

describe.each([
  ['the shell', SHELL_CASES],
  ['tools', TOOL_CASES],
  ['odd text', TEXT_CASES],
])('as busybox: %s', (_, cases) => {
  test.each(cases)('%s', async (script, stdout, stderr, exitCode) => {
    const container = new TestContainer({
      command: ['/bin/sh', '-c', script],
      image: 'busybox:1.36',
      env: { HOME: '/root' },
    })
    for (const path of ['/data', '/root']) container.root.putDirectory(path, { mode: 0o777, uid: 0, gid: 0 })
    await container.boot(PROGRAMS).until(60)
    expect([container.text('stdout'), named(container.text('stderr')), container.exitCode]).toEqual([
      stdout,
      stderr,
      exitCode,
    ])
  })
})

test('a script of sed that goes round for ever lets time go on', async () => {
  const container = new TestContainer({
    command: ['/bin/sh', '-c', "echo a | sed ':a;ba'"],
    image: 'busybox:1.36',
  })
  await container.boot(PROGRAMS).until(5)
  expect(container.exitCode).toBeUndefined()
})
