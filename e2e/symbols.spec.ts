import { expect, test } from './fixtures'

// The editor draws the lines on screen alone: here that is all of them.
test.use({ viewport: { width: 1440, height: 1300 } })

const TEXT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: nginx
          image: nginx
          ports:
            - name: http
              containerPort: 80
          readinessProbe:
            tcpSocket:
              port: http
          volumeMounts:
            - name: html # the pages
              mountPath: /srv
      volumes:
        - name: html
          emptyDir: {}
        - name: conf
          configMap:
            name: web-conf
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
      targetPort: http
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web-conf
`

const lineOf = (words: string, from = 0): string =>
  String(TEXT.slice(0, TEXT.indexOf(words, from)).split('\n').length)

test('F12 goes to what declares a name; Ctrl+click too', async ({ app, page }) => {
  await app.open(TEXT)
  await app.yaml.goToEndOf('targetPort: http')
  await page.keyboard.press('F12')
  await expect(app.yaml.activeLine()).toHaveText(lineOf('- name: http'))
  await expect(app.yaml.path.getByRole('button')).toHaveText([
    'Deployment web', 'spec', 'template', 'spec', 'containers', 'nginx', 'ports', 'http', 'name',
  ]) // prettier-ignore

  await app.yaml.followWord(app.yaml.line('- name: html # the pages').getByText('html', { exact: true }))
  await expect(app.yaml.activeLine()).toHaveText(lineOf('- name: html\n'))
})

test('Shift+F12 lists what names something', async ({ app, page }) => {
  await app.open(TEXT)
  await app.yaml.goToEndOf('- name: http')
  await page.keyboard.press('Shift+F12')
  await expect(app.yaml.references).toContainText('References (3)')
  await page.keyboard.press('Escape')
  await expect(app.yaml.references).toBeHidden()
  await expect(app.yaml.editor).toBeFocused()
})

test('F2 renames everywhere, as one step that undo takes back; comments stay', async ({ app, page }) => {
  await app.open(TEXT)
  await app.yaml.goToEndOf('port: http')
  await page.keyboard.press('F2')
  await expect(app.yaml.renameBox).toHaveValue('http')
  await expect(app.yaml.renameBox).toBeFocused()
  await page.keyboard.type('web-port')
  await page.keyboard.press('Enter')
  // The message goes by itself.
  await expect(app.yaml.message).toContainText('Renamed in 3 places')
  await expect(app.yaml.line('targetPort: web-port')).toBeVisible()
  expect(await app.text()).toBe(TEXT.replaceAll(': http\n', ': web-port\n'))
  await expect(app.canvas.region).toContainText('web-port')

  await app.undo.click()
  await expect(app.yaml.line('targetPort: http')).toBeVisible()
  expect(await app.text()).toBe(TEXT)

  await app.yaml.line('- name: html # the pages').getByText('html', { exact: true }).click()
  await page.keyboard.press('F2')
  await expect(app.yaml.renameBox).toHaveValue('html')
  await expect(app.yaml.renameBox).toBeFocused()
  await page.keyboard.type('pages')
  await page.keyboard.press('Enter')
  await expect(app.yaml.line('- name: pages # the pages')).toBeVisible()
  expect(await app.text()).toBe(TEXT.replaceAll('name: html', 'name: pages'))
})

test('a taken name is refused with the reason, and so is a name nobody declares', async ({ app, page }) => {
  await app.open(TEXT)
  await app.yaml.line('- name: html # the pages').getByText('html', { exact: true }).click()
  await page.keyboard.press('F2')
  await expect(app.yaml.renameBox).toHaveValue('html')
  await expect(app.yaml.renameBox).toBeFocused()
  await page.keyboard.type('conf')
  await page.keyboard.press('Enter')
  await expect(app.yaml.message).toContainText('another volume is called conf')
  await page.keyboard.press('Escape')
  await expect(app.yaml.message).toBeHidden()
  expect(await app.text()).toBe(TEXT)

  await app.yaml.goToEndOf('containerPort: 80')
  await page.keyboard.press('F2')
  await expect(app.yaml.message).toContainText('No name that can be changed stands here')
})

test('the path: steps select, by pointer and by arrow keys', async ({ app, page }) => {
  await app.open(TEXT)
  await app.yaml.goToEndOf('containerPort: 80')
  const steps = app.yaml.path.getByRole('button')
  await expect(steps).toHaveText([
    'Deployment web', 'spec', 'template', 'spec', 'containers', 'nginx', 'ports', 'http', 'containerPort',
  ]) // prettier-ignore
  await expect(steps.last()).toHaveAttribute('aria-current', 'location')

  await steps.filter({ hasText: 'nginx' }).click()
  await expect(steps).toHaveText(['Deployment web', 'spec', 'template', 'spec', 'containers', 'nginx'])
  await expect(app.inspector.row(/nginx/)).toHaveAttribute('aria-selected', 'true')

  await page.keyboard.press('Home')
  await expect(steps.first()).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(steps).toHaveText(['Deployment web'])

  // From the other panes as well.
  await app.inspector.row(/html/).click()
  await expect(steps).toHaveText(['Deployment web', 'spec', 'template', 'spec', 'volumes', 'html'])
})

test('blocks fold', async ({ app, page }) => {
  await app.open(TEXT)
  await app.yaml.goToEndOf('template:')
  await page.keyboard.press('ControlOrMeta+Shift+[')
  await expect(app.yaml.line('containers:')).toBeHidden()
  await expect(app.yaml.line('kind: Service')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Shift+]')
  await expect(app.yaml.line('containers:')).toBeVisible()
})
