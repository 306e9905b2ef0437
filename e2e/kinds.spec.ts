import { OBJECT_KINDS } from '../src/core/kubernetes/objectKinds'
import { expect, test } from './fixtures'
import { documentsOf, manifest } from './manifests'

/** A Deployment and an Ingress, an autoscaler and a disruption budget that have nothing to do with it yet. */
const APART = `apiVersion: apps/v1
kind: Deployment # the shop
metadata:
  name: shop
spec:
  replicas: 2
  selector:
    matchLabels: {app: shop}
  template:
    metadata:
      labels: {app: shop}
    spec:
      containers:
        - name: nginx # a web server
          image: nginx
---
apiVersion: v1
kind: Service
metadata: {name: shop}
spec: {selector: {app: shop}, ports: [{port: 80}]}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: front}
spec: {rules: [{host: shop.example.com}]}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: clerk}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: guard}
spec: {maxUnavailable: 1}
`

test('an object of every kind is added by the menu; outline and canvas show it; each is one step to undo', async ({
  app,
  page,
}) => {
  test.slow()
  const { inspector, canvas } = app
  const before = manifest('seed-1.yaml')
  await app.open(before)
  for (const { kind } of OBJECT_KINDS) {
    await inspector.button('Add').click()
    await page
      .getByRole('menuitem')
      .filter({ has: page.getByText(kind, { exact: true }) })
      .click()
    await expect(inspector.field('Name').first()).toBeFocused()
    const name = await inspector.field('Name').first().inputValue()
    await expect(inspector.selectedRow).toContainText(kind)
    await expect(canvas.node(`${kind} ${name}`)).toBeVisible()
  }
  const documents = documentsOf(await app.text())
  expect(documents.map((document) => String(Object(document).kind)).toSorted()).toEqual(
    [...OBJECT_KINDS.map(({ kind }) => kind), 'Deployment', 'Service'].toSorted(),
  )
  for (const _ of OBJECT_KINDS) await app.undo.click()
  expect(await app.text()).toBe(before)
})

test('a blank page begins with any object', async ({ app, page }) => {
  await app.open('# nothing yet\n')
  await app.inspector.choose(app.inspector.button('Other object…'), /^NetworkPolicy/)
  await expect(app.canvas.node('NetworkPolicy app')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('add a cronjob')
  await page.keyboard.press('Enter')
  await expect(app.inspector.row(/^nightly/)).toBeVisible()
  await expect(app.canvas.node('CronJob nightly, schedule 0 3')).toBeVisible()
})

test('kinds nobody knows are listed and drawn, and stay as they are', async ({ app }) => {
  const text = 'apiVersion: example.com/v1\nkind: Gizmo # mine\nmetadata: {name: it}\nspec: {deep: [1, 2]}\n'
  await app.open(text)
  await expect(app.inspector.row(/^it\s*Gizmo/)).toBeVisible()
  await expect(app.canvas.node('Gizmo it')).toBeVisible()
  await app.inspector.choose(app.inspector.button('Add'), /^ConfigMap/)
  expect(await app.text()).toContain(text)
})

test('objects are pointed at others by a line, or by the keyboard', async ({ app, page }) => {
  const { canvas } = app
  await app.open(APART)
  await canvas.connect(canvas.dot(canvas.node('Ingress front'), 'bottom'), canvas.node('Service shop'))
  // Upright, and so without a width that could be seen.
  await expect(canvas.line('Ingress front sends traffic to Service shop')).toHaveCount(1)
  await expect(canvas.region.getByRole('button', { name: 'Path / → shop:80 of front' })).toBeVisible()

  await canvas.connect(canvas.dot(canvas.node('ServiceAccount clerk'), 'top'), canvas.node('Container nginx'))
  await expect(canvas.line('ServiceAccount clerk is the identity of the pod of shop')).toBeVisible()

  await canvas.node('PodDisruptionBudget guard').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('c')
  await expect(app.menuItem(/^shop/)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(canvas.line('PodDisruptionBudget guard selects the pods of shop')).toBeVisible()

  const [deployment, , ingress, , budget] = documentsOf(await app.text()).map(Object)
  expect(deployment.spec.template.spec.serviceAccountName).toBe('clerk')
  expect(ingress.spec.rules[0]).toEqual({
    host: 'shop.example.com',
    http: {
      paths: [
        { path: '/', pathType: 'Prefix', backend: { service: { name: 'shop', port: { number: 80 } } } },
      ],
    },
  })
  expect(budget.spec).toEqual({ maxUnavailable: 1, selector: { matchLabels: { app: 'shop' } } })
})

test('a workload becomes one of another kind; what is lost is told before, and undone', async ({
  app,
  page,
}) => {
  const { inspector, canvas } = app
  await app.open(APART)
  await inspector.row(/^shop\s*Deployment/).click()

  await inspector.field('Kind').click()
  await page.getByRole('option', { name: /^StatefulSet/ }).click()
  await expect(canvas.node('StatefulSet shop, 2 replicas')).toBeVisible()
  const [stateful] = documentsOf(await app.text()).map(Object)
  expect(stateful.spec).toMatchObject({ replicas: 2, serviceName: 'shop' })
  expect(await app.text()).toContain('- name: nginx # a web server')

  await inspector.field('Kind').click()
  await page.getByRole('option', { name: /^DaemonSet/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Make it a DaemonSet?' })
  await expect(dialog).toContainText('spec.replicas')
  await expect(dialog).toContainText('A DaemonSet runs one pod on every node.')
  await expect(dialog.getByRole('region', { name: 'Changes in the pods' })).toBeHidden()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(canvas.node('StatefulSet shop')).toBeVisible()

  await inspector.field('Kind').click()
  await page.getByRole('option', { name: /^CronJob/ }).click()
  const pods = page.getByRole('dialog').getByRole('region', { name: 'Changes in the pods' })
  await expect(pods).toContainText('spec.jobTemplate.spec.template.spec.restartPolicy')
  await expect(pods).toContainText('Becomes OnFailure')
  await page.keyboard.press('Escape')
  await expect(canvas.node('StatefulSet shop')).toBeVisible()

  await inspector.field('Kind').click()
  await page.getByRole('option', { name: /^DaemonSet/ }).click()
  await expect(dialog.getByRole('button', { name: 'Change to DaemonSet' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(canvas.node('DaemonSet shop, one pod on every node')).toBeVisible()
  const [daemon] = documentsOf(await app.text()).map(Object)
  expect(Object.keys(daemon.spec)).toEqual(['selector', 'template'])

  await app.undo.click()
  await expect(canvas.node('StatefulSet shop, 2 replicas')).toBeVisible()
  await app.undo.click()
  expect(await app.text()).toBe(APART)
})
