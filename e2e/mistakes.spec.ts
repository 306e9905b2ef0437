import { expect, test } from './fixtures'
import { Problems } from './pages/Problems'

/** Ten of the commonest mistakes: five that a server refuses, five that it lets pass. */
const DESIGN = `apiVersion: v1
kind: Pod
metadata:
  name: My_Pod
spec:
  containers:
    - name: web
      image: example.com/web:1.4
      ports:
        - containerPort: 70000
      volumeMounts:
        - name: cache
          mountPath: /cache
      resources:
        requests:
          memory: 1GB
    - name: web
      image: example.com/two:1.0
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
spec:
  replicas: 2
  selector:
    matchLabels:
      app: shop
  template:
    metadata:
      labels:
        app: shop
    spec:
      containers:
        - name: shop
          image: example.com/shop:1.4
          command: ['serve --port 8080']
          env:
            - name: MODE
              value: fast
            - name: MODE
              value: safe
          resources:
            limits:
              memory: 100m
          readinessProbe:
            tcpSocket:
              port: 8080
            periodSeconds: 5
            timeoutSeconds: 30
      volumes:
        - name: data
          emptyDir: {}
`

/** What a server answers with. */
const REFUSED = [
  /Invalid value: "My_Pod"/,
  /must be between 1 and 65535/,
  /Not found: "cache"/,
  /Duplicate value: "web"/,
  /quantities must match/,
]

/** What it lets pass, with the click that mends it. */
const PASSED = [
  { words: /serve --port 8080/, fix: 'Write each word by itself' },
  { words: /MODE/, fix: 'Remove the one without effect' },
  { words: /100m is 100 thousandths of a byte/, fix: 'Write Mi' },
  { words: /period/i, fix: 'Make the period as long' },
  { words: /data/, fix: 'Remove the volume' },
]

test('ten common mistakes are told in every pane; five are mended by a click each, and come back by undo', async ({
  app,
  page,
}) => {
  const problems = new Problems(page)
  // A quantity that can’t be read hides what else would be said of its object: see it first, then mend it by hand.
  await app.open(DESIGN)
  await problems.open()
  await expect(problems.row(REFUSED[4] ?? /./)).toBeVisible()
  await expect(app.yaml.squiggle.first()).toBeVisible()
  await problems.row(REFUSED[4] ?? /./).click()
  await expect(app.yaml.selected.first()).toBeVisible()
  await app.open(DESIGN.replace('1GB', '1Gi'))
  for (const words of REFUSED.slice(0, 4)) await expect(problems.row(words)).toBeVisible()
  await expect(app.yaml.squiggle.nth(3)).toBeVisible()

  await problems.row(/must be between 1 and 65535/).click()
  await expect(app.inspector.field('Port', 'Ports')).toHaveAccessibleDescription(/between 1 and 65535/)
  await expect(
    app.canvas
      .node('Container web')
      .first()
      .getByText(/\d problems?/),
  ).toBeAttached()

  const text = await app.text()
  for (const { words, fix } of PASSED) {
    const row = problems.region.getByRole('listitem').filter({ hasText: words }).filter({ hasText: fix })
    await row.getByRole('button', { name: fix }).click()
    await expect(row).toBeHidden()
  }
  const mended = await app.text()
  expect(mended).toContain('memory: 100Mi')
  expect(mended).not.toContain('value: fast')
  expect(mended).not.toContain('emptyDir')
  for (const _ of PASSED) await app.undo.click()
  expect(await app.text()).toBe(text)
})

test('a comment switches a rule off, and it comes back when the comment goes', async ({ app, page }) => {
  const problems = new Problems(page)
  const pod = (comment: string): string =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - name: a${comment}\n      image: example.com/a:latest\n`
  await app.open(pod(''))
  await problems.open()
  const row = problems.row(/latest/)
  await expect(row).toBeVisible()
  await row.locator('xpath=ancestor::li').getByRole('button', { name: 'Why?' }).click()
  await expect(problems.region.getByText(/podwright-ignore: image-latest/)).toBeVisible()

  await app.yaml.goToEndOf('image:')
  await page.keyboard.type(' # podwright-ignore: image-latest mirrored')
  await expect(row).toBeHidden()
  await app.undo.click()
  await expect(row).toBeVisible()
})

test('a comment that names no rule is told at its line, and mended by one click', async ({ app, page }) => {
  const problems = new Problems(page)
  const text =
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - name: a\n      image: example.com/a:latest # podwright-ignore: image-latst mirrored\n'
  await app.open(text)
  await problems.open()
  const row = problems.row(/There is no rule image-latst/)
  await expect(row).toBeVisible()
  await expect(problems.row(/latest/)).toBeVisible()

  await row.locator('xpath=ancestor::li').getByRole('button', { name: 'Write image-latest' }).click()
  await expect(problems.row(/latst/)).toBeHidden()
  await expect(problems.row(/latest/)).toBeHidden()
  expect(await app.text()).toBe(text.replace('latst', 'latest'))
  await app.undo.click()
  await expect(row).toBeVisible()
})
