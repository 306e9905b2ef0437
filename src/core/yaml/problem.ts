/** Why a text can't be read, and where: said so that a beginner can mend it. */
export interface Problem {
  /** One or two sentences: what is wrong and what to do. */
  readonly message: string
  /** The reader's own short cause, for those who know YAML. */
  readonly reason: string
  /** Offset in the text, in UTF-16 code units. */
  readonly offset: number
  /** 1-based. */
  readonly line: number
  /** 1-based, in UTF-16 code units. */
  readonly column: number
}
