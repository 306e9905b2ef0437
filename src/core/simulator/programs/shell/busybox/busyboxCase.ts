/** A script, and what it writes to standard output and standard error and ends with. */
export type BusyboxCase = readonly [script: string, stdout: string, stderr: string, exitCode: number]
