import { axe } from './axe'
import { expect, test } from './fixtures'
import { documentsOf, manifest } from './manifests'

const CONTAINER = ['spec', 'template', 'spec', 'containers']

function at(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((part, step) => Object(part)[step], value)
}

test('a pod is drawn from nothing: containers, a shared volume, mounts, a Service, a variable', async ({
  app,
  page,
}) => {
  await app.visit()
  await app.startFrom('Blank')
  const { canvas } = app
  const { keyboard } = page

  await canvas.tool('Add app container').click()
  await expect(canvas.region.getByRole('textbox', { name: 'Image' })).toBeFocused()
  await keyboard.type('nginx:1.17')
  await canvas.region.getByRole('textbox', { name: 'Port' }).fill('80')
  await keyboard.press('Enter')
  await expect(canvas.node('Container nginx')).toBeFocused()

  await canvas.tool('Add app container').click()
  await keyboard.type('busybox:latest')
  await keyboard.press('Enter')
  await canvas.tool('Add volume').click()
  await app.menuItem(/^Empty directory/).click()
  await expect(canvas.node('Volume data')).toBeVisible()

  await canvas.connect(canvas.dot(canvas.node('Container nginx'), 'right'), canvas.node('Volume data'))
  await expect(canvas.region.getByRole('textbox', { name: 'Mount path' })).toBeFocused()
  await keyboard.type('usr')
  await expect(canvas.region.getByText('must be an absolute path')).toBeVisible()
  await keyboard.press('ControlOrMeta+a')
  await keyboard.type('/usr/share/nginx/html')
  await keyboard.press('Enter')
  await canvas.connect(canvas.dot(canvas.node('Volume data'), 'left'), canvas.node('Container busybox'))
  await keyboard.type('/var/log')
  await keyboard.press('Enter')
  await expect(canvas.line('Volume data in container busybox at /var/log')).toBeVisible()

  await canvas.tool('Add Service').click()
  await expect(canvas.line('Service app port 80 leads to port 80 of container nginx')).toBeVisible()

  await canvas.connect(canvas.dot(canvas.node('Downward API'), 'top'), canvas.node('Container busybox'))
  await expect(canvas.region.getByRole('textbox', { name: 'Variable' })).toHaveValue('POD_NAME')
  await keyboard.press('Enter')
  await expect(canvas.line('POD_NAME from the downward API to container busybox')).toBeVisible()

  const [deployment, service] = documentsOf(await app.yaml.text())
  expect(at(deployment, CONTAINER)).toEqual([
    {
      name: 'nginx',
      image: 'nginx:1.17',
      ports: [{ containerPort: 80 }],
      volumeMounts: [{ name: 'data', mountPath: '/usr/share/nginx/html' }],
    },
    {
      name: 'busybox',
      image: 'busybox:latest',
      volumeMounts: [{ name: 'data', mountPath: '/var/log' }],
      env: [{ name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
    },
  ])
  expect(at(service, ['spec', 'selector'])).toEqual({ app: 'app' })
})

test('by keyboard alone: walk, duplicate, rename, connect, change, remove, undo', async ({ app, page }) => {
  await app.open(manifest('seed-2.yaml'))
  const { canvas } = app
  const { keyboard } = page

  await canvas.node('Container nginx').focus()
  await keyboard.press('ArrowDown')
  await expect(canvas.node('Container busybox')).toBeFocused()
  await keyboard.press('ArrowRight')
  await expect(canvas.node('Volume data')).toBeFocused()
  await keyboard.press('Enter')
  await expect(app.inspector.field('Name')).toHaveValue('data')

  await canvas.node('Container busybox').focus()
  await keyboard.press('ControlOrMeta+d')
  await expect(canvas.node('Container busybox-2')).toBeFocused()
  await keyboard.press('F2')
  await keyboard.type('shell')
  await keyboard.press('Enter')
  await expect(canvas.node('Container shell')).toBeFocused()

  await keyboard.press('c')
  await expect(app.menuItem(/^data/)).toBeFocused()
  await keyboard.press('Enter')
  await expect(canvas.region.getByRole('textbox', { name: 'Mount path' })).toBeFocused()
  await keyboard.type('/spool')
  await keyboard.press('Enter')
  const line = canvas.line('Volume data in container shell at /spool')
  await expect(line).toBeFocused()
  await keyboard.press('F2')
  await keyboard.type('/queue')
  await keyboard.press('Escape')
  await expect(line).toBeFocused()
  await keyboard.press('Delete')
  await expect(line).toHaveCount(0)
  await expect(canvas.node('Container shell')).toBeVisible()
  await keyboard.press('ControlOrMeta+z')
  await expect(line).toBeVisible()
  await canvas.node('Container shell').focus()
  await keyboard.press('Backspace')
  await expect(canvas.node('Container shell')).toHaveCount(0)
  expect(documentsOf(await app.yaml.text())).toEqual(documentsOf(manifest('seed-2.yaml')))
})

test('what is selected anywhere is marked on the canvas, and a pick on the canvas selects everywhere', async ({
  app,
}) => {
  await app.open(manifest('seed-2.yaml'))
  const { canvas, inspector, yaml } = app
  await inspector.row('busybox').click()
  await expect(canvas.node('Container busybox')).toHaveClass(/selected/)
  await yaml.goToEndOf('mountPath: /usr/share/nginx/html')
  await expect(canvas.line('Volume data in container nginx at /usr/share/nginx/html')).toHaveClass(/selected/)
  await canvas.node('Service nginx-svc').click()
  await expect(inspector.field('Name')).toHaveValue('nginx-svc')
  await canvas.region.getByRole('button', { name: 'Port 80 of nginx', exact: true }).click()
  await expect(canvas.region.getByRole('toolbar', { name: 'Selected: Port 80' })).toBeVisible()
})

test('text that can not be read leaves the last picture, marked and inert', async ({ app, page }) => {
  await app.open(manifest('seed-2.yaml'))
  const { canvas, yaml } = app
  await yaml.goToEndOf('name: test')
  await page.keyboard.type(': [')
  await expect(canvas.region.getByText('YAML can’t be read: line 4')).toBeVisible()
  await expect(canvas.node('Container nginx')).toBeVisible()
  await expect(canvas.tool('Add app container')).toBeDisabled()
  await canvas.node('Container nginx').focus()
  await page.keyboard.press('Delete')
  await expect(canvas.node('Container nginx')).toBeVisible()
})

test('the canvas takes no key that is typed elsewhere', async ({ app, page }) => {
  await app.open(manifest('seed-2.yaml'))
  const { canvas, yaml } = app
  await canvas.node('Container busybox').click()
  await yaml.goToEndOf('name: test')
  await page.keyboard.type('  # f c + - x')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await expect(yaml.line('name: test  # f c + -')).toBeVisible()
  await expect(canvas.node('Container busybox')).toBeVisible()
})

test('a map helps from 15 things on', async ({ app }) => {
  await app.open(manifest('seed-2.yaml'))
  await expect(app.canvas.region.getByRole('img', { name: 'Map of the whole picture' })).toHaveCount(0)
  await app.open(manifest('everything-deployment.yaml'))
  await expect(app.canvas.region.getByRole('img', { name: 'Map of the whole picture' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the canvas is accessible: ${colorScheme}`, async ({ app, page }) => {
    await page.emulateMedia({ colorScheme })
    await app.open(manifest('everything-deployment.yaml'))
    const { canvas } = app
    const scan = async () => {
      const { violations } = await axe(page).include('[data-pane=canvas]').analyze()
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
    }
    expect(await scan()).toEqual([])
    await canvas.node('Container app').click()
    await page.keyboard.press('F2')
    await expect(canvas.region.getByRole('dialog')).toBeVisible()
    expect(await scan()).toEqual([])
  })
}
