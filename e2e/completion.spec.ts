import { expect, test } from './fixtures'
import { manifest } from './manifests'

const SEED = manifest('seed-2.yaml')
const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: nginx
      image: nginx
      ports:
        - name: http
          containerPort: 80
  volumes:
    - name: html
      emptyDir: {}
`

test('half a key: what it could be, with what it means; Enter writes it, indented', async ({ app, page }) => {
  await app.open(POD)
  await app.yaml.goToEndOf('image: nginx')
  await page.keyboard.press('Enter')
  await page.keyboard.type('volumeM')
  const option = app.yaml.suggestion('volumeMounts')
  await expect(option).toBeInViewport()
  await expect(option).toContainText('list of VolumeMount')
  await expect(app.yaml.suggestionDocs).toContainText('Pod volumes to mount into the container')
  await expect(app.yaml.suggestionDocs).toBeInViewport()

  await page.keyboard.press('Enter')
  // A list of mappings goes on: the keys of an item are offered, the required ones first.
  await expect(app.yaml.suggestion(/^name/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(app.yaml.suggestion('html')).toBeVisible()
  await expect(app.yaml.suggestionDocs).toContainText('This must match the Name of a Volume')
  await page.keyboard.press('Enter')
  await expect(app.yaml.suggestions).toBeHidden()
  expect(await app.text()).toBe(
    POD.replace('image: nginx\n', 'image: nginx\n      volumeMounts:\n        - name: html\n'),
  )
})

test('values: an enum, with what it means, and a name from elsewhere in the design', async ({
  app,
  page,
}) => {
  await app.open(POD)
  await app.yaml.goToEndOf('image: nginx')
  await page.keyboard.press('Enter')
  await page.keyboard.type('imagePullPolicy: N')
  await expect(app.yaml.suggestion('Never')).toBeVisible()
  await expect(app.yaml.suggestionDocs).toContainText('never pulls an image')
  await page.keyboard.press('Enter')
  await expect(app.yaml.suggestions).toBeHidden()
  await page.keyboard.press('Enter')
  await page.keyboard.type('readinessProbe: {tcpSocket: {port: ht')
  await expect(app.yaml.suggestion('http')).toContainText('Port 80 of nginx')
  await page.keyboard.press('Enter')
  expect(await app.text()).toContain(
    '      imagePullPolicy: Never\n      readinessProbe: {tcpSocket: {port: http',
  )
})

test('the list is in nobody’s way: Escape closes it, spaces do not open it, a whole word takes a new line', async ({
  app,
  page,
}) => {
  await app.open(SEED)
  await app.yaml.goToEndOf('replicas: 1')
  await page.keyboard.press('Enter')
  await page.keyboard.type('pa')
  await expect(app.yaml.suggestion('paused')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(app.yaml.suggestions).toBeHidden()
  await page.keyboard.press('Tab')
  await expect(app.yaml.editor).toBeFocused()
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('used: true')
  await page.keyboard.press('Enter')
  await page.keyboard.type('  # in')
  expect(await app.text()).toBe(SEED.replace('replicas: 1\n', 'replicas: 1\n  paused: true\n    # in\n'))
})

test('Escape closes a list that has only just come, and Tab stays in the editor', async ({ app, page }) => {
  await app.open(SEED)
  await app.yaml.goToEndOf('replicas: 1')
  await page.keyboard.press('Enter')
  // What the editor does a tenth of a second after the list has come, it does not do yet.
  await page.evaluate(() => {
    window.setTimeout = new Proxy(window.setTimeout, {
      apply: (later, self, args) => (args[1] === 100 ? 0 : Reflect.apply(later, self, args)),
    })
  })
  await page.keyboard.type('pa')
  await expect(app.yaml.suggestion('paused')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(app.yaml.suggestions).toBeHidden()
  await page.keyboard.press('Tab')
  await expect(app.yaml.editor).toBeFocused()
})

test('what a key means, by keyboard and by pointer, with the way to more', async ({ app, page }) => {
  await app.open(POD)
  await app.yaml.goToEndOf('image: nginx')
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+F1')
  await expect(app.yaml.hover).toContainText('Container image name')
  await expect(app.yaml.hover).toBeInViewport()
  await expect(app.yaml.hover.getByRole('link').first()).toHaveAttribute(
    'data-href',
    'https://kubernetes.io/docs/concepts/containers/images',
  )
  await page.keyboard.press('Escape')
  await expect(app.yaml.hover).toBeHidden()

  await app.yaml.line('containers:').getByText('containers', { exact: true }).hover()
  await expect(app.yaml.hover).toContainText('list of Container · required')
  await expect(app.yaml.hover).toContainText('List of containers belonging to the pod')
})

test('while the text can’t be read there is help all the same', async ({ app, page }) => {
  await app.open(`${POD}nonsense: [\n`)
  await expect(app.yaml.problem).toContainText(/\S/)
  await app.yaml.goToEndOf('containerPort: 80')
  await page.keyboard.press('Enter')
  await page.keyboard.type('prot')
  await expect(app.yaml.suggestion('protocol')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(app.yaml.suggestion(/^UDP/)).toBeVisible()
})
