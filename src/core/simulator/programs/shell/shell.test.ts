import { describe, expect, test } from 'vitest'
import { Clock } from '../../clock'
import { FileTree } from '../../filesystem/fileTree'
import { TestContainer } from '../testContainer'
import type { TestContainerOptions } from '../testContainer'
import type { Userland } from './machine'
import { shellProgram } from './shellProgram'

function shell(userland: Userland = 'busybox') {
  return shellProgram({ userland, has: () => true, programOf: () => undefined })
}

function sh(script: string, options: TestContainerOptions = {}): TestContainer {
  return new TestContainer({ command: ['sh', '-c', script], ...options })
}

async function run(script: string, options: TestContainerOptions = {}, userland?: Userland) {
  const container = await sh(script, options).start(shell(userland)).until(100)
  return { out: container.text('stdout'), err: container.text('stderr'), code: container.exitCode }
}

describe('scripts', () => {
  test.each([
    ['echo a b', 'a b\n'],
    ['echo "$HOME" \'$HOME\' $NONE end', '/root $HOME end\n'],
    ['x="a  b"; echo $x; echo "$x"', 'a b\na  b\n'],
    ['i=0; while [ $i -lt 3 ]; do echo $i; i=$((i+1)); done', '0\n1\n2\n'],
    ['for f in a "b c"; do echo "[$f]"; done', '[a]\n[b c]\n'],
    ['until false; do echo once; break; done', 'once\n'],
    ['for i in 1 2 3; do [ $i = 2 ] && continue; echo $i; done', '1\n3\n'],
    ['case abc in x|a*) echo hit;; *) echo miss;; esac', 'hit\n'],
    ['f() { local x=1; echo "$1 $# $x"; return 3; }; x=0; f a b; echo $? $x', 'a 2 1\n3 0\n'],
    ['echo ${NONE:-def} ${HOME#/} ${HOME%oot} ${#HOME} ${NONE:+no}', 'def root /r 5\n'],
    ['x=a.tar.gz; echo ${x%%.*} ${x##*.}', 'a gz\n'],
    ['echo $(echo a; echo b) `echo c`', 'a b c\n'],
    ['(cd /tmp; pwd); pwd', '/tmp\n/\n'],
    ['{ echo a; echo b >&2; } 2>&1', 'a\nb\n'],
    ['echo one > /tmp/f; echo two >> /tmp/f; cat /tmp/f; wc -l < /tmp/f', 'one\ntwo\n2\n'],
    ['cat <<EOF\nhi $HOME\nEOF', 'hi /root\n'],
    ["cat <<'EOF'\nhi $HOME\nEOF", 'hi $HOME\n'],
    ['printf "%s=%03d\\n" a 7 b 12', 'a=007\nb=012\n'],
    ['echo -n a; echo -e "\\tb"', 'a\tb\n'],
    ['set -- x y; echo $# $1 "$@"; shift; echo $1', '2 x x y\ny\n'],
    ['touch /tmp/b /tmp/a; echo /tmp/*; echo "/tmp/*"', '/tmp/a /tmp/b\n/tmp/*\n'],
    ['printf "1\\n2\\n3\\n" | head -n 2 | tail -n1', '2\n'],
    ['printf "b\\na\\n" | sort | tr a-z A-Z', 'A\nB\n'],
    ['echo "a|b" | awk -F"|" \'{print $2; fflush()}\'', 'b\n'],
    ['printf "a b\\nc d\\n" | while read x y; do echo "$y $x"; done', 'b a\nd c\n'],
    ['echo hello | sed "s/l/L/g" | grep -c L', '1\n'],
    ['seq 3 | xargs echo', '1 2 3\n'],
    ['trap "echo bye" EXIT; echo hi', 'hi\nbye\n'],
    [
      'date; date -u +%FT%TZ; date -Iseconds; date +%s',
      'Tue Jan  1 00:00:00 UTC 2030\n2030-01-01T00:00:00Z\n2030-01-01T00:00:00+00:00\n1893456000\n',
    ],
    ['echo $(( $(date +%s) - 1893456000 + 2 * 3 ))', '6\n'],
    ['X=1 env | grep ^X=; echo "[$X]"', 'X=1\n[]\n'],
    ['hostname; id', 'web-0\nuid=0 gid=0 groups=0\n'],
    ['exec > /tmp/log; echo in; exec >/dev/null; cat /tmp/log >&2', ''],
    [
      'mkdir -p /tmp/a/b; ln -s b /tmp/a/c; ls /tmp/a; ls -la /tmp/a | wc -l; readlink /tmp/a/c',
      'b\nc\n5\nb\n',
    ],
    ['eval "x=5"; echo $x; unset x; echo ${x-none}', '5\nnone\n'],
    ["sh -c 'echo $0 $1' name arg", 'name arg\n'],
    ['[ -f /tmp ] || [ -d /tmp ] && echo dir', 'dir\n'],
    ['IFS=:; set -- $PATH; echo $1', '/usr/sbin\n'],
    ['sleep 1 & wait $!; echo $?; wait; date +%S', '0\n01\n'],
    ['(exit 7) & wait $!; echo $?', '7\n'],
    ['timeout 2 sleep 10; echo $?; date +%S', '143\n02\n'],
    [
      'a=(x "y z"); a+=(w); a[1]=v; for e in "${a[@]}"; do echo "[$e]"; done; echo ${#a[@]} ${a[2]} $a',
      '[x]\n[v]\n[w]\n3 w x\n',
    ],
    ['! true; echo $?; true && ! false; echo $?', '1\n0\n'],
  ])('%s', async (script, out) => {
    expect(await run(script)).toEqual({
      out,
      err: script.includes('cat /tmp/log >&2') ? 'in\n' : '',
      code: 0,
    })
  })
})

