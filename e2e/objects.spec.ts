import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures'
import { documentsOf } from './manifests'
import type { App } from './pages/App'
import { Files } from './pages/Files'

const WEB = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
        tier: front
    spec:
      serviceAccountName: robot
      containers:
        - name: app
          image: nginx:1.29
          ports:
            - name: http
              containerPort: 8080
          env:
            - name: LEVEL
              valueFrom:
                configMapKeyRef:
                  name: settings
                  key: level
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - name: http
      port: 80
---
`

const head = (apiVersion: string, kind: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: settings\n`

/** The last document as it now is. */
async function last(app: App): Promise<unknown> {
  return documentsOf(await app.text()).at(-1)
}

/** Opens a design with a Deployment, a Service and this object, and selects the object. */
async function openWith(app: App, text: string): Promise<void> {
  await app.open(WEB + text)
  await app.inspector.row(/^settings/).click()
}

async function pick(app: App, select: Locator, option: string | RegExp): Promise<void> {
  await select.click()
  await app.page.getByRole('option', { name: option }).click()
}

/** A segment of a choice of few words. */
function segment(app: App, label: string, word: string): Locator {
  return app.inspector.region.getByRole('radiogroup', { name: label }).getByText(word, { exact: true })
}

test('ConfigMap: files in tabs, added, renamed, moved, removed', async ({ app }) => {
  await openWith(app, head('v1', 'ConfigMap'))
  const files = new Files(app.inspector)
  await files.add('level', 'info')
  await files.add('app.yaml', 'listen: 8080\n\ttls: false\n')
  await files.give('From a file…', 'logo.png', Buffer.from([0x89, 0x50, 0, 1]))
  await expect(files.panel).toContainText('4 bytes, binary')
  await expect(files.tabs).toHaveText(['level', 'app.yaml', 'logo.png'])
  expect(await last(app)).toMatchObject({
    data: { level: 'info', 'app.yaml': 'listen: 8080\n\ttls: false\n' },
    binaryData: { 'logo.png': 'iVAAAQ==' },
  })

  await files.tab('app.yaml').click()
  await files.key.fill('app yaml')
  await expect(files.panel).toContainText('a valid config key must consist of')
  await files.key.fill('level')
  await expect(files.panel).toContainText('Another file has the key level.')
  await files.key.fill('config.yaml')
  await files.panel.getByRole('button', { name: 'Move file left' }).click()
  await expect(files.tabs).toHaveText(['config.yaml', 'level', 'logo.png'])
  await files.tab('logo.png').click()
  await files.panel.getByRole('button', { name: 'Remove file' }).click()
  await segment(app, 'Immutable', 'Yes').click()
  expect(await last(app)).toEqual({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'settings' },
    immutable: true,
    data: { 'config.yaml': 'listen: 8080\n\ttls: false\n', level: 'info' },
  })
})

test('ConfigMap: who uses a key, and follows its name', async ({ app }) => {
  await openWith(app, `${head('v1', 'ConfigMap')}data:\n  level: info\n  other: x\n`)
  const files = new Files(app.inspector)
  await files.tab('other').click()
  await expect(files.panel).toContainText('No pod of this design uses it.')
  await files.tab('level').click()
  await files.key.fill('loglevel')
  expect(await app.text()).toContain('key: loglevel')
  await files.panel.getByRole('button', { name: 'LEVEL variable of app' }).click()
  await expect(app.inspector.part('Environment')).toBeVisible()
})

test('ConfigMap: line ends stay as they are', async ({ app }) => {
  await openWith(app, `${head('v1', 'ConfigMap')}data:\n  hosts: "a\\r\\nb\\r\\n"\n`)
  const files = new Files(app.inspector)
  await files.value.fill('a\nbc\nd\n')
  expect(await last(app)).toMatchObject({ data: { hosts: 'a\r\nbc\r\nd\r\n' } })
})

