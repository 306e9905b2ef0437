import { describe, expect, it } from 'vitest'
import { asked, type Asked } from './options'

const check = (options: object): object => ({ command: 'check', options })
const run = (options: object): object => ({ command: 'run', options })

describe('asked', () => {
  it.each<[string, object]>([
    ['check', check({ inputs: [], format: 'human', failOn: 'error', together: false })],
    ['check a.yaml b', check({ inputs: ['a.yaml', 'b'], format: 'human', failOn: 'error' })],
    ['check - --format json', check({ inputs: ['-'], format: 'json', failOn: 'error' })],
    ['check --fail-on=warning x', check({ inputs: ['x'], format: 'human', failOn: 'warning' })],
    ['check a --together', check({ inputs: ['a'], format: 'human', failOn: 'error', together: true })],
    ['run a.yaml', run({ file: 'a.yaml', duration: 60_000, script: null, format: 'human', seed: 1 })],
    ['run - --for 1h30m --format json', run({ file: '-', duration: 5_400_000, format: 'json' })],
    ['run a --script b --seed 7', run({ file: 'a', script: 'b', seed: 7 })],
    ['run --help', { command: 'help' }],
    ['', { command: 'help' }],
    ['--help', { command: 'help' }],
    ['check -h', { command: 'help' }],
    ['--version', { command: 'version' }],
  ])('%s', (line, expected) => {
    expect(asked(line.split(' ').filter(Boolean))).toMatchObject(expected)
  })

  it.each<[string, RegExp]>([
    ['judge x', /no command “judge”/],
    ['check --format xml', /--format is one of human, json, sarif, github, not “xml”/],
    ['check --fail-on info', /--fail-on is one of error, warning/],
    ['check --frobnicate', /frobnicate/],
    ['run', /run takes one manifest/],
    ['run a b', /run takes one manifest/],
    ['run a --for soon', /--for takes a duration such as 60s/],
    ['run a --format sarif', /--format is one of human, json, not “sarif”/],
    ['run a --seed x', /--seed takes a whole number/],
  ])('%s is wrong', (line, why) => {
    const answer: Asked = asked(line.split(' '))
    expect(answer).toMatchObject({ command: 'wrong', why: expect.stringMatching(why) })
  })
})