describe('how scripts end', () => {
  test.each([
    ['exit 3', 3],
    ['false', 1],
    ['set -e; false; echo no', 1],
    ['set -e; false || true; if false; then :; fi; exit 5', 5],
    ['set -u; echo $NONE; echo no', 2],
    ['nosuch', 127],
    ['echo "exit 4" > /tmp/s; sh /tmp/s', 4],
    ['echo "exit 4" > /tmp/s; /tmp/s', 126],
    ['printf "#!/bin/sh\\nexit 6\\n" > /tmp/s; chmod +x /tmp/s; /tmp/s', 6],
    ['while true; do echo', 2],
    ['echo $(( 1 + $ ))', 2],
    ['echo "$(( 1 + 2 ))" "a $ b"', 0],
    ['yes | head -n1', 0],
    ['false | true', 0],
    ['set -o pipefail; false | true', 1],
    ['. /tmp/nosuch; echo no', 2],
    ['kill -TERM $$; sleep 5; exit 9', 9],
    ['sh -c "kill -9 \\$\\$; sleep 5"; exit 9', 9],
  ])('%s ends with %i', async (script, code) => {
    expect((await run(script)).code).toBe(code)
  })
})

describe('the words of errors', () => {
  const readOnly = { readOnlyRoot: true }
  const user = { credentials: { uid: 1000, gid: 1000, groups: [] } }
  test.each<readonly [Userland, string, TestContainerOptions, string]>([
    ['busybox', 'echo x > /x', readOnly, "sh: can't create /x: Read-only file system\n"],
    ['debian', 'echo x > /x', readOnly, 'sh: 1: cannot create /x: Read-only file system\n'],
    ['bash', 'echo x > /x', readOnly, 'sh: line 1: /x: Read-only file system\n'],
    ['busybox', 'echo x > /x', user, "sh: can't create /x: Permission denied\n"],
    ['busybox', 'echo x > /no/x', {}, "sh: can't create /no/x: nonexistent directory\n"],
    ['busybox', 'cat < /no', {}, "sh: can't open /no: no such file\n"],
    ['busybox', 'cat /no', {}, "cat: can't open '/no': No such file or directory\n"],
    ['debian', 'cat /no', {}, 'cat: /no: No such file or directory\n'],
    ['busybox', 'ls /no', {}, 'ls: /no: No such file or directory\n'],
    ['debian', 'ls /no', {}, "ls: cannot access '/no': No such file or directory\n"],
    ['busybox', 'nosuch', {}, 'sh: nosuch: not found\n'],
    ['bash', 'nosuch', {}, 'sh: line 1: nosuch: command not found\n'],
    ['busybox', 'touch /x', readOnly, 'touch: /x: Read-only file system\n'],
    ['busybox', 'mkdir /x', user, "mkdir: can't create directory '/x': Permission denied\n"],
    [
      'busybox',
      'curl localhost',
      {},
      'curl: (7) Failed to connect to localhost port 80 after 0 ms: Could not connect to server\n',
    ],
    ['busybox', 'curl -s http://none:80/', {}, ''],
    ['busybox', 'curl -sS http://none:80/', {}, 'curl: (6) Could not resolve host: none\n'],
    [
      'busybox',
      'wget -q -O- http://localhost:80/',
      {},
      "wget: can't connect to remote host (127.0.0.1): Connection refused\n",
    ],
    ['busybox', 'wget -qO- http://none/', {}, "wget: bad address 'none'\n"],
    ['busybox', 'nc -z none 80', {}, "nc: bad address 'none'\n"],
    ['busybox', 'redis-cli ping', {}, 'Could not connect to Redis at 127.0.0.1:6379: Connection refused\n'],
  ])('%s: %s', async (userland, script, options, err) => {
    expect((await run(script, options, userland)).err).toBe(err)
  })
})

