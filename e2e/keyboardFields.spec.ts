import { expect, test } from './fixtures'
import { chooseByKeys, reach } from './pages/reach'

/* Fields that no form shows before they are asked for, added and filled in without a mouse. */

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: nginx
      image: nginx:1.17
      ports:
        - name: http
          containerPort: 80
`

test('a readiness probe of a container by keyboard', async ({ app, page }) => {
  const { inspector } = app
  const { keyboard } = page
  await app.open(POD)
  await reach(page, inspector.row(/^web/))
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await expect(inspector.row(/^nginx/)).toBeFocused()
  await reach(page, inspector.button('Readiness probe'))
  await keyboard.press('Enter')
  await expect(inspector.field('Check')).toBeFocused()
  await chooseByKeys(page, 'option', /^HTTP/)
  await expect(inspector.field('Check')).toBeFocused()
  await reach(page, inspector.field('Path'))
  await keyboard.type('/healthz')
  await keyboard.press('Tab')
  // The name of the port is offered: arrows choose, Enter takes it, Escape closes the list and changes nothing.
  const port = inspector.region.getByRole('combobox', { name: 'Port', exact: true })
  await expect(port).toBeFocused()
  await keyboard.type('h')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(port).toHaveValue('http')
  await keyboard.type('x')
  await keyboard.press('Backspace')
  await expect(page.getByRole('option', { name: /^http/ })).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.getByRole('option')).toHaveCount(0)
  await keyboard.press('Escape')
  await expect(port).toHaveValue('http')
  await expect(port).toBeFocused()
  await reach(page, inspector.field('Period'))
  await keyboard.type('5')
  await keyboard.press('Tab')
  // A look back at what was typed changes nothing.
  await keyboard.press('Shift+Tab')
  await expect(inspector.field('Period')).toBeFocused()
  expect(await app.text()).toBe(`${POD}      readinessProbe:
        httpGet:
          path: /healthz
          port: http
        periodSeconds: 5
`)
})

test('a toleration of a pod by keyboard', async ({ app, page }) => {
  const { inspector } = app
  const { keyboard } = page
  await app.open(POD)
  await reach(page, inspector.row(/^web/))
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await expect(inspector.row(/^Containers/)).toBeFocused()
  await reach(page, inspector.button('Tolerations'))
  await keyboard.press('Enter')
  await expect(inspector.field('Key')).toBeFocused()
  await keyboard.type('dedicated')
  await keyboard.press('Tab')
  await expect(inspector.field('Operator')).toBeFocused()
  await chooseByKeys(page, 'option', /^Exists/)
  await reach(page, inspector.field('Effect'))
  await chooseByKeys(page, 'option', /^NoSchedule/)
  await expect(inspector.field('Effect')).toBeFocused()
  expect(await app.text()).toBe(
    POD.replace(
      'spec:\n',
      `spec:
  tolerations:
    - {key: dedicated, operator: Exists, effect: NoSchedule}
`,
    ),
  )
})

test('a projected volume with a ConfigMap by keyboard', async ({ app, page }) => {
  const { inspector } = app
  const { keyboard } = page
  await app.open(POD)
  await reach(page, inspector.row(/^Volumes/).getByRole('button', { name: 'Add volume' }))
  await chooseByKeys(page, 'menuitem', /^Projected/)
  await expect(inspector.field('Name')).toBeFocused()
  await reach(page, inspector.button('Add source'))
  await chooseByKeys(page, 'menuitem', /^ConfigMap/)
  await reach(page, inspector.field('ConfigMap'))
  await keyboard.type('settings')
  await reach(page, inspector.field('Mount path of projected in nginx'))
  await keyboard.type('/etc/settings')
  await keyboard.press('Tab')
  expect(await app.text()).toBe(`${POD}      volumeMounts:
        - name: projected
          mountPath: /etc/settings
  volumes:
    - name: projected
      projected:
        sources:
          - configMap:
              name: settings
`)
})
