import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Clock } from '../clock'
import { FileTree } from '../filesystem/fileTree'
import { IMAGES } from './images/images'
import { PROGRAMS } from './programs'
import { TestContainer } from './testContainer'

const word = fc.oneof(
  fc.constantFrom(
    'echo',
    '$x',
    '"$@"',
    '${x',
    '}',
    '${x:-y}',
    '${x#[z-a]}',
    '${x//[/}',
    '$((',
    '))',
    '$(',
    ')',
    '(',
    '`',
    "'",
    '"',
    '|',
    '||',
    '&&',
    '&',
    ';',
    '\n',
    'if',
    'then',
    'fi',
    'while',
    'do',
    'done',
    'for',
    'in',
    'case',
    'esac',
    ';;',
    '{',
    '<',
    '>',
    '>>',
    '2>&1',
    '<<EOF',
    '[[',
    ']]',
    '=~',
    '[',
    ']',
    '[z-a]*',
    '*',
    'x=1',
    'a=(1',
    '1/0',
    'trap',
    'wait',
    'kill',
    '-9',
    'exec',
    'exit',
    'return',
    'break',
    '99',
    'local',
    'read',
    'set',
    '-e',
    'shift',
    'cat',
    '/etc/passwd',
    '/',
    'ls',
    '-la',
    'cp',
    'mv',
    'rm',
    '-rf',
    '/tmp',
    'chmod',
    '+q',
    'date',
    '+%Q',
    '-d',
    'sleep',
    '0',
    'head',
    '-n',
    'tail',
    'wc',
    'printf',
    '%*d',
    '%s',
    'seq',
    '1',
    '5',
    'test',
    '-eq',
    'awk',
    '{',
    'sed',
    's/(/x/',
    'grep',
    '(',
    'nc',
    '-l',
    'wget',
    'curl',
    'http://[',
    'timeout',
    'env',
    'f()',
    'tee',
    'ln',
    '-s',
    'dd',
    'of=/tmp/x',
  ),
  fc.string({ maxLength: 4 }),
)

test('whatever a script says, the simulation goes on', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(word, { maxLength: 12 }),
      fc.constantFrom('busybox', 'debian', 'bash'),
      async (words, image) => {
        const container = new TestContainer({ image, command: ['sh', '-c', words.join(' ')] }).boot(PROGRAMS)
        await container.until(3)
        container.terminate()
        await container.until(4)
      },
    ),
    { numRuns: 400 },
  )
})

const CONFIGS = [
  '/etc/nginx/conf.d/default.conf',
  '/etc/nginx/nginx.conf',
  '/etc/envoy/envoy.yaml',
  '/usr/local/etc/haproxy/haproxy.cfg',
  '/usr/share/filebeat/filebeat.yml',
  '/fluent-bit/etc/fluent-bit.conf',
  '/etc/promtail/config.yml',
  '/etc/vector/vector.yaml',
  '/fluentd/etc/fluent.conf',
]
const piece = fc.oneof(
  fc.constantFrom(
    'server',
    '{',
    '}',
    ';',
    'listen',
    '80',
    'location',
    '~',
    '[z-a]',
    'return',
    '200',
    'proxy_pass',
    'http://x',
    'try_files',
    '$uri',
    '\n',
    ':',
    '- ',
    '  ',
    'filebeat.inputs',
    'paths',
    '[',
    ']',
    'output.console',
    'null',
    'bind',
    'frontend a',
    '[INPUT]',
    'Path /[z-a]',
    '<source>',
    'scrape_configs',
    'sources',
    '"',
    "'",
  ),
  fc.string({ maxLength: 4 }),
)

test('whatever a configuration and arguments say, the program says something or runs', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...IMAGES),
      fc.array(piece, { maxLength: 12 }),
      fc.option(
        fc.array(
          fc.oneof(
            fc.constantFrom(
              '--config',
              '-c',
              '--port',
              '--http-port=x',
              '--root=/r',
              '--repo=r',
              '-f',
              'agent',
              'proxy',
              'up',
              '--volume-dir=/',
              '--webhook-url=x',
            ),
            fc.string({ maxLength: 5 }),
          ),
          { maxLength: 4 },
        ),
        { nil: [] },
      ),
      async (row, pieces, args) => {
        const clock = new Clock()
        const root = new FileTree(clock)
        const [image = ''] = row.images
        const container = new TestContainer({ clock, root, image, args })
        PROGRAMS.fillRoot(image, root)
        for (const path of CONFIGS) root.put(path, pieces.join(' '))
        const program = PROGRAMS.main(container.process)
        if (typeof program === 'function') container.start(program)
        await container.until(12)
        container.terminate()
        await container.until(30)
        expect(clock.now).toBe(30_000)
      },
    ),
    { numRuns: 400 },
  )
})
