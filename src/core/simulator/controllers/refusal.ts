/** That the server refused the pods of a controller's object: how often in a row, when the next one is tried, and its words. */
export interface Refusal {
  readonly count: number
  readonly until: number
  readonly message: string
}
