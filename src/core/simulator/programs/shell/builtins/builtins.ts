import type { Builtin } from './builtin'
import { CONTROL_BUILTINS } from './control'
import { JOB_BUILTINS } from './jobs'
import { VARIABLE_BUILTINS } from './variableBuiltins'

/** The commands that work on the shell itself, by name. */
export const BUILTINS: ReadonlyMap<string, Builtin> = new Map([
  ...Object.entries(CONTROL_BUILTINS),
  ...Object.entries(JOB_BUILTINS),
  ...Object.entries(VARIABLE_BUILTINS),
])
