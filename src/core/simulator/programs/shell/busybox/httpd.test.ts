import { expect, test } from 'vitest'
import { TestPod, script } from '../../testPod'

const FILES =
  'mkdir -p /www/sub; echo home >/www/index.html; echo a >/www/a.txt; echo sub >/www/sub/index.html; '
const NOT_FOUND =
  '404 <HTML><HEAD><TITLE>404 Not Found</TITLE></HEAD>\n<BODY><H1>404 Not Found</H1>\nThe requested URL was not found\n</BODY></HTML>\n'

test.each<readonly [name: string, script: string, url: string, answer: string, stderr: string]>([
  ['in the foreground', 'httpd -f -p 8080 -h /www', 'http://localhost:8080/', '200 home\n', ''],
  ['on port 80', 'cd /www; exec httpd -f', 'http://localhost/a.txt', '200 a\n', ''],
  ['by its applet', 'busybox httpd -fp 80 -h /www', 'http://localhost/sub/', '200 sub\n', ''],
  ['in the background', 'httpd -h /www; sleep 60', 'http://localhost/a.txt?b', '200 a\n', ''],
  ['what is not there', 'httpd -f -h /www', 'http://localhost/none', NOT_FOUND, ''],
  ['nothing above', 'httpd -f -h /www', 'http://localhost/../etc/passwd', NOT_FOUND, ''],
  ['no more than its own', 'httpd -f -h /www', 'http://localhost/../a.txt', '200 a\n', ''],
  [
    'each answer told',
    'httpd -f -v -p 8080 -h /www',
    'http://localhost:8080/index.html',
    '200 home\n',
    '[::ffff:10.244.0.9]:32768: response:200\n',
  ],
  [
    'a port that is taken',
    'httpd; httpd; sleep 9',
    'http://localhost/tmp',
    '302',
    'httpd: bind: Address already in use\n',
  ],
  [
    'no directory',
    'httpd -h /none',
    'http://localhost/',
    'refused',
    "httpd: can't change directory to '/none': No such file or directory\n",
  ],
])('httpd serves %s', async (_, command, url, answer, stderr) => {
  const pod = new TestPod()
  const container = pod.run('busybox:1.36', { command: script(FILES + command) })
  await pod.until(1)
  const got = await pod.ask(url)
  expect([got.startsWith('302') ? '302' : got, container.text('stderr')]).toEqual([answer, stderr])
})

test.each([
  [['httpd', '-f', '-p', '8080'], undefined],
  [['busybox', 'httpd', '-f', '-p', '8080'], undefined],
  [['httpd', '-p', '8080'], 0],
])('the command of a container: %j', async (command, exitCode) => {
  const pod = new TestPod()
  const container = pod.run('busybox:1.36', { command })
  await pod.until(1)
  expect(container.exitCode).toBe(exitCode)
  expect((await pod.ask('http://localhost:8080/')).slice(0, 3)).toBe(exitCode === undefined ? '404' : '0 ')
})

test.each([
  ['alpine:3', 'httpd', 'sh: httpd: not found\n'],
  ['busybox:1.36', 'busybox nothing', 'nothing: applet not found\n'],
])('%s has no %s', async (image, command, stderr) => {
  const pod = new TestPod()
  const container = pod.run(image, { command: script(command) })
  await pod.until(1)
  expect([container.exitCode, container.text('stderr')]).toEqual([127, stderr])
})
