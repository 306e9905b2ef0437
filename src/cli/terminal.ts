/** Where a command reads and writes. */
export interface Terminal {
  readonly stdin: NodeJS.ReadableStream
  readonly version: string
  readonly write: (text: string) => void
  readonly complain: (text: string) => void
  /** Whether what is complained is read by a person as it comes. */
  readonly isInteractive: boolean
  readonly hasColour: boolean
  /** How many characters fit into a line; 0 where nobody looks. */
  readonly columns: number
}
