// Checks who uses whom (`.dependency-cruiser.cjs`), and that the check itself sees the code: a cruiser that cannot
// read TypeScript finds nothing, complains of nothing and would be green for ever.
import { cruise } from 'dependency-cruiser'
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'

const FEWEST_MODULES = 50

const options = await extractDepcruiseOptions('./.dependency-cruiser.cjs')
const { output } = await cruise(['src'], options, undefined, { tsConfig: extractTSConfig('./tsconfig.json') })
if (typeof output === 'string') throw new Error(output)
const { modules, summary } = output

const own = modules.filter(({ source }) => /^src\/.*\.tsx?$/.test(source))
const typeOnly = own
  .flatMap((module) => module.dependencies)
  .filter((use) => use.dependencyTypes.includes('type-only'))
if (own.length < FEWEST_MODULES || typeOnly.length === 0) {
  console.error(
    `Only ${own.length} TypeScript files and ${typeOnly.length} type imports seen: the check does not see the code.`,
  )
  process.exit(1)
}
for (const { from, to, rule, cycle } of summary.violations) {
  const way = cycle === undefined ? to : cycle.map(({ name }) => name).join(' → ')
  const why = options.ruleSet?.forbidden?.find(({ name }) => name === rule.name)?.comment ?? ''
  console.error(`${from} → ${way}\n  ${rule.name}: ${why}`)
}
if (summary.violations.length > 0) process.exit(1)
console.log(`${own.length} files, ${summary.totalDependenciesCruised} uses, each in its layer.`)