test('ConfigMap by keyboard alone', async ({ app, page }) => {
  await openWith(app, head('v1', 'ConfigMap'))
  const files = new Files(app.inspector)
  const { keyboard } = page
  const add = files.part.getByRole('button', { name: 'Add file' })
  await add.focus()
  await keyboard.press('Enter')
  await expect(files.key).toBeFocused()
  await keyboard.press('ControlOrMeta+a')
  await keyboard.type('one')
  await keyboard.press('Tab')
  while (!(await files.value.evaluate((element) => element === document.activeElement)))
    await keyboard.press('Tab')
  await keyboard.type('1')
  await add.focus()
  await keyboard.press('Enter')
  await expect(files.key).toBeFocused()
  await keyboard.press('ControlOrMeta+a')
  await keyboard.type('two')
  await keyboard.press('Shift+Tab')
  await expect(files.tab('two')).toBeFocused()
  await keyboard.press('Alt+ArrowLeft')
  await expect(files.tabs).toHaveText(['two', 'one'])
  await expect(files.tab('two')).toBeFocused()
  await keyboard.press('ArrowRight')
  await expect(files.tab('one')).toBeFocused()
  await expect(files.value).toHaveValue('1')
  expect(await last(app)).toMatchObject({ data: { two: '', one: '1' } })
})

test('Secret: masked until asked, base64 as text, the keys of its type', async ({ app, page }) => {
  await openWith(
    app,
    `${head('v1', 'Secret')}type: Opaque\ndata:\n  token: dG9rZW4=\n  wrong: plain text\n  blob: AP8=\n`,
  )
  const files = new Files(app.inspector)
  await expect(files.panel).toContainText('Masked')
  await expect(files.value).toHaveCount(0)
  await files.show.click()
  await expect(files.value).toBeFocused()
  await expect(files.value).toHaveValue('token')
  await files.value.fill('tökén')
  await app.inspector.field('Name').focus()
  await expect(files.panel).toContainText('Masked')

  await files.tab('wrong Not right').click()
  await files.show.click()
  await expect(files.panel).toContainText('This is no base64')
  await files.value.fill('plain')
  await files.tab('blob').click()
  await expect(files.panel).toContainText('2 bytes, binary')
  await files.give('Replace by a file…', 'x', Buffer.from('abc'))
  await expect(files.panel).toContainText('Masked')
  const encoded = (text: string): string => Buffer.from(text).toString('base64')
  expect(await last(app)).toMatchObject({
    data: { token: encoded('tökén'), wrong: encoded('plain'), blob: encoded('abc') },
  })

  const type = app.inspector.field('Type')
  await type.fill('kubernetes.io/tls')
  await page.keyboard.press('Escape')
  await app.inspector.button('tls.crt').click()
  await files.value.fill('CERT')
  await app.inspector.button('tls.key').click()
  await expect(app.inspector.button('tls.key')).toHaveCount(0)
  expect(await last(app)).toMatchObject({
    type: 'kubernetes.io/tls',
    data: { 'tls.crt': encoded('CERT'), 'tls.key': '' },
  })
})

test('Secret: which of its fields has a file, and files of one key told apart', async ({ app, page }) => {
  await openWith(app, head('v1', 'Secret'))
  const files = new Files(app.inspector)
  await files.add('password', 's3cret')
  await pick(app, files.panel.getByRole('combobox', { name: 'Written in' }), /^data /)
  await expect(files.panel.getByRole('combobox', { name: 'Written in' })).toBeFocused()
  expect(await last(app)).toMatchObject({ data: { password: 'czNjcmV0' } })
  expect(await last(app)).not.toHaveProperty('stringData')
  await pick(app, files.panel.getByRole('combobox', { name: 'Written in' }), /^stringData /)
  expect(await last(app)).toMatchObject({ stringData: { password: 's3cret' } })

  await page.goto('about:blank')
  await openWith(app, `${head('v1', 'Secret')}data:\n  password: b2xk\nstringData:\n  password: new\n`)
  await expect(files.tabs).toHaveText(['password (data)', 'password (stringData)'])
  await files.tab('password (stringData)').click()
  await files.show.click()
  await expect(files.value).toHaveValue('new')
  // Neither can go where the other one is.
  await expect(files.panel.getByRole('combobox', { name: 'Written in' })).toHaveCount(0)
})

