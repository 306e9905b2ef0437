import type { Terminal } from '@xterm/xterm'
import { useRun } from '../../../store/run'
import { completeLine, playRun, runLine, startRun, type TypedLine } from '../../../store/runDeeds'
import { completed, inserted, LINE_KEYS, NOTHING_TYPED, type Typed } from './typedLine'

const PROMPT = '$ '

/** How long a line may take while time stands still before the clock is started for it, in real milliseconds. */
const STANDSTILL = 400

/** How many lines the history keeps. */
const REMEMBERED = 200

const quiet = (words: string): string => `\x1b[90m${words}\x1b[0m`

/** What somebody types, and what comes of it: a prompt, a line that can be edited, its output. */
export class Shell {
  private typed: Typed = NOTHING_TYPED
  private readonly history: string[] = []
  /** What stands before the line that is typed: the terminal's own prompt, or that of what reads the line. */
  private prompt = PROMPT
  /** The line that runs reads what is typed. */
  private isRead = false
  /** The line that runs; `null` between its start and its first answer; undefined: none. */
  private running: TypedLine | null | undefined
  private queue = ''
  /** On which row of what is typed the cursor is. */
  private row = 0
  private isAtLineStart = true
  private hasSaidClock = false
  private standstill: ReturnType<typeof setTimeout> | undefined

  /** Takes the terminal to live in. */
  constructor(private readonly terminal: Terminal) {}

  /** Takes the lines to greet with; greets, and listens. */
  open(greeting: readonly string[]): void {
    const { terminal } = this
    for (const line of greeting) terminal.writeln(quiet(line))
    this.draw()
    terminal.onData((data) => this.take(data))
    terminal.onResize(() => {
      if (this.running === undefined) this.draw()
    })
    useRun.subscribe((now, before) => {
      if (now.history !== before.history && before.history !== null) this.end('The run has ended.')
    })
  }

  /** What the terminal sends: a key, or text that was pasted. */
  private take(data: string): void {
    if (data === '\x03') return this.interrupt()
    if (this.running !== undefined && !this.isRead) {
      this.queue += data
      return
    }
    if (data === '\x04' && this.isRead && this.typed.text === '') return this.running?.type(null)
    const edit = LINE_KEYS[data]
    if (edit !== undefined) return this.show(edit(this.typed, this.history))
    if (data === '\t') return this.isRead ? undefined : void this.complete()
    if (data === '\x0c') {
      this.terminal.clear()
      return this.draw()
    }
    this.takeText(data)
  }

  /** Lines of a pasted text run one after the other. */
  private takeText(data: string): void {
    const at = data.search(/[\r\n]/)
    const text = at === -1 ? data : data.slice(0, at)
    // What is left are signs that are no text: keys that mean nothing here.
    // oxlint-disable-next-line no-control-regex
    if (text !== '' && !/^[\x00-\x1f]/.test(text)) this.show(inserted(this.typed, text.replaceAll('\t', ' ')))
    if (at === -1) return
    this.queue = data.slice(at + 1).replace(/^\n/, '') + this.queue
    this.enter()
  }

  private show(typed: Typed): void {
    this.typed = typed
    this.draw()
  }

  /** Writes prompt and line anew, where they stand. */
  private draw(): void {
    const { text, cursor } = this.typed
    const columns = Math.max(1, this.terminal.cols)
    const up = this.row === 0 ? '' : `\x1b[${this.row}A`
    const { prompt } = this
    const [end, place] = [prompt.length + text.length, prompt.length + cursor]
    const endRow = Math.floor(end / columns)
    const row = Math.floor(place / columns)
    // A line that ends at the very edge has its cursor on the next row.
    const edge = end > 0 && end % columns === 0 ? '\r\n' : ''
    const back = endRow === row ? '' : `\x1b[${endRow - row}A`
    const column = place % columns
    const right = column === 0 ? '' : `\x1b[${column}C`
    this.terminal.write(`${up}\r\x1b[J${prompt}${text}${edge}${back}\r${right}`)
    this.row = row
  }

  private enter(): void {
    this.show({ ...this.typed, cursor: this.typed.text.length })
    const line = this.typed.text
    this.terminal.write('\r\n')
    this.typed = NOTHING_TYPED
    this.row = 0
    if (this.isRead) {
      this.prompt = ''
      this.isAtLineStart = true
      this.remember(line)
      this.standstill = setTimeout(() => this.startClock(), STANDSTILL)
      return this.running?.type(`${line}\n`)
    }
    if (line.trim() === '') return this.next()
    this.remember(line)
    void this.run(line)
  }

