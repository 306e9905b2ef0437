import { describe, expect, it } from 'vitest'
import { FakeCluster } from './fakeCluster'

function cluster(): FakeCluster {
  const fake = new FakeCluster()
  fake.pod('web', { spec: { containers: [{ name: 'nginx' }] } })
  return fake
}

describe('a line of the terminal', () => {
  it.each([
    ['echo a b; echo -n c', 'a b\nc'],
    ['date', 'Tue Jan  1 00:00:00 UTC 2030\n'],
    ['sleep 1 1m && date', 'Tue Jan  1 00:01:01 UTC 2030\n'],
    ['sleep', 'sleep: missing operand\n'],
    ['sleep x', "sleep: invalid time interval 'x'\n"],
    ['false || echo b', 'false: command not found. Try: help\nb\n'],
    ['echo "a  b" | cat | grep a | wc -w', '2\n'],
    ['echo $(echo "a  b") "$(echo "a  b")"', 'a b a  b\n'],
    ['echo a | grep b || echo none', 'none\n'],
    ['echo a > /dev/null; echo b', 'b\n'],
    ['frobnicate 2>&1 | grep -c found', '1\n'],
    ['frobnicate 2>/dev/null', ''],
    ['cat other', 'cat: other: No such file or directory\n'],
    ['k get pods -o name | head -1', 'pod/web\n'],
    [
      'echo pod/web | cat | kubectl apply -f - | wc -l',
      'error: error validating "STDIN": error validating data: [apiVersion not set, kind not set]; if you choose to ignore these errors, turn validation off with --validate=false\n0\n',
    ],
    ['grep x', ''],
    ['', ''],
    ['echo a | head -n x', "head: invalid number of lines: 'x'\n"],
    ['clear', '\u001B[H\u001B[2J\u001B[3J'],
  ])('%s', (line, text) => {
    expect(cluster().run(line).text).toBe(text)
  })

  it('ends with the exit code of its last command', () => {
    expect(cluster().run('echo a; frobnicate').exitCode).toBe(127)
    expect(cluster().run('frobnicate | cat').exitCode).toBe(0)
    expect(cluster().run('echo a | grep b').exitCode).toBe(1)
    expect(cluster().run('sleep 100; echo after', 5)).toEqual({ text: '', exitCode: 130 })
  })

  it('watches a command', () => {
    const { text, exitCode } = cluster().run('watch -n 3 "kubectl get pods -o name | cat"', 7, 60)
    const screens = text.split('\u001B[H\u001B[2J\u001B[3J').slice(1)
    expect(screens).toHaveLength(3)
    expect(screens[1]).toMatch(
      /^Every 3\.0s: kubectl get pods -o name \| cat +Tue, 01 Jan 2030 00:00:03\n\npod\/web\n$/,
    )
    expect(exitCode).toBe(130)
    expect(cluster().run('watch').exitCode).toBe(1)
  })

  it('goes on in the background', () => {
    const fake = cluster()
    expect(fake.run('sleep 2 && echo a & echo b & sleep 3; jobs', 5).text).toBe('[1]\n[2]\nb\na\n')
    expect(fake.run('kill', 1).text).toBe('kill: usage: kill %NUMBER\n')
  })

  it('helps', () => {
    expect(cluster().run('help').text).toContain('kubectl help lists its verbs')
    expect(cluster().run('kubectl').text).toMatch(/\n {2}get +Display one or many resources\n/)
    expect(cluster().run('kubectl logs --help').text).toContain(
      'Usage:\n  kubectl logs [-f] [-p] (POD | TYPE/NAME)',
    )
    expect(cluster().run('kubectl help rollout undo').text).toContain('    --to-revision=...:\n')
    expect(cluster().run('kubectl rollout').text).toContain('Available Commands:\n')
    expect(cluster().run('kubectl rollout now').text).toContain(
      'error: unknown command "now" for "kubectl rollout"\n',
    )
  })
})