test('Ingress: rules by host and path, to a Service and its port, in words', async ({ app, page }) => {
  await openWith(app, `${head('networking.k8s.io/v1', 'Ingress')}spec: {}\n`)
  const rules = app.inspector.part('Rules')
  await app.inspector.field('Ingress class name').fill('nginx')
  await app.inspector.button('Add rule').click()
  await app.inspector.field('Host').fill('shop.example.com')
  await app.inspector.field('Path').fill('/api')
  await pick(app, app.inspector.field('Path type'), /^Exact/)
  await expect(rules).toContainText('http://shop.example.com/api, exactly, goes to Service web, port http.')
  await app.inspector.field('Port', 'Rules').fill('')
  await app.inspector.field('Port', 'Rules').click()
  await page.getByRole('option', { name: /^80/ }).click()
  await expect(rules).toContainText('goes to Service web, port 80.')
  await app.inspector.field('Port', 'Rules').fill('81')
  await expect(rules).toContainText('Service web has no port 81.')
  await app.inspector.field('Port', 'Rules').fill('80')
  await page.keyboard.press('Escape')
  await app.inspector.button('Add TLS').click()
  await app.inspector.part('TLS').getByRole('button', { name: 'Hosts' }).click()
  await page.keyboard.type('shop.example.com')
  await expect(rules).toContainText('https://shop.example.com/api')
  expect(await last(app)).toMatchObject({
    spec: {
      ingressClassName: 'nginx',
      tls: [{ hosts: ['shop.example.com'] }],
      rules: [
        {
          host: 'shop.example.com',
          http: {
            paths: [
              {
                path: '/api',
                pathType: 'Exact',
                backend: { service: { name: 'web', port: { number: 80 } } },
              },
            ],
          },
        },
      ],
    },
  })
})

test('HorizontalPodAutoscaler: its target out of the design, in words', async ({ app }) => {
  await openWith(
    app,
    `${head('autoscaling/v2', 'HorizontalPodAutoscaler')}spec:\n  scaleTargetRef:\n    kind: Deployment\n    name: other\n  maxReplicas: 4\n`,
  )
  const scales = app.inspector.part('Scales')
  await expect(scales).toContainText(
    'Keeps 1 to 4 pods of Deployment other, aiming at CPU at 80 % of the request.',
  )
  await pick(app, app.inspector.field('Workload'), /^web/)
  await app.inspector.field('Min replicas').fill('2')
  await app.inspector.button('Add metrics').click()
  await app.inspector.field('Name', 'Metrics').fill('memory')
  await app.page.keyboard.press('Escape')
  await pick(app, app.inspector.field('Target', 'Metrics'), /^Average value/)
  await app.inspector.field('Average value', 'Metrics').fill('400Mi')
  await expect(scales).toContainText('Keeps 2 to 4 pods of Deployment web, aiming at memory at 400Mi a pod.')
  expect(await last(app)).toMatchObject({
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      minReplicas: 2,
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'memory', target: { type: 'AverageValue', averageValue: '400Mi' } },
        },
      ],
    },
  })
})

test('PodDisruptionBudget: one limit of two, its selector by clicks, in words', async ({ app }) => {
  await openWith(app, `${head('policy/v1', 'PodDisruptionBudget')}spec:\n  minAvailable: 2\n  selector: {}\n`)
  const limit = app.inspector.part('Limit')
  const selector = app.inspector.part('Selector')
  await expect(selector).toContainText('Selects every pod of the namespace.')
  await expect(limit).toContainText(
    'Of 3 pods, at least 2 stay up: 1 may be down at a time while nodes are drained.',
  )
  await app.inspector.button('Match tier = front').click()
  await expect(selector).toContainText('Selects pods with tier = front.')
  await app.inspector.button('Match expressions').click()
  await app.inspector.field('Key', 'Selector', 1).fill('app')
  await app.page.keyboard.press('Escape')
  await selector.getByRole('button', { name: 'web', exact: true }).click()
  await app.inspector.field('Values').fill('api')
  await app.page.keyboard.press('Enter')
  await expect(selector).toContainText('Selects pods with tier = front, with app = web or api.')
  await selector.getByRole('button', { name: 'Remove web' }).click()
  await expect(selector).toContainText('No pod of this design has these labels.')
  await pick(app, app.inspector.field('Limit by'), /^Max unavailable/)
  await app.inspector.field('Max unavailable').fill('0')
  expect(await last(app)).toMatchObject({
    spec: {
      maxUnavailable: 0,
      selector: {
        matchLabels: { tier: 'front' },
        matchExpressions: [{ key: 'app', operator: 'In', values: ['api'] }],
      },
    },
  })
  await selector.getByRole('button', { name: 'Remove api' }).click()
  await pick(app, app.inspector.field('Operator'), /^Exists/)
  await expect(app.inspector.field('Values')).toHaveCount(0)
  await selector.getByRole('button', { name: 'web Deployment' }).click()
  await expect(app.inspector.field('Replicas')).toHaveValue('3')
})