  private remember(line: string): void {
    if (line.trim() === '' || this.history.at(-1) === line) return
    this.history.push(line)
    if (this.history.length > REMEMBERED) this.history.shift()
  }

  private async run(line: string): Promise<void> {
    if (/^\s*clear\s*$/.test(line)) {
      this.terminal.clear()
      return this.next()
    }
    this.running = null
    this.isAtLineStart = true
    if (useRun.getState().phase === 'off') {
      this.terminal.writeln(quiet('Starting the design…'))
      await startRun()
    }
    const started = runLine(line, this.terminal.cols, {
      onOutput: (text) => this.write(text),
      onRead: () => this.read(),
      onEnd: () => this.end(''),
    })
    if (started === null) return this.end(useRun.getState().failure ?? 'Nothing runs.')
    this.running = started
    this.standstill = setTimeout(() => this.startClock(), STANDSTILL)
  }

  /** A line that waits for time to pass would wait for ever while time stands still. */
  private startClock(): void {
    if (this.running === undefined || useRun.getState().phase !== 'paused') return
    if (!this.hasSaidClock) {
      this.write(quiet('This waits for time to pass, so the clock runs now. Pause it in the Run tab.\n'))
      this.hasSaidClock = true
    }
    playRun()
  }

  /** The line that runs reads what is typed: what it has written last is the prompt of that. */
  private read(): void {
    this.isRead = true
    this.prompt = ''
    clearTimeout(this.standstill)
    const { queue } = this
    this.queue = ''
    if (queue !== '') this.takeText(queue)
  }

  private write(text: string): void {
    if (this.isRead) return this.writeAbove(text)
    this.terminal.write(text)
    this.isAtLineStart = text.endsWith('\n')
  }

  /** What comes while a line is being typed stands above it. */
  private writeAbove(text: string): void {
    clearTimeout(this.standstill)
    const up = this.row === 0 ? '' : `\x1b[${this.row}A`
    const whole = `${this.prompt}${text}`
    const end = whole.lastIndexOf('\n') + 1
    this.terminal.write(`${up}\r\x1b[J${whole.slice(0, end)}`)
    this.row = 0
    this.prompt = whole.slice(end)
    this.isAtLineStart = this.prompt === ''
    this.draw()
  }

  private end(words: string): void {
    if (this.running === undefined) return
    clearTimeout(this.standstill)
    this.running = undefined
    this.isRead = false
    this.prompt = PROMPT
    this.typed = NOTHING_TYPED
    this.row = 0
    if (!this.isAtLineStart) this.terminal.write('\r\n')
    if (words !== '') this.terminal.writeln(quiet(words))
    this.next()
  }

  /** A new prompt, and what was typed ahead. */
  private next(): void {
    this.draw()
    const queue = this.queue
    this.queue = ''
    if (queue === '') return
    if (queue.length > 1 && !queue.startsWith('\x1b')) this.takeText(queue)
    else this.take(queue)
  }

  private interrupt(): void {
    this.queue = ''
    this.terminal.write('^C')
    if (this.isRead) {
      this.terminal.write('\r\n')
      this.row = 0
      this.prompt = ''
      this.typed = NOTHING_TYPED
      this.isAtLineStart = true
    }
    if (this.running !== undefined) {
      this.isAtLineStart = this.isRead
      this.running?.interrupt()
      return
    }
    this.terminal.write('\r\n')
    this.row = 0
    this.show(NOTHING_TYPED)
  }

  private async complete(): Promise<void> {
    const { text, cursor } = this.typed
    if (useRun.getState().phase === 'off') return
    const { from, words } = await completeLine(text, cursor)
    if (this.running !== undefined || this.typed.text !== text || this.typed.cursor !== cursor) return
    const next = completed(this.typed, from, words)
    if (words.length > 1 && next.text === text) {
      this.show({ ...this.typed, cursor: text.length })
      this.terminal.write(`\r\n${words.join('  ')}\r\n`)
      this.row = 0
      this.typed = { ...this.typed, cursor }
      return this.draw()
    }
    this.show(next)
  }
}
