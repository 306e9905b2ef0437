import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Happening } from '../../core/simulator/history/happening'
import type { SessionReply, SessionRequest } from '../../core/simulator/session/protocol'
import { NO_RUN, useRun } from '../run'
import { Driver } from './driver'

/** The worker, as far as the page sees it: what it was asked, and a way to answer. */
class TestWorker {
  static last: TestWorker
  readonly asked: SessionRequest[] = []
  isOver = false
  private hear: (event: { readonly data: SessionReply }) => void = () => undefined

  constructor() {
    TestWorker.last = this
  }

  addEventListener(type: string, listener: TestWorker['hear']): void {
    if (type === 'message') this.hear = listener
  }

  postMessage(request: SessionRequest): void {
    this.asked.push(request)
  }

  terminate(): void {
    this.isOver = true
  }

  say(reply: SessionReply): void {
    this.hear({ data: reply })
  }

  /** Answers the last request to advance. */
  advance(...happenings: readonly Happening[]): void {
    this.say({ say: 'advanced', now: this.wanted.at(-1) ?? 0, happenings, isBusy: false })
  }

  /** To which moments it was asked to go. */
  get wanted(): readonly number[] {
    return this.asked.flatMap((request) => (request.ask === 'advance' ? [request.to] : []))
  }
}

/** The page's frames, which come when the test says so. */
let frames: ((time: number) => void)[] = []

const frameAt = (time: number): void => {
  const due = frames
  frames = []
  for (const frame of due) frame(time)
}

const line = (time: number): Happening => ({
  type: 'log',
  namespace: 'default',
  pod: 'web',
  container: 'nginx',
  attempt: 0,
  stream: 'stdout',
  text: 'hello',
  time,
})

beforeEach(() => {
  frames = []
  vi.useFakeTimers()
  vi.stubGlobal('Worker', TestWorker)
  vi.stubGlobal('requestAnimationFrame', (frame: (time: number) => void) => frames.push(frame))
  vi.stubGlobal('cancelAnimationFrame', () => (frames = []))
  vi.spyOn(performance, 'now').mockReturnValue(0)
  useRun.setState({ ...NO_RUN, speed: 1 })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

function started(): { readonly driver: Driver; readonly worker: TestWorker } {
  const driver = new Driver('web', [{ kind: 'Pod' }], 0)
  return { driver, worker: TestWorker.last }
}

describe('the driver of a run', () => {
  it('starts at the design, standing still', () => {
    const { worker } = started()
    expect(worker.asked.map(({ ask }) => ask)).toEqual(['start', 'advance'])
    worker.advance()
    expect(useRun.getState()).toMatchObject({
      phase: 'paused',
      now: 0,
      design: 'web',
      applied: [{ kind: 'Pod' }],
    })
  })

  it('lets time go on with the frames, times the speed, one request after the other', () => {
    const { driver, worker } = started()
    worker.advance()
    useRun.setState({ speed: 10 })
    driver.play()
    frameAt(40)
    frameAt(80)
    expect(worker.wanted).toEqual([0, 400])
    worker.advance(line(100))
    expect(useRun.getState()).toMatchObject({ phase: 'running', now: 400, version: 1 })
    frameAt(90)
    expect(worker.wanted).toEqual([0, 400, 900])
    driver.pause()
    worker.advance()
    frameAt(200)
    expect(worker.wanted).toHaveLength(3)
  })

  it('steps to the next thing that happens', () => {
    const { driver, worker } = started()
    worker.advance()
    driver.step()
    worker.advance()
    worker.advance()
    worker.advance(line(250))
    expect(worker.wanted).toEqual([0, 100, 200, 300])
    expect(useRun.getState()).toMatchObject({ phase: 'paused', now: 300 })
  })

  it('says when the worker does not answer, until it does', () => {
    const { worker } = started()
    vi.advanceTimersByTime(2900)
    expect(useRun.getState().isHung).toBe(false)
    vi.advanceTimersByTime(200)
    expect(useRun.getState().isHung).toBe(true)
    worker.advance()
    expect(useRun.getState().isHung).toBe(false)
  })

  it('stands still where the worker has failed, and says why', () => {
    const { driver, worker } = started()
    driver.play()
    worker.say({ say: 'failed', message: 'no more memory' })
    expect(useRun.getState()).toMatchObject({ phase: 'paused', failure: 'no more memory' })
  })

  it('hears at once what comes of what is done, also while time stands still', () => {
    const { driver, worker } = started()
    worker.advance()
    driver.apply([{ kind: 'Service' }])
    driver.intervene({ do: 'drain' })
    expect(worker.asked.slice(2).map(({ ask }) => ask)).toEqual(['apply', 'advance', 'intervene'])
    worker.advance()
    expect(worker.asked.at(-1)?.ask).toBe('advance')
    worker.say({ say: 'applied', lines: ['service/web created'] })
    expect(useRun.getState()).toMatchObject({
      applied: [{ kind: 'Service' }],
      said: ['service/web created'],
    })
  })

  it('gives files to the one who asked for them', async () => {
    const { driver, worker } = started()
    const asked = driver.readFiles({ namespace: 'default', pod: 'web', container: 'nginx' }, '/', null)
    const request = worker.asked.find(({ ask }) => ask === 'files')
    worker.say({ say: 'files', id: request?.ask === 'files' ? request.id : -1, answer: { entries: [] } })
    expect(await asked).toEqual({ entries: [] })
  })

  it('shows a moment of the past while time goes on', () => {
    const { driver, worker } = started()
    worker.advance()
    driver.play()
    frameAt(100)
    worker.advance()
    driver.show(50)
    frameAt(200)
    worker.advance()
    expect(useRun.getState()).toMatchObject({ now: 200, shown: 50 })
  })

  it('ends its worker', () => {
    const { driver, worker } = started()
    driver.close()
    expect(worker.isOver).toBe(true)
    vi.advanceTimersByTime(10_000)
    expect(useRun.getState().isHung).toBe(false)
  })
})