test('a note that waits to be said takes no press from what is below it', async ({ app, page }) => {
  await openWith(
    app,
    `${head('policy/v1', 'PodDisruptionBudget')}spec:\n  minAvailable: 2\n  selector:\n    matchExpressions:\n      - key: app\n        operator: In\n        values: [web]\n`,
  )
  await page.evaluate(() => {
    const forEver = new CSSStyleSheet()
    forEver.replaceSync('* { animation-delay: 3600s !important }')
    document.adoptedStyleSheets.push(forEver)
  })
  const selector = app.inspector.part('Selector')
  await selector.getByRole('button', { name: 'Remove web' }).click()
  const note = selector.getByText(/^Required value$/)
  await expect(note).toBeAttached()
  await expect(note).toBeHidden()
  await selector.getByRole('button', { name: 'web', exact: true }).click()
  await expect(selector).toContainText('Selects pods with app = web.')
  await expect(note).not.toBeAttached()
})

test('PersistentVolumeClaim: size, access modes, and no class that is not the default one', async ({
  app,
}) => {
  await openWith(app, `${head('v1', 'PersistentVolumeClaim')}spec: {}\n`)
  const { region } = app.inspector
  await app.inspector.field('Storage').fill('5Gi')
  await region.getByRole('checkbox', { name: 'ReadWriteMany', exact: true }).check()
  await region.getByRole('checkbox', { name: 'ReadWriteOnce', exact: true }).check()
  await region.getByRole('checkbox', { name: 'ReadWriteMany', exact: true }).uncheck()
  await app.inspector.button('Ask for no class').click()
  await expect(region).toContainText('No class: only a volume that somebody made by hand will do.')
  await pick(app, app.inspector.field('Volume mode'), /^Block/)
  const spec = {
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '5Gi' } },
    storageClassName: '',
    volumeMode: 'Block',
  }
  expect(await last(app)).toMatchObject({ spec })
  await app.inspector.button('Use the default class').click()
  const { storageClassName: _, ...rest } = spec
  expect(await last(app)).toHaveProperty('spec', rest)
})

test('ServiceAccount: its token, and who runs as it', async ({ app }) => {
  await app.open(`${WEB}apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: robot\n`)
  await app.inspector.row(/^robot/).click()
  await segment(app, 'Automount service account token', 'No').click()
  expect(await last(app)).toHaveProperty('automountServiceAccountToken', false)
  await app.inspector.part('Used by').getByRole('button', { name: 'web Deployment' }).click()
  await expect(app.inspector.part('Who mounts what')).toBeVisible()
})

test('NetworkPolicy: which pods, who may come in, in words', async ({ app }) => {
  await openWith(app, `${head('networking.k8s.io/v1', 'NetworkPolicy')}spec:\n  podSelector: {}\n`)
  const words = app.inspector.part('In words')
  const ingress = app.inspector.part('Ingress')
  await expect(words).toContainText('Nothing may come in.')
  await app.inspector.button('Match app = web').click()
  await app.inspector.region.getByRole('checkbox', { name: 'Egress', exact: true }).check()
  await expect(words).toContainText('It says nothing of what may come in.')
  await app.inspector.region.getByRole('checkbox', { name: 'Ingress', exact: true }).check()
  await expect(words).toContainText('Nothing may go out.')
  await app.inspector.button('Add ingress').click()
  await expect(words).toContainText('Anything may come in.')
  await ingress.getByRole('button', { name: 'From', exact: true }).click()
  await ingress.getByRole('button', { name: 'Pod selector' }).click()
  await ingress.getByRole('button', { name: 'Match tier = front' }).click()
  await expect(words).toContainText('May come in: from pods with tier = front. Nothing else.')
  expect(await last(app)).toMatchObject({
    spec: {
      podSelector: { matchLabels: { app: 'web' } },
      policyTypes: ['Egress', 'Ingress'],
      ingress: [{ from: [{ podSelector: { matchLabels: { tier: 'front' } } }] }],
    },
  })
})

