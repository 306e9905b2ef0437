import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** The type of the annotations with which tests say what they covered, e.g. `Container 25/25`. */
export const COVERED = 'covered'

/** Prints at the end of a run, in one table, how many fields of each type were covered. */
export default class CoverageTable implements Reporter {
  private readonly lines: string[] = []

  onTestEnd(_: TestCase, { annotations }: TestResult): void {
    for (const { type, description } of annotations)
      if (type === COVERED && description !== undefined) this.lines.push(description)
  }

  onEnd(): void {
    if (this.lines.length > 0)
      console.log(['', 'Set and taken away through their controls:', ...this.lines.toSorted()].join('\n  '))
  }
}
