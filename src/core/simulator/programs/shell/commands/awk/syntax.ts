/*
 * The syntax tree of an awk program (POSIX, awk).
 */

/** What can be assigned to. */
export type AwkTarget =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'field'; readonly of: AwkExpression }
  | { readonly kind: 'element'; readonly array: string; readonly subscripts: readonly AwkExpression[] }

export type AwkExpression =
  | AwkTarget
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'regex'; readonly source: string }
  | { readonly kind: 'group'; readonly of: AwkExpression }
  | {
      readonly kind: 'assign'
      readonly operator: string
      readonly target: AwkTarget
      readonly value: AwkExpression
    }
  | {
      readonly kind: 'condition'
      readonly test: AwkExpression
      readonly yes: AwkExpression
      readonly no: AwkExpression
    }
  | {
      readonly kind: 'logic' | 'compare' | 'arithmetic' | 'join' | 'match'
      readonly operator: string
      readonly left: AwkExpression
      readonly right: AwkExpression
    }
  | { readonly kind: 'in'; readonly subscripts: readonly AwkExpression[]; readonly array: string }
  | { readonly kind: 'unary'; readonly operator: string; readonly of: AwkExpression }
  | { readonly kind: 'step'; readonly target: AwkTarget; readonly by: number; readonly isPrefix: boolean }
  | { readonly kind: 'call' | 'builtin'; readonly name: string; readonly args: readonly AwkExpression[] }
  | {
      readonly kind: 'getline'
      readonly from: 'input' | 'file' | 'command'
      readonly source: AwkExpression | undefined
      readonly target: AwkTarget | undefined
    }

/** Where `print` writes to: `> file`, `>> file`, `| command`. */
export interface AwkRedirection {
  readonly operator: '>' | '>>' | '|'
  readonly to: AwkExpression
}

export type AwkStatement =
  | { readonly kind: 'block'; readonly body: readonly AwkStatement[] }
  | { readonly kind: 'expression'; readonly of: AwkExpression }
  | {
      readonly kind: 'print' | 'printf'
      readonly args: readonly AwkExpression[]
      readonly redirection: AwkRedirection | undefined
    }
  | {
      readonly kind: 'if'
      readonly test: AwkExpression
      readonly yes: AwkStatement
      readonly no: AwkStatement | undefined
    }
  | {
      readonly kind: 'loop'
      readonly start: AwkStatement | undefined
      readonly test: AwkExpression | undefined
      readonly step: AwkStatement | undefined
      readonly body: AwkStatement
      /** `do … while`: the test comes after the body. */
      readonly isTestedLast: boolean
    }
  | { readonly kind: 'forIn'; readonly name: string; readonly array: string; readonly body: AwkStatement }
  | { readonly kind: 'delete'; readonly array: string; readonly subscripts: readonly AwkExpression[] }
  | { readonly kind: 'exit' | 'return'; readonly value: AwkExpression | undefined }
  | { readonly kind: 'next' | 'nextfile' | 'break' | 'continue' }

export interface AwkFunction {
  readonly parameters: readonly string[]
  readonly body: AwkStatement
}

/** A pattern and what to do where it holds: without a pattern always, without an action the record is printed. */
export interface AwkRule {
  readonly from: AwkExpression | undefined
  readonly to: AwkExpression | undefined
  readonly action: AwkStatement | undefined
}

export interface AwkProgram {
  readonly begin: readonly AwkStatement[]
  readonly rules: readonly AwkRule[]
  readonly end: readonly AwkStatement[]
  readonly functions: ReadonlyMap<string, AwkFunction>
}

/** A program that can't be read or go on, in busybox' words. */
export class AwkError extends Error {}
