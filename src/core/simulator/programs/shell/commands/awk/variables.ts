import { textOf, UNSET, type AwkValue } from './value'

/** A variable: a value, or an array. */
export interface AwkCell {
  value: AwkValue
  array: Map<string, AwkValue> | undefined
}

/** The variables of a program that runs, those of the function it is in before the others. */
export class AwkVariables {
  private readonly globals = new Map<string, AwkCell>()
  /** The parameters of the function that is running. */
  frame: Map<string, AwkCell> | undefined

  /** The variable of this name, made where there is none. */
  cell(name: string): AwkCell {
    const known = this.frame?.get(name) ?? this.globals.get(name)
    if (known !== undefined) return known
    const made: AwkCell = { value: UNSET, array: undefined }
    this.globals.set(name, made)
    return made
  }

  /** The array of this name, made where there is none. */
  array(name: string): Map<string, AwkValue> {
    const cell = this.cell(name)
    cell.array ??= new Map()
    return cell.array
  }

  /** The value of this name, as text. */
  text(name: string): string {
    return textOf(this.cell(name).value)
  }
}
