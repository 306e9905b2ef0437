import { describe, expect, it } from 'vitest'
import { loadPrograms } from '../../programs/loadPrograms'
import { Session } from '../../session/session'

/** A terminal in which somebody types: gives what it shows after each thing that is typed. */
async function terminal(line: string) {
  const session = new Session({
    documents: [],
    programs: await loadPrograms(),
    seed: 1,
    epoch: Date.UTC(2030, 0, 1),
  })
  const shown = { text: '', exitCode: -1 }
  session.run(1, line, 80, {
    write: (text) => {
      shown.text += text
    },
    reads: () => undefined,
    ended: (exitCode) => {
      shown.exitCode = exitCode
    },
  })
  const after = async (text: string | null, seconds: number) => {
    shown.text = ''
    if (text !== '') session.type(1, text)
    await session.advance(session.cluster.clock.now + seconds * 1000)
    return shown.text
  }
  return { after, shown, pods: () => session.cluster.api.list('Pod').length }
}

describe('kubectl run -it', () => {
  it('talks to a shell, and takes the pod away with --rm', async () => {
    const { after, shown, pods } = await terminal(
      'kubectl run tmp --rm -it --restart=Never --image=busybox -- sh',
    )
    expect(await after('', 10)).toBe("If you don't see a command prompt, try pressing enter.\n/ # ")
    expect(await after('hostname\n', 1)).toBe('tmp\n/ # ')
    expect(pods()).toBe(1)
    expect(await after('exit 3\n', 60)).toBe('pod "tmp" deleted from default namespace\n')
    expect(shown.exitCode).toBe(3)
    expect(pods()).toBe(0)
  })

  it('knows the shell of an image', async () => {
    const { after } = await terminal('kubectl run tmp -it --image=alpine:3')
    expect(await after('', 10)).toContain('/ # ')
    expect(await after(null, 1)).toContain(
      "Session ended, resume using 'kubectl exec -it tmp -- sh' while the pod is running\n",
    )
  })
})
