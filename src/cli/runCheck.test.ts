import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CheckOptions } from './options'
import { runCheck } from './runCheck'

const GOOD = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: good\ndata: {a: b}\n'
const BAD = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: Bad Name\n'
const folder = mkdtempSync(join(tmpdir(), 'podwright-'))
const file = (name: string): string => join(folder, name)

beforeAll(() => {
  mkdirSync(file('inner'))
  mkdirSync(file('node_modules'))
  writeFileSync(file('good.yaml'), GOOD)
  writeFileSync(file('inner/both.yml'), `# first nothing\n---\n${GOOD}---\n${BAD}`)
  writeFileSync(file('notes.txt'), BAD)
  writeFileSync(file('node_modules/bad.yaml'), BAD)
  writeFileSync(file('torn.yaml'), 'a: [1\nb: 2\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

async function run(options: Partial<CheckOptions>, stdin = '') {
  let out = ''
  const code = await runCheck(
    { inputs: ['-'], format: 'human', failOn: 'error', together: false, ...options },
    {
      stdin: Readable.from([stdin]),
      version: '1.2.3',
      write: (text) => {
        out += text
      },
      complain: () => {},
      isInteractive: false,
      hasColour: false,
      columns: 0,
    },
  )
  return { code, out }
}

describe('podwright check', () => {
  it('takes what a server takes', async () => {
    expect(await run({ inputs: [file('good.yaml')] })).toEqual({
      code: 0,
      out: '1 document in 1 file: 0 refused, 0 warnings.\n',
    })
  })

  it('tells where, what and why, with the line', async () => {
    const { code, out } = await run({}, BAD)
    expect(code).toBe(1)
    expect(out).toContain('-:4:3 error Invalid value: "Bad Name": a lowercase RFC 1123 subdomain')
    expect(out).toContain('ConfigMap Bad Name: metadata.name\n4 |   name: Bad Name\n  |   ^\n')
  })

  it('gives JSON, an object a document, counted without empty ones', async () => {
    const { code, out } = await run({ inputs: [folder], format: 'json' })
    expect(code).toBe(1)
    const documents: unknown[] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(documents).toMatchObject([
      {
        file: file('good.yaml'),
        docIndex: 0,
        kind: 'ConfigMap',
        name: 'good',
        accepted: true,
        message: null,
      },
      { file: file('inner/both.yml'), docIndex: 0, accepted: true, causes: [], warnings: [], advice: [] },
      {
        file: file('inner/both.yml'),
        docIndex: 1,
        accepted: false,
        causes: [{ field: 'metadata.name', reason: 'FieldValueInvalid' }],
        message: expect.stringMatching(/^ConfigMap "Bad Name" is invalid: metadata\.name: Invalid value/),
        podSecurity: { baseline: [], restricted: [] },
      },
      { file: file('torn.yaml'), docIndex: 0, accepted: false, kind: '' },
    ])
  })

  it('gives workflow commands', async () => {
    const { out } = await run({ format: 'github' }, BAD)
    expect(out).toMatch(/^::error file=-,line=4,col=3,title=FieldValueInvalid::Invalid value: "Bad Name": /)
  })

  it('gives one SARIF log', async () => {
    const { out } = await run({ inputs: [file('inner/both.yml'), file('good.yaml')], format: 'sarif' })
    expect(JSON.parse(out)).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'podwright', version: '1.2.3', rules: [{ id: 'FieldValueInvalid' }] } },
          results: [
            {
              level: 'error',
              locations: [{ physicalLocation: { region: { startLine: 12, startColumn: 3 } } }],
            },
          ],
        },
      ],
    })
  })

  it('tells of every document of a file, though one can’t be read', async () => {
    const { out } = await run({ format: 'json' }, `${GOOD}---\na: [1\n---\n${BAD}`)
    const documents: unknown[] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(documents).toMatchObject([
      { docIndex: 0, name: 'good', accepted: true },
      { docIndex: 1, name: '', accepted: false },
      { docIndex: 2, name: 'Bad Name', accepted: false },
    ])
    const human = await run({}, `${GOOD}---\na: [1\n---\n${BAD}`)
    expect(human.out).toContain('-:12:3 error Invalid value: "Bad Name"')
  })

  it('judges the items of a List, and refuses what is no object', async () => {
    const list = `apiVersion: v1\nkind: List\nitems:\n  - ${JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'Bad' } })}\n`
    const { code, out } = await run({}, list)
    expect(code).toBe(1)
    expect(out).toContain('List: items[0].metadata.name')
    expect((await run({}, 'hello\n')).out).toContain('cannot unmarshal string')
  })

  it('shows of a long line what is around the place', async () => {
    const { out } = await run(
      {},
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        data: { a: 'x'.repeat(5000) },
        metadata: { name: 'Bad' },
      }),
    )
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThan(500)
    const [, shown = '', mark = ''] = /1 \|( .*)\n {2}\|( *\^)/.exec(out) ?? []
    expect(shown.slice(mark.length - 1)).toMatch(/^"name"|^"Bad"/)
  })

  it('takes files for one design where they are', async () => {
    mkdirSync(file('design'))
    writeFileSync(file('design/config.yaml'), GOOD)
    writeFileSync(
      file('design/pod.yaml'),
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - name: a\n      image: example.com/a:1\n      envFrom: [{configMapRef: {name: good}}]\n',
    )
    const options = { inputs: [file('design')], failOn: 'warning' as const }
    expect((await run(options)).out).toMatch(/pod\.yaml:8:\d+ warning This design has no ConfigMap good/)
    expect((await run({ ...options, together: true })).out).not.toContain('ConfigMap good')
  })

  it('goes on where a file can’t be read, and says so in the end', async () => {
    mkdirSync(file('links'))
    symlinkSync(file('nowhere'), file('links/a.yaml'))
    symlinkSync(file('good.yaml'), file('links/b.yaml'))
    const { code, out } = await run({ inputs: [file('links')], format: 'json' })
    expect(code).toBe(2)
    expect(out).toContain('"name":"good"')
  })

  it('complains of a folder without manifests', async () => {
    mkdirSync(file('empty'))
    await expect(run({ inputs: [file('empty')] })).rejects.toThrow(/There is no .*empty/)
  })

  it('complains of what is not there', async () => {
    await expect(run({ inputs: [file('nothing.yaml')] })).rejects.toThrow(/ENOENT.*nothing\.yaml/)
  })
})
