import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { apiReferenceOf } from './apiReference'
import { typeNames } from './schema'

const OPENAPI = readFileSync(new URL('openapi-1.36.json', import.meta.url), 'utf8')

/** What the reference calls the groups that the definitions name by their packages. */
const NAMES: Readonly<Record<string, string>> = { networking: 'networking-k8s-io' }

it.each(typeNames())('%s is where the definitions say it belongs', (type) => {
  const [, anchor] = apiReferenceOf(type).split('#')
  const [, group = '', version = ''] =
    new RegExp(`"io\\.k8s\\.(?:api|apimachinery\\.pkg\\.apis)\\.(\\w+)\\.(\\w+)\\.${type}"`).exec(OPENAPI) ??
    []
  expect(anchor).toBe(`${type.toLowerCase()}-${version}-${NAMES[group] ?? group}`)
})
