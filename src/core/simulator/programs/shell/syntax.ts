import type { Bash } from 'just-bash/browser'

/*
 * The syntax tree of a script, as just-bash's parser gives it.
 */

export type Script = ReturnType<Bash['transform']>['ast']
export type Statement = Script['statements'][number]
export type Pipeline = Statement['pipelines'][number]
export type CommandNode = Pipeline['commands'][number]
export type SimpleCommand = Extract<CommandNode, { type: 'SimpleCommand' }>
export type CompoundCommand = Exclude<CommandNode, SimpleCommand>
export type FunctionBody = Extract<CommandNode, { type: 'FunctionDef' }>['body']
export type Redirection = SimpleCommand['redirections'][number]
export type Word = NonNullable<SimpleCommand['name']>
export type WordPart = Word['parts'][number]
export type ParameterPart = Extract<WordPart, { type: 'ParameterExpansion' }>
export type ParameterOperation = NonNullable<ParameterPart['operation']>
export type Arithmetic = Extract<WordPart, { type: 'ArithmeticExpansion' }>['expression']['expression']
export type Conditional = Extract<CommandNode, { type: 'ConditionalCommand' }>['expression']
