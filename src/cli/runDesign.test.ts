import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RunOptions } from './options'
import { runDesign } from './runDesign'

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: writer
spec:
  containers:
    - name: main
      image: busybox
      command: [sh, -c, 'while true; do echo "at $(date +%s)"; sleep 5; done']
`

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'podwright-'))
})

afterEach(() => rm(folder, { recursive: true }))

/** Runs a manifest as on the command line; gives the exit code and what was written. */
async function ran(manifest: string, script: string | null, options: Partial<RunOptions> = {}) {
  const file = join(folder, 'pod.yaml')
  await writeFile(file, manifest)
  const scriptFile = script === null ? null : join(folder, 'script.txt')
  if (scriptFile !== null) await writeFile(scriptFile, script ?? '')
  let written = ''
  const terminal = {
    stdin: Readable.from(['']),
    version: '0',
    write: (text: string) => void (written += text),
    complain: () => undefined,
    isInteractive: false,
    hasColour: false,
    columns: 0,
  }
  const asked: RunOptions = {
    file,
    duration: 20_000,
    script: scriptFile,
    format: 'human',
    seed: 1,
    ...options,
  }
  return { code: await runDesign(asked, terminal), written }
}

describe('podwright run', () => {
  it('types the lines of a script at their moments', async () => {
    const { code, written } = await ran(
      POD,
      '10s kubectl get pod\n\n# the log\n12s kubectl logs writer --tail=1\n',
    )
    expect(code).toBe(0)
    expect(written).toContain('pod/writer created')
    expect(written).toMatch(
      /10s \$ kubectl get pod\nNAME +READY +STATUS +RESTARTS +AGE\nwriter +1\/1 +Running +0 +10s\n/,
    )
    expect(written).toMatch(/12s \$ kubectl logs writer --tail=1\nat 18934560\d\d\n/)
  })

  it('watches the pods where no script is given', async () => {
    const { written } = await ran(POD, null)
    expect(written).toMatch(/0s \$ kubectl get pods --watch\n/)
    expect(written).toMatch(/writer +0\/1 +ContainerCreating[^$]+writer +1\/1 +Running/)
    expect(written).toMatch(/20s \$ kubectl get all\n/)
  })

  it('tells all that happened as JSON, the same from the same seed', async () => {
    const first = await ran(POD, '6s kubectl get pod -o name', { format: 'json' })
    const second = await ran(POD, '6s kubectl get pod -o name', { format: 'json' })
    expect(second.written).toBe(first.written)
    const history: unknown = JSON.parse(first.written)
    expect(history).toMatchObject({
      duration: 20,
      applied: ['pod/writer created'],
      pods: [{ name: 'writer' }],
      terminal: [{ t: 6, line: 'kubectl get pod -o name', output: 'pod/writer\n', exitCode: 0 }],
    })
    expect(history).toHaveProperty('pods.0.frames.0', expect.objectContaining({ ready: '0/1' }))
    expect(history).toHaveProperty('logs.0', expect.objectContaining({ container: 'main', stream: 'stdout' }))
  })

  it('exits with 1 where the server refuses an object, and says why', async () => {
    const { code, written } = await ran(POD.replace('name: writer', 'name: My App!!'), null)
    expect(code).toBe(1)
    expect(written).toContain('a lowercase RFC 1123 subdomain must consist of')
  })

  it('names the line of what it can’t read', async () => {
    await expect(ran('a: [', null)).rejects.toThrow(/pod\.yaml: line 1: /)
    await expect(ran(POD, '10 kubectl get pod\n5s kubectl get pod\n')).rejects.toThrow(
      /script\.txt: line 2: /,
    )
  })
})
