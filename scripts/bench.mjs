// How long a keystroke in a container's name field takes, in a real browser, against the built app:
// - to the model: from the input event until the YAML editor's model holds the new text
// - own work: all that runs in the events of the key and the input: the edit, the model, React's rendering and effects
// - frame: the page's work in the next frame (the editor's lines, the diagram, style, layout, paint)
// - paint: from the key until the next frame is on screen; what is not own work or frame is waiting for the frame
import { deflateRawSync } from 'node:zlib'
import { withBuiltApp } from './builtApp.mjs'
import { quantile } from './quantile.mjs'

const SIZES = [2, 20, 100]
const WARM_UP = 10
const KEYSTROKES = 90

/** @typedef {{ model: number, own: number, frame: number, paint: number }} Sample */

await withBuiltApp(async ({ url, browser }) => {
  const rows = []
  for (const size of SIZES) {
    const text = manifestOf(size)
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(`${url}#v1.${deflateRawSync(text).toString('base64url')}`)
    await page.getByRole('textbox', { name: /^YAML\./ }).waitFor()
    const inspector = page.getByRole('region', { name: 'Inspector' })
    await inspector.getByRole('treeitem', { name: /^container-1( |$)/ }).click()
    const name = inspector.getByRole('textbox', { name: 'Name', exact: true }).first()
    await name.focus()
    await page.keyboard.press('End')

    const samples = []
    let typed = 'container-1'
    for (let i = 0; i < WARM_UP + KEYSTROKES; i += 1) {
      // Now a letter, now a step back, so that the name stays a name.
      const key =
        typed.length < 30 && Math.floor(i / 12) % 2 === 0 ? 'abcdefghij'.charAt(i % 10) : 'Backspace'
      typed = key === 'Backspace' ? typed.slice(0, -1) : typed + key
      const sample = page.evaluate(measureNextKey)
      // The listeners are there once the page has answered something asked later.
      await page.evaluate(() => undefined)
      await page.keyboard.press(key)
      if (i >= WARM_UP) samples.push(await sample)
      else await sample
      const line = page.locator('.view-line', { hasText: `- name: ${typed}` }).first()
      if ((await line.innerText()).trim().replaceAll('\u00A0', ' ') !== `- name: ${typed}`)
        throw new Error(`The editor does not show ${typed}`)
    }
    await page.close()
    rows.push({ size, lines: text.split('\n').length - 1, samples })
  }
  print(rows)
})

/**
 * Runs in the page: waits for the next key and gives what it cost.
 * @returns {Promise<Sample>}
 */
function measureNextKey() {
  return new Promise((resolve) => {
    let pressed = 0
    let keyWork = 0
    let began = 0
    let arrived = 0
    const observer = new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries())
        if (name === 'yaml-model-changed') arrived = startTime
    })
    observer.observe({ type: 'mark' })
    const once = { once: true }
    const early = { once: true, capture: true }
    window.addEventListener('keydown', () => (pressed = performance.now()), early)
    window.addEventListener('keydown', () => (keyWork = performance.now() - pressed), once)
    window.addEventListener('beforeinput', () => (began = performance.now()), early)
    const done = () => {
      const own = keyWork + performance.now() - began
      requestAnimationFrame(() => {
        const framed = performance.now()
        const channel = new MessageChannel()
        channel.port1.addEventListener('message', () => {
          const painted = performance.now()
          // What the observer was told of may still wait for it.
          setTimeout(() => {
            observer.disconnect()
            resolve({ model: arrived - began, own, frame: painted - framed, paint: painted - pressed })
          })
        })
        channel.port1.start()
        channel.port2.postMessage(null)
      })
    }
    window.addEventListener('input', done, once)
  })
}

/**
 * @param {{ size: number, lines: number, samples: Sample[] }[]} rows
 */
function print(rows) {
  console.log(`\nA keystroke in the container name field (milliseconds, ${KEYSTROKES} keystrokes each)\n`)
  console.log('containers  lines   to the model     own work       next frame     key to paint   own work')
  console.log(
    '                    median   p95   median   p95   median   p95   median   p95   against the first',
  )
  const smallest = rows[0] === undefined ? 1 : ownMedian(rows[0].samples)
  for (const { size, lines, samples } of rows) {
    const cells = /** @type {const} */ (['model', 'own', 'frame', 'paint'])
      .flatMap((what) => {
        const values = samples.map((sample) => sample[what])
        return [quantile(values, 0.5), quantile(values, 0.95)]
      })
      .map((value, i) => value.toFixed(1).padStart(i % 2 === 0 ? 9 : 6))
    const ratio = (ownMedian(samples) / smallest).toFixed(1)
    console.log(`${String(size).padStart(10)}${String(lines).padStart(7)}${cells.join('')}   × ${ratio}`)
  }
}

/** @param {Sample[]} samples */
const ownMedian = (samples) =>
  quantile(
    samples.map(({ own }) => own),
    0.5,
  )

/** @param {number} size */
function manifestOf(size) {
  const containers = Array.from(
    { length: size },
    (_, i) => `        - name: container-${i + 1}
          image: registry.example.com/team/service-${i + 1}:1.${i}.0
          ports:
            - name: http-${i + 1}
              containerPort: ${8000 + i}
          env:
            - name: LOG_LEVEL
              value: info
            - name: POD_NAME
              valueFrom:
                fieldRef:
                  fieldPath: metadata.name
          resources:
            requests:
              cpu: 100m
              memory: 64Mi
          volumeMounts:
            - name: data
              mountPath: /data
`,
  )
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: bench
spec:
  replicas: 1
  selector:
    matchLabels:
      app: bench
  template:
    metadata:
      labels:
        app: bench
    spec:
      containers:
${containers.join('')}      volumes:
        - name: data
          emptyDir: {}
`
}
