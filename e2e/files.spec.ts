import { head, last, openWith, pick, segment } from './besideWeb'
import { expect, test } from './fixtures'
import { Files } from './pages/Files'

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
