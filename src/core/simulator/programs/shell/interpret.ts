import type { Steps } from '../../clock'
import { evaluate } from './arithmetic'
import { conditional } from './conditional'
import { EXPANDER, expandPattern, expandText, expandWords } from './expand'
import { matches } from './globbing'
import { isolated, runPending } from './isolated'
import { runPipeline } from './pipeline'
import { redirect } from './redirect'
import { runCommand, runSimple } from './simpleCommand'
import { receive, subshellOf } from './shellState'
import type { ScriptRunner, ShellState } from './shellState'
import { outputOf, textInput } from './streams'
import type { Streams } from './streams'
import type { CommandNode, CompoundCommand, Pipeline, Statement } from './syntax'
import { ShellError, Unwind } from './unwind'
import { WORDS } from './words'

/*
 * Runs the syntax tree of a script in virtual time: each `yield` waits for the clock, for a pipe, or for another process.
 */

/** What runs scripts. */
export const RUNNER: ScriptRunner = {
  script: (script, state, streams) => runStatements(script.statements, state, streams),
  command: runCommand,
  *text(text, state, streams) {
    const script = state.machine.shell.parse(text)
    if ('problem' in script) throw new ShellError(`syntax error: ${script.problem}`, 2, true)
    return yield* runStatements(script.statements, state, streams)
  },
}

function* runStatements(
  statements: readonly Statement[],
  state: ShellState,
  streams: Streams,
): Steps<number> {
  for (const statement of statements) {
    if (statement.deferredError !== undefined)
      throw new ShellError(`syntax error: unexpected "${statement.deferredError.token}"`, 2, true)
    if (statement.background) startJob(statement, state, streams)
    else yield* runList(statement, state, streams)
    yield* runPending(state, streams)
  }
  return state.status
}

/** `a && b || c`: an errexit looks at the last one only. */
function* runList({ pipelines, operators }: Statement, state: ShellState, streams: Streams): Steps {
  for (const [at, pipeline] of pipelines.entries()) {
    const operator = at === 0 ? ';' : operators[at - 1]
    if ((operator === '&&' && state.status !== 0) || (operator === '||' && state.status === 0)) continue
    const isLast = at === pipelines.length - 1
    if (!isLast || pipeline.negated) state.conditions += 1
    try {
      yield* runOne(pipeline, state, streams)
    } finally {
      if (!isLast || pipeline.negated) state.conditions -= 1
    }
    if (isLast && !pipeline.negated && state.status !== 0) leaveOnError(state)
  }
}

function leaveOnError(state: ShellState): void {
  if (state.options.has('errexit') && state.conditions === 0) throw new Unwind('exit', state.status)
}

function* runOne(pipeline: Pipeline, state: ShellState, streams: Streams): Steps {
  const { clock } = state.machine.process
  const start = clock.now
  const [only] = pipeline.commands
  const status =
    pipeline.commands.length === 1 && only !== undefined
      ? yield* runNode(only, state, streams)
      : yield* runPipeline(pipeline, state, streams, runNode)
  state.status = pipeline.negated ? Number(status === 0) : status
  if (pipeline.timed === true) {
    const seconds = ((clock.now - start) / 1000).toFixed(2)
    outputOf(streams, 2).write(`real\t0m ${seconds}s\nuser\t0m 0.00s\nsys\t0m 0.00s\n`)
  }
}

function startJob(statement: Statement, state: ShellState, streams: Streams): void {
  const { machine } = state
  const inner = subshellOf(state)
  const inside: Streams = { input: textInput(machine.process.clock, ''), outputs: streams.outputs }
  const job = machine.spawn((started) => {
    started.onSignal = (name) => receive(inner, name)
    return isolated(inner, inside, () => runStatements([{ ...statement, background: false }], inner, inside))
  })
  job.command = commandOf(statement) ?? job.command
  if (state.jobs.length >= MOST_JOBS) forgetEnded(state)
  state.jobs.push(job)
  state.lastJob = job.pid
  state.status = 0
}

/** A command that is a process of its own, as it was written. */
function commandOf({ pipelines, sourceText }: Statement): string | undefined {
  const commands = pipelines.flatMap((pipeline) => pipeline.commands)
  const isOne = commands.length === 1 && commands[0]?.type === 'SimpleCommand'
  return isOne ? sourceText?.replace(/\s*&$/, '') : undefined
}

/** So many jobs are remembered before those that have ended are forgotten: a loop that starts one a second must not grow. */
const MOST_JOBS = 32

function forgetEnded(state: ShellState): void {
  const running = state.jobs.filter(({ status }) => status === undefined)
  for (const { pid, status } of state.jobs) if (status !== undefined) state.machine.jobs.delete(pid)
  state.jobs.splice(0, state.jobs.length, ...running)
}

