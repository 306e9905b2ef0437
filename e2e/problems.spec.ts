import { expect, test } from './fixtures'
import { Problems } from './pages/Problems'

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: My App!!
spec:
  containers:
    - name: app
      image: nginx:1.29
      ports:
        - containerPort: 70000
      volumeMounts:
        - name: data
          mountPath: /data
`

test('what the server would say is told at the field, on the canvas, in the YAML, in a list and in the title', async ({
  app,
  page,
}) => {
  const problems = new Problems(page)
  await app.open(POD)
  await expect(problems.button).toHaveText(/[1-9]\d* problems/)
  await expect(page).toHaveTitle(/^\([1-9]\d*\) /)
  await problems.open()
  await expect(problems.row(/Not found: "data"/)).toBeVisible()
  await expect(problems.row(/must be between 1 and 65535/)).toBeVisible()
  await expect(problems.row(/Invalid value: "My App!!"/)).toBeVisible()
  await expect(app.canvas.region.getByText(/\d problems?/).first()).toBeAttached()
  await expect(app.yaml.squiggle.first()).toBeVisible()

  await problems.row(/must be between 1 and 65535/).click()
  const port = app.inspector.field('Port', 'Ports')
  await expect(port).toBeVisible()
  await expect(port).toHaveAccessibleDescription(/must be between 1 and 65535/)
})

test('what is mended goes at once; what is half typed is not scolded before a second has passed', async ({
  app,
  page,
}) => {
  const problems = new Problems(page)
  await app.open(POD)
  await problems.open()
  await problems.row(/must be between 1 and 65535/).click()
  const port = app.inspector.field('Port', 'Ports')
  await port.fill('8080')
  await expect(problems.row(/must be between/)).toBeHidden()
  await app.undo.click()
  await expect(problems.row(/must be between/)).toBeVisible()
})

test('the lens shows what the server fills in, and the text stays as it is', async ({ app, page }) => {
  await app.open(POD.replace('My App!!', 'app').replace('70000', '8080'))
  const text = await app.text()
  await page.getByRole('button', { name: 'Show or hide what the server fills in' }).click()
  const stored = page.getByRole('region', { name: 'As the server stores it' })
  await expect(stored).toBeVisible()
  await expect(stored.getByText('namespace').first()).toBeVisible()
  expect(await app.text()).toBe(text)

  await app.inspector.row(/^app.*Pod/).click()
  await expect(app.inspector.field('Namespace')).toHaveAttribute('placeholder', 'default')
  await app.inspector.field('Namespace').focus()
  await page.keyboard.press('F1')
  await expect(page.getByRole('region', { name: 'Docs' })).toContainText('the server fills in default')
})

test('a level of pod security is asked for, and remembered', async ({ app, page }) => {
  const problems = new Problems(page)
  await app.open(
    POD.replace('My App!!', 'app')
      .replace('70000', '8080')
      .replace(/ +volumeMounts:[^]*/, ''),
  )
  await problems.open()
  const row = problems.row(/would violate PodSecurity "restricted:latest": allowPrivilegeEscalation != false/)
  await expect(row).toBeHidden()
  await problems.region.getByRole('combobox', { name: 'Pod security level' }).click()
  await page.getByRole('option', { name: 'Pod security: restricted' }).click()
  await expect(row).toBeVisible()
  await page.reload()
  await problems.open()
  await expect(row).toBeVisible()
})
