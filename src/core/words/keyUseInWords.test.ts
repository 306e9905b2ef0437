import { expect, it } from 'vitest'
import type { KeyUse } from '../kubernetes/keyUses'
import { keyUseInWords } from './keyUseInWords'

it.each<[KeyUse['is'], string, string]>([
  ['variable', 'LEVEL', 'LEVEL, variable of app'],
  ['variable', '', 'A variable, variable of app'],
  ['variables', '', 'app, every key as a variable'],
  ['variables', 'C_', 'app, every key as a variable C_…'],
  ['volume', '', 'app, volume with every key'],
  ['volume', 'x.yaml', 'app, volume, as x.yaml'],
  ['pull secret', '', 'app, logs in to the image registry with it'],
])('%s %j is %s', (is, called, words) => {
  const { label, detail } = keyUseInWords({ is, called, by: 'app', workload: 'w', from: [0], keyPath: null })
  expect(`${label}, ${detail}`).toBe(words)
})