/** Takes a command of any kind; runs it and gives its status, which is `$?` too. */
function* runNode(node: CommandNode, state: ShellState, streams: Streams): Steps<number> {
  try {
    if (node.type === 'SimpleCommand') state.status = yield* runSimple(node, state, streams)
    else if (node.type === 'FunctionDef') {
      state.functions.set(node.name, node.body)
      state.status = 0
    } else {
      const { streams: inside, opened } =
        node.redirections.length === 0
          ? { streams, opened: [] }
          : yield* redirect(node.redirections, state, streams)
      state.status = yield* runCompound(node, state, inside)
      for (const output of opened) output.close()
    }
  } catch (error) {
    if (!(error instanceof ShellError) || error.isFatal) throw error
    const { prefix } = WORDS[state.machine.image.userland]
    outputOf(streams, 2).write(`${prefix(state.name)}${error.message}\n`)
    state.status = error.status
  }
  return state.status
}

function* runCompound(
  node: Exclude<CompoundCommand, { type: 'FunctionDef' }>,
  state: ShellState,
  streams: Streams,
): Steps<number> {
  switch (node.type) {
    case 'If':
      for (const { condition, body } of node.clauses)
        if ((yield* runCondition(condition, state, streams)) === 0)
          return yield* runBody(body, state, streams)
      return node.elseBody === null ? 0 : yield* runBody(node.elseBody, state, streams)
    case 'While':
    case 'Until': {
      const wanted = node.type === 'While'
      return yield* runLoop(state, node.body, streams, function* goesOn() {
        return ((yield* runCondition(node.condition, state, streams)) === 0) === wanted
      })
    }
    case 'For': {
      const values = node.words === null ? state.positional : yield* expandWords(node.words, state, streams)
      let at = 0
      // The other loops may wait for their condition.
      // oxlint-disable-next-line require-yield
      return yield* runLoop(state, node.body, streams, function* goesOn() {
        const value = values[at]
        at += 1
        if (value === undefined) return false
        state.variables.set(node.variable, value)
        return true
      })
    }
    case 'CStyleFor': {
      const run = function* run(part: typeof node.init): Steps<number> {
        return part === null ? 1 : yield* evaluate(part.expression, state, streams, EXPANDER)
      }
      yield* run(node.init)
      let isFirst = true
      return yield* runLoop(state, node.body, streams, function* goesOn() {
        if (!isFirst) yield* run(node.update)
        isFirst = false
        return (yield* run(node.condition)) !== 0
      })
    }
    case 'Case': {
      const text = yield* expandText(node.word, state, streams)
      let isFallingThrough = false
      let status = 0
      for (const { patterns, body, terminator } of node.items) {
        let isMatch = isFallingThrough
        for (const pattern of patterns)
          isMatch ||= matches(yield* expandPattern(pattern, state, streams), text)
        if (!isMatch) continue
        status = yield* runBody(body, state, streams)
        if (terminator === ';;') return status
        isFallingThrough = terminator === ';&'
      }
      return status
    }
    case 'Group':
      return yield* runBody(node.body, state, streams)
    case 'Subshell': {
      const inner = subshellOf(state)
      return yield* isolated(inner, streams, () => runStatements(node.body, inner, streams))
    }
    case 'ArithmeticCommand':
      return Number((yield* evaluate(node.expression.expression, state, streams, EXPANDER)) === 0)
    case 'ConditionalCommand':
      return Number(!(yield* conditional(node.expression, state, streams)))
  }
}

function* runBody(body: readonly Statement[], state: ShellState, streams: Streams): Steps<number> {
  state.status = 0
  return yield* runStatements(body, state, streams)
}

function* runCondition(statements: readonly Statement[], state: ShellState, streams: Streams): Steps<number> {
  state.conditions += 1
  try {
    return yield* runStatements(statements, state, streams)
  } finally {
    state.conditions -= 1
  }
}

function* runLoop(
  state: ShellState,
  body: readonly Statement[],
  streams: Streams,
  goesOn: () => Steps<boolean>,
): Steps<number> {
  let status = 0
  while (yield* goesOn()) {
    const pause = state.machine.work()
    if (pause !== undefined) yield pause
    try {
      status = yield* runBody(body, state, streams)
    } catch (error) {
      if (!(error instanceof Unwind) || (error.kind !== 'break' && error.kind !== 'continue')) throw error
      if (error.depth > 1) throw new Unwind(error.kind, error.status, error.depth - 1)
      status = 0
      if (error.kind === 'break') break
    }
  }
  return status
}
