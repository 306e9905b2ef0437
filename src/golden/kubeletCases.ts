import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** Cases of Kubernetes' own tests, which are not part of the project. */
const UPSTREAM = '../shared/golden/kubelet'

/** A Service of a file of cases. */
export interface FlatService {
  readonly name: string
  readonly namespace: string
  readonly clusterIP: string
  readonly protocol: string
  readonly port: number
}

/** A file of cases. */
export interface Cases<Case> {
  /** When the cases happen, where that matters. */
  readonly now?: string
  /** The variables texts are expanded with; several lists of them by number. */
  readonly env?: Readonly<Record<string, string>>
  readonly contexts?: readonly (readonly Readonly<Record<string, string>>[])[]
  /** The Services there are. */
  readonly services?: readonly FlatService[]
  readonly cases: readonly Case[]
}

/** Takes the name of a file of cases that is kept with the project (`kubelet/<name>.json.gz`); gives it as the test describes it. */
export function keptCases<Case>(name: string): Cases<Case> {
  return JSON.parse(gunzipSync(readFileSync(`src/golden/kubelet/${name}.json.gz`)).toString('utf8'))
}

/** Takes the name of a file of Kubernetes' own cases; gives it as the test describes it, without cases where it is absent (which is said on the console). */
export function upstreamCases<Case>(name: string): Cases<Case> {
  const file = `${UPSTREAM}/${name}.json`
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  console.info(`skipped: ${file} is absent`)
  return { cases: [] }
}

/** How many cases of a file agree, and in what the others differ. */
export interface Tally {
  readonly agreed: number
  readonly total: number
  readonly differences: readonly string[]
}

/** Takes the name of a file, its cases, and for each what is said of it and what should be; counts what agrees, and says so on the console. */
export function tally<Case>(
  name: string,
  cases: readonly Case[],
  compare: (row: Case) => { readonly got: unknown; readonly wanted: unknown },
): Tally {
  const differences = cases.flatMap((row) => {
    const { got, wanted } = compare(row)
    const [a, b] = [sortedText(got), sortedText(wanted)]
    return a === b ? [] : [`${sortedText(row)}\n  wanted ${b}\n  got    ${a}`]
  })
  const agreed = cases.length - differences.length
  console.info(`${name}: ${agreed}/${cases.length}`)
  return { agreed, total: cases.length, differences }
}

/** Takes any value; gives it as JSON with its keys in order, so that equal values have equal texts. */
export function sortedText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
