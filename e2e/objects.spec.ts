import { head, last, openWith, pick, segment, WEB } from './besideWeb'
import { expect, test } from './fixtures'

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
