import { isObject } from '../src/core/kubernetes/json'
import { wordOf } from '../src/core/kubernetes/shape'
import { decode } from '../src/core/rules/decode/decode'
import { read } from '../src/core/yaml/read'
import { expect, test } from './fixtures'
import { manifest } from './manifests'
import { ManifestForm } from './pages/form/ManifestForm'

/* Whole manifests, each object added by the outline's menu and filled in by its form: then the text means the same. */

// So many steps cost more with a trace of them than they do themselves.
test.use({ trace: 'off' })

// What takes longest begins first.
for (const name of [
  'everything-deployment',
  'volumes-pod',
  'around',
  'jobs',
  'services',
  'config',
  'statefulset',
  'daemonset',
])
  test(`${name} from a blank page by form`, async ({ app, page }) => {
    page.setDefaultTimeout(10_000)
    test.setTimeout(600_000)
    const wanted = read(manifest(`${name}.yaml`)).documents
    await app.open('')
    const form = new ManifestForm(page)
    for (const object of wanted) {
      if (!isObject(object)) continue
      await form.add(wordOf(object['kind']))
      const made = read(await app.text()).documents.at(-1)
      await form.become(object, made)
    }
    const { documents, problem } = read(await app.text())
    expect(problem).toBeNull()
    expect(documents).toEqual(wanted)
    for (const document of documents)
      if (isObject(document)) expect(decode(document, wordOf(document['kind']))).not.toHaveProperty('faults')
  })