const JOB = `    spec:
      restartPolicy: Never
      containers:
        - name: work
          image: busybox:1.37
`

test('CronJob: its schedule in words, the next runs in its time zone', async ({ app, page }) => {
  await page.clock.setFixedTime(new Date('2026-03-27T12:00:00Z'))
  await app.open(
    `${head('batch/v1', 'CronJob')}spec:\n  schedule: ""\n  jobTemplate:\n    spec:\n      template:\n${JOB.replaceAll(/^/gm, '    ').trimEnd()}\n`,
  )
  const schedule = app.inspector.part('Schedule')
  await app.inspector.field('Schedule').fill('60 2 * * *')
  await expect(schedule).toContainText('end of range (60) above maximum (59): 60')
  await app.inspector.field('Schedule').fill('30 2 * * *')
  await page.keyboard.press('Escape')
  await expect(schedule).toContainText('Runs at 02:30 every day.')
  await app.inspector.field('Time zone').fill('Europe/Berlin')
  await page.keyboard.press('Escape')
  await expect(schedule.getByRole('list', { name: 'Next runs' }).getByRole('listitem')).toHaveText([
    'Sat, 28 Mar 2026, 02:30',
    // On the 29th that hour is left out.
    'Mon, 30 Mar 2026, 02:30',
    'Tue, 31 Mar 2026, 02:30',
  ])
  await app.inspector.field('Time zone').fill('Europe/Atlantis')
  await expect(schedule).toContainText('unknown time zone Europe/Atlantis')
  await app.inspector.field('Time zone').fill('UTC')
  await page.keyboard.press('Escape')
  await pick(app, app.inspector.field('Concurrency policy'), /^Forbid/)
  await app.inspector.field('Failed jobs history limit').fill('0')
  await app.inspector.field('Backoff limit').fill('2')
  expect(await last(app)).toMatchObject({
    spec: {
      schedule: '30 2 * * *',
      timeZone: 'UTC',
      concurrencyPolicy: 'Forbid',
      failedJobsHistoryLimit: 0,
      jobTemplate: { spec: { backoffLimit: 2 } },
    },
  })
})

test('Job: what a run does', async ({ app }) => {
  await app.open(`${head('batch/v1', 'Job')}spec:\n  template:\n${JOB}`)
  const words = app.inspector.part('What a run does')
  await app.inspector.field('Completions').fill('5')
  await app.inspector.field('Parallelism').fill('2')
  await app.inspector.field('Active deadline').fill('600')
  await expect(words).toContainText(
    'Runs until 5 pods succeeded, 2 at once; fails after 6 retries, or after 10 min.',
  )
  expect(await last(app)).toMatchObject({
    spec: { completions: 5, parallelism: 2, activeDeadlineSeconds: 600 },
  })
})

test('StatefulSet: a claim for each pod', async ({ app }) => {
  await app.open(
    `${head('apps/v1', 'StatefulSet')}spec:\n  serviceName: db\n  selector:\n    matchLabels:\n      app: db\n  template:\n    metadata:\n      labels:\n        app: db\n${JOB}`,
  )
  const part = app.inspector.part('Identity and storage')
  await part.getByRole('button', { name: 'Volume claim templates' }).click()
  await expect(part.getByText('Volume claim template 1')).toBeVisible()
  await part.getByRole('textbox', { name: 'Name', exact: true }).fill('data')
  await part.getByRole('checkbox', { name: 'ReadWriteMany', exact: true }).check()
  await part.getByRole('checkbox', { name: 'ReadWriteOnce', exact: true }).uncheck()
  await app.inspector.field('Value', 'Identity and storage').fill('10Gi')
  expect(await last(app)).toMatchObject({
    spec: {
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: { accessModes: ['ReadWriteMany'], resources: { requests: { storage: '10Gi' } } },
        },
      ],
    },
  })
})
