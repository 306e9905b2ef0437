import { describe, expect, it } from 'vitest'
import { readScript } from './script'

describe('a script', () => {
  it('is lines with their times', () => {
    expect(
      readScript(
        '# first\n0 kubectl get pod\n\n10s curl web | head -1\r\n1m30s kubectl delete \\\n  pod x\n90s date',
      ),
    ).toEqual({
      lines: [
        { time: 0, line: 'kubectl get pod' },
        { time: 10_000, line: 'curl web | head -1' },
        { time: 90_000, line: 'kubectl delete   pod x' },
        { time: 90_000, line: 'date' },
      ],
    })
  })

  it.each([
    ['kubectl get pod', 'line 1: it begins with "kubectl", and not with a time like 10s or 1m30s'],
    ['1s date\n\n5x date', 'line 3: it begins with "5x", and not with a time like 10s or 1m30s'],
    ['2s date\n1s date', 'line 2: 1s is before the line above it: times have to go up'],
    ['2s', 'line 1: there is no command behind 2s'],
    ['2s a\\', 'the last line ends in \\, and nothing follows'],
  ])('%j is refused', (text, error) => {
    expect(readScript(text)).toEqual({ error })
  })
})
