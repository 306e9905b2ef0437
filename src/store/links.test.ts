import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LONG_LINK, readLink, writeLink } from './links'

const seed = readFileSync('src/golden/manifests/seed-2.yaml', 'utf8')

describe('links', () => {
  it.each([
    ['a manifest', seed],
    ['an empty text', ''],
    ['CRLF, a byte order mark and no final newline', '\uFEFFa: 1\r\nb: 2'],
    ['letters of every size', 'ä: "日本 🐳"\n'],
    ['a long text', seed.repeat(200)],
  ])('carry %s to the letter', async (_says, text) => {
    const link = await writeLink(text)
    expect(link).toMatch(/^#v1\.[\w-]*$/)
    expect(await readLink(link)).toEqual({ kind: 'design', text })
  })

  it('are short for a small design', async () => {
    expect((await writeLink(seed)).length).toBeLessThan(LONG_LINK / 10)
  })

  it.each(['', '#', '#section', '#v', '#version'])('leave the fragment %j alone', async (fragment) => {
    expect(await readLink(fragment)).toEqual({ kind: 'none' })
  })

  it('say so when they are cut, changed or from a newer version', async () => {
    const link = await writeLink(seed)
    for (const broken of [
      link.slice(0, -20),
      `${link.slice(0, 60)}!!${link.slice(62)}`,
      '#v1.',
      '#v1.AAAA',
    ]) {
      expect(await readLink(broken)).toMatchObject({
        kind: 'broken',
        message: expect.stringContaining('damaged'),
      })
    }
    expect(await readLink('#v2.AAAA')).toMatchObject({
      kind: 'broken',
      message: expect.stringContaining('newer'),
    })
  })

  it('refuse to unpack without end', async () => {
    expect(await readLink(await writeLink('a'.repeat(6_000_000)))).toMatchObject({ kind: 'broken' })
  })
})
