import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { kubectlApply } from './heredoc'

describe('kubectlApply', () => {
  it.each([
    ['a: 1\n', "kubectl apply -f - <<'EOF'\na: 1\nEOF\n"],
    ['a: 1', "kubectl apply -f - <<'EOF'\na: 1\nEOF\n"],
    ['', "kubectl apply -f - <<'EOF'\nEOF\n"],
    ['a: |\n  x\nEOF\nEOF_1\n', "kubectl apply -f - <<'EOF_2'\na: |\n  x\nEOF\nEOF_1\nEOF_2\n"],
  ])('of %j', (text, command) => {
    expect(kubectlApply(text)).toBe(command)
  })

  it('reaches kubectl to the letter through a shell', () => {
    const text = `a: "$HOME \`date\` $(date) \\n 'q'"\nb: |\n  EOF\nEOF\n`
    const script = `kubectl() { cat; }\n${kubectlApply(text)}`
    expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' })).toBe(text)
  })
})
