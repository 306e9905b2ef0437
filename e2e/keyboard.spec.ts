import { expect, test } from './fixtures'
import { documentsOf, manifest } from './manifests'
import { chooseByKeys, hasFocus, reach } from './pages/reach'

test('seed-1 from blank, then seed-2, without a mouse', async ({ app, page }) => {
  test.setTimeout(240_000)
  const { inspector, canvas } = app
  const { keyboard } = page
  const write = async (text: string): Promise<void> => {
    await keyboard.press('ControlOrMeta+a')
    await keyboard.type(text)
  }
  await app.visit()
  await keyboard.press('ControlOrMeta+k')
  await keyboard.type('new blank')
  await keyboard.press('Enter')
  await expect(app.designMenu).toHaveText('Untitled')

  await reach(page, inspector.field('Name'))
  await write('test')
  await keyboard.press('Tab')
  await write('default')
  await reach(page, inspector.field('Key', 'Labels'))
  await write('app.kubernetes.io/env')
  await keyboard.press('Tab')
  await write('production')
  // Enter adds the next row.
  await keyboard.press('Enter')
  await expect(inspector.field('Key', 'Labels', 1)).toBeFocused()
  await write('app.kubernetes.io/project')
  await keyboard.press('Tab')
  await write('sample_project')
  await reach(page, inspector.field('Key', 'Pod labels'))
  await write('app.kubernetes.io/project')
  await keyboard.press('Tab')
  await write('sample_project')

  await reach(page, canvas.tool('Add app container'))
  await keyboard.press('Enter')
  await write('nginx:1.17')
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await write('80')
  await keyboard.press('Enter')
  await reach(page, canvas.tool('Add app container'))
  await keyboard.press('Enter')
  await write('busybox:latest')
  await keyboard.press('Enter')
  await reach(page, inspector.button('Write a script'))
  await keyboard.press('Enter')
  await expect(inspector.field('Script for sh -c')).toBeFocused()
  await write("while true; do echo $(date -u) 'this is a log' > /var/log/index.html; sleep 5;done")

  await reach(page, canvas.tool('Add volume'))
  await keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: /^Empty directory/ })).toBeFocused()
  await keyboard.press('Enter')
  await reach(page, inspector.field('Mount path of data in nginx'))
  await write('/usr/share/nginx/html')
  await reach(page, inspector.field('Mount path of data in busybox'))
  await write('/var/log')

  await reach(page, canvas.tool('Add Service'))
  await keyboard.press('Enter')
  await expect(inspector.field('Type')).toBeVisible()
  await reach(page, inspector.field('Name'))
  await write('nginx-svc')
  const chooseType = async (name: RegExp): Promise<void> => {
    await reach(page, inspector.field('Type'))
    await chooseByKeys(page, 'option', name)
  }
  await chooseType(/^Node port/)
  expect(documentsOf(await app.text())).toEqual(documentsOf(manifest('seed-1.yaml')))

  await chooseType(/^Load balancer/)
  await reach(page, inspector.row(/^nginx-svc/))
  for (let i = 0; i < 9 && !(await hasFocus(inspector.row(/^busybox/))); i += 1)
    await keyboard.press('ArrowUp')
  await reach(page, inspector.field('Script for sh -c'))
  await write(
    "while true; do echo $(date -u) 'this is a log , This is the Pod name $(POD_NAME)' > /var/log/index.html; sleep 5;done",
  )
  await reach(page, inspector.button('Add variable'))
  await keyboard.press('Enter')
  await write('POD_NAME')
  await reach(page, inspector.field('Source', 'Environment'))
  await chooseByKeys(page, 'option', /^Pod field/)
  expect(documentsOf(await app.text())).toEqual(documentsOf(manifest('seed-2.yaml')))
})
