import { readFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { rulesPage } from './rulesPage'

const PAGE = 'docs/rules.md'

test('the page of rules is made of the rules as they are; if not, `npm run docs:rules` makes it anew', async () => {
  const options = await resolveConfig(PAGE)
  const made = await format(rulesPage(), { ...options, filepath: PAGE })
  expect(readFileSync(PAGE, 'utf8') === made).toBe(true)
})