test('a full disk', async () => {
  const tree = new FileTree(new Clock(), { mode: 0o777, sizeLimit: 4 })
  const full = await sh('echo 12345678 > /data/a; echo $?', {
    mounts: [{ path: '/data', tree, subPath: '', readOnly: false }],
  })
    .start(shell())
    .until(1)
  expect(full.text()).toBe('sh: write error: No space left on device\n1\n')
})

describe('time', () => {
  test('a loop logs while it runs', async () => {
    const container = await sh('while true; do echo x; sleep 5; done').start(shell()).until(14)
    expect(container.written.map(({ time, text }) => [time, text])).toEqual([
      [0, 'x\n'],
      [5000, 'x\n'],
      [10_000, 'x\n'],
    ])
    expect(container.exitCode).toBeUndefined()
  })

  test('a pipe passes on what comes, when it comes', async () => {
    const script = `touch /tmp/l; (sleep 2; echo a >> /tmp/l; sleep 3; echo b >> /tmp/l) & tail -n+1 -F /tmp/l | awk '{print "got", $1; fflush()}'`
    const container = await sh(script).start(shell()).until(10)
    expect(container.written.map(({ time, text }) => [time, text])).toEqual([
      [2000, 'got a\n'],
      [5000, 'got b\n'],
    ])
  })

  test('tail waits for a file that is not there yet', async () => {
    const container = await sh('(sleep 2; echo a > /tmp/l) & tail -F /tmp/l').start(shell()).until(3)
    expect(container.text()).toBe("tail: can't open '/tmp/l': No such file or directory\na\n")
  })

  test('a script that never sleeps lets time pass', async () => {
    const container = await sh('while :; do :; done').start(shell()).until(3)
    expect(container.exitCode).toBeUndefined()
  })
})

describe('signals', () => {
  const rows: readonly [string, string, boolean, number | undefined, number | undefined][] = [
    ['process 1 without a trap does not hear SIGTERM', 'sleep 100', true, undefined, undefined],
    ['another process ends', 'sleep 100', false, 143, 10],
    ['a trap runs when what runs has ended', "trap 'exit 5' TERM; sleep 15", true, 5, 15],
    ['and at once while the shell waits', "trap 'exit 5' TERM; sleep 15 & wait $!", true, 5, 10],
    [
      'a trap may take its time',
      "trap 'sleep 4; exit 0' TERM; while true; do sleep 1 & wait $!; done",
      true,
      0,
      14,
    ],
    [
      'exec takes the shell’s place, and its traps',
      "trap 'exit 5' TERM; exec sleep 100",
      true,
      undefined,
      undefined,
    ],
    ['an ignored signal', "trap '' TERM; sleep 12", false, 0, 12],
  ]
  test.each(rows)('%s', async (_, script, isFirst, code, seconds) => {
    const container = await sh(script, { isFirst }).start(shell()).until(10)
    container.terminate()
    await container.until(30)
    expect([container.exitCode, container.exitTime]).toEqual([
      code,
      seconds === undefined ? undefined : seconds * 1000,
    ])
  })

  test('kill ends a job, and its pipes', async () => {
    const { out, code } = await run('sleep 100 & kill $!; wait $!; echo $?; kill -0 $! || echo gone')
    expect([out, code]).toEqual(['143\ngone\n', 0])
  })
})

test('a command that is given up writes no more', async () => {
  const container = sh('while true; do echo x; sleep 1; done')
  const abandon = container.clock.start(shell()(container.process))
  await container.until(2)
  const { length } = container.written
  abandon()
  await container.until(5)
  expect([length, container.written.length]).toEqual([3, 3])
})

test('a command without a shell', async () => {
  const container = await new TestContainer({ command: ['echo', 'connecting to', '$URL'] })
    .start(shell())
    .until(1)
  expect([container.text(), container.exitCode]).toEqual(['connecting to $URL\n', 0])
})

test('nc answers one connection, the next one the next', async () => {
  const container = await sh(
    'while true; do printf "HTTP/1.1 200 OK\\n\\nhello" | nc -l -p 8080 > /dev/null; done & sleep 1; wget -qO- localhost:8080; sleep 1; wget -qO- localhost:8080',
  )
    .start(shell())
    .until(5)
  expect(container.text()).toBe('hellohello')
})

test('the example’s loop writes on for an hour', async () => {
  const script = "while true; do echo $(date -u) 'this is a log' > /tmp/index.html; sleep 5;done"
  const container = await sh(script).start(shell()).until(3599)
  expect(container.process.files.readText('/tmp/index.html')).toBe(
    'Tue Jan 1 00:59:55 UTC 2030 this is a log\n',
  )
})
