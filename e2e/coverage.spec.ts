import { isObject, type Json, type JsonObject } from '../src/core/kubernetes/json'
import { valueAt, type Path } from '../src/core/kubernetes/path'
import type { Field } from '../src/core/kubernetes/schema/field'
import { fieldOf, fieldsOf } from '../src/core/kubernetes/schema/schema'
import { wordOf } from '../src/core/kubernetes/shape'
import { unionOf } from '../src/core/kubernetes/unions'
import { decode } from '../src/core/rules/decode/decode'
import { read } from '../src/core/yaml/read'
import { COVERED } from './coverageTable'
import { expect, test } from './fixtures'
import type { App } from './pages/App'
import { ownPartOf } from './pages/form/ownParts'
import { addVolume } from './pages/form/podParts'
import { SchemaForm } from './pages/form/SchemaForm'
import { Scope } from './pages/form/Scope'
import { fullMapping, validValue } from './validValues'

/*
 * Every field of a type is set through its control, read in the text, and taken away through its control. Which fields
 * there are is the schema's to say.
 */

// A trace costs as much as the steps in it, and what fails says which field it is.
test.use({ trace: 'off' })

/** Says for the table at the end of the run how many of how many were covered. */
function count(what: string, covered: number, all: number): void {
  test.info().annotations.push({ type: COVERED, description: `${what} ${covered}/${all}` })
}

/** What of a pod is named elsewhere in it. */
const POD: JsonObject = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'covered' },
  spec: { containers: [{ name: 'main', image: 'busybox' }], volumes: [{ name: 'files', emptyDir: {} }] },
}

/** A pod without any of it. */
const EMPTY_POD: JsonObject = { ...POD, spec: { containers: [] } }

const TEMPLATE = { metadata: { labels: { app: 'covered' } }, spec: { containers: [] } }

function workload(kind: string, apiVersion: string, spec: JsonObject): JsonObject {
  return { apiVersion, kind, metadata: { name: 'covered' }, spec }
}

interface Case {
  readonly type: string
  /** The design to begin with: as JSON, which is YAML too. */
  readonly design: JsonObject
  /** Where the mapping is. */
  readonly path: Path
  /** Goes to the part of the form that it has. */
  readonly enter: (form: Scope, filler: SchemaForm) => Promise<Scope>
}

const container = async (form: Scope): Promise<Scope> => {
  await form.page.getByRole('treeitem', { name: /^main/ }).click()
  return form
}

const podSettings = async (form: Scope): Promise<Scope> => {
  await form.button(/^Pod settings/).click()
  return form
}

/** Goes to a mapping in another one, which it adds. */
function inside(outer: Case['enter'], owner: string, name: string): Case['enter'] {
  return async (form, filler) => {
    const scope = await outer(form, filler)
    const field = fieldsOf(owner).find((each) => each.name === name)
    if (field === undefined) throw new Error(`${owner} has no ${name}`)
    await filler.reach(scope, field)
    return filler.groupOf(scope, field)
  }
}

const here = (form: Scope): Promise<Scope> => Promise.resolve(form)
const CONTAINER: Path = [0, 'spec', 'containers', 0]
const APPS = 'apps/v1'
const SELECTOR = { matchLabels: { app: 'covered' } }

const CASES: readonly Case[] = [
  { type: 'Container', design: POD, path: CONTAINER, enter: container },
  {
    type: 'PodSpec',
    design: EMPTY_POD,
    path: [0, 'spec'],
    enter: podSettings,
  },
  ...['Probe readinessProbe', 'Lifecycle lifecycle', 'SecurityContext securityContext'].map((names): Case => {
    const [type = '', name = ''] = names.split(' ')
    return { type, design: POD, path: [...CONTAINER, name], enter: inside(container, 'Container', name) }
  }),
  ...['PodSecurityContext securityContext', 'Affinity affinity'].map((names): Case => {
    const [type = '', name = ''] = names.split(' ')
    return { type, design: POD, path: [0, 'spec', name], enter: inside(podSettings, 'PodSpec', name) }
  }),
  {
    type: 'DeploymentSpec',
    design: workload('Deployment', APPS, { selector: SELECTOR, template: TEMPLATE }),
    path: [0, 'spec'],
    enter: here,
  },
  {
    type: 'StatefulSetSpec',
    design: workload('StatefulSet', APPS, { selector: SELECTOR, template: TEMPLATE }),
    path: [0, 'spec'],
    enter: here,
  },
  {
    type: 'DaemonSetSpec',
    design: workload('DaemonSet', APPS, { selector: SELECTOR, template: TEMPLATE }),
    path: [0, 'spec'],
    enter: here,
  },
  {
    type: 'ReplicaSetSpec',
    design: workload('ReplicaSet', APPS, { selector: SELECTOR, template: TEMPLATE }),
    path: [0, 'spec'],
    enter: here,
  },
  {
    type: 'JobSpec',
    design: workload('Job', 'batch/v1', { template: TEMPLATE }),
    path: [0, 'spec'],
    enter: here,
  },
  {
    type: 'CronJobSpec',
    design: workload('CronJob', 'batch/v1', {
      schedule: '0 3 * * *',
      jobTemplate: { spec: { template: TEMPLATE } },
    }),
    path: [0, 'spec'],
    enter: here,
  },
  { type: 'ServiceSpec', design: workload('Service', 'v1', {}), path: [0, 'spec'], enter: here },
]

/** Gives the documents of the page; each of them is what the schema allows. */
async function documentsIn(app: App): Promise<readonly Json[]> {
  const { documents, problem } = read(await app.text())
  expect(problem).toBeNull()
  for (const document of documents)
    if (isObject(document)) expect(decode(document, wordOf(document['kind']))).not.toHaveProperty('faults')
  return documents
}

/** Goes through fields, each as far as it gets; keeps why one can't be covered. */
class Attempts {
  readonly failures = new Map<Field, string>()

  async each(fields: readonly Field[], act: (field: Field) => void | Promise<void>): Promise<void> {
    for (const field of fields) {
      if (this.failures.has(field)) continue
      try {
        await act(field)
      } catch (failure) {
        this.failures.set(field, `${field.name}: ${String(failure)}`)
      }
    }
  }
}

/**
 * Sets fields, reads them in the text, takes them away, and reads that they are gone; what must be there is changed
 * instead. Gives why some could not be covered.
 */
async function cover(
  app: App,
  filler: SchemaForm,
  scope: Scope,
  path: Path,
  fields: readonly Field[],
): Promise<readonly string[]> {
  const attempts = new Attempts()
  const at = ({ name }: Field): Path => [...path, name]
  await attempts.each(fields, (field) => filler.set(scope, field, { [field.name]: validValue(field) }))
  const full = await documentsIn(app)
  await attempts.each(fields, (field) => expect(valueAt(full, at(field))).toEqual(validValue(field)))
  await attempts.each(fields, (field) => {
    const other = otherValue(field)
    return other === null
      ? filler.clear(scope, field, { [field.name]: validValue(field) })
      : filler.set(scope, field, { [field.name]: other })
  })
  const empty = await documentsIn(app)
  await attempts.each(fields, (field) => {
    const left = valueAt(empty, at(field))
    const other = otherValue(field)
    if (other !== null) expect(left).toBe(other)
    else if (field.required || isTemplate(field)) expect(isEmpty(left), `${field.name} is empty`).toBe(true)
    else expect(left).toBeUndefined()
  })
  return [...attempts.failures.values()]
}

/** Another value for a text that must be there; null for what can be taken away. */
function otherValue(field: Field): string | null {
  const value = validValue(field)
  return field.required && typeof value === 'string' ? `${value}-2` : null
}

/** So many fields are set before the text is read. */
const AT_ONCE = 6

/** Takes the fields of a type; gives those that can be there together, a few at a time. What has a part of its own, or excludes others, is alone. */
function batchesOf(fields: readonly Field[]): readonly (readonly Field[])[] {
  const isAlone = (field: Field): boolean =>
    ownPartOf(field) !== null || unionOf(field.owner)?.members.includes(field.name) === true
  const together = fields.filter((field) => !isAlone(field))
  return [
    ...Array.from({ length: Math.ceil(together.length / AT_ONCE) }, (_, index) =>
      together.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
    ),
    ...fields.filter((field) => isAlone(field)).map((field) => [field]),
  ]
}

/** Of these the form always shows what is in them. */
function isTemplate({ type }: Field): boolean {
  return type.is === 'object' && type.type.endsWith('TemplateSpec')
}

/** Whether nothing is said in a value. */
function isEmpty(value: Json | undefined): boolean {
  if (value === undefined) return true
  return typeof value === 'object' && value !== null && Object.values(value).every((inner) => isEmpty(inner))
}

/** Tries to cover each field; after one that can't be, begins anew. */
async function coverAll(app: App, { type, design, path, enter }: Case): Promise<void> {
  const filler = new SchemaForm()
  const failures: string[] = []
  const begin = async (): Promise<Scope> => {
    await app.page.goto('about:blank')
    await app.open(JSON.stringify(design))
    return enter(new Scope(app.page, app.inspector.form), filler)
  }
  const fields = fieldsOf(type)
  let scope = await begin()
  for (const batch of batchesOf(fields)) {
    const failed = await cover(app, filler, scope, path, batch)
    failures.push(...failed)
    if (failed.length > 0) scope = await begin()
  }
  count(type, fields.length - failures.length, fields.length)
  expect(failures).toEqual([])
}

for (const each of CASES)
  test(`every field of ${each.type}`, async ({ app, page }) => {
    page.setDefaultTimeout(10_000)
    test.setTimeout(300_000)
    await coverAll(app, each)
  })

/** A field of a mapping in a row of a list, where the rows have no controls made from the schema. */
const rowOf = (list: string, typeName: string) => ({ list, typeName })

for (const { list, typeName, under } of [
  { ...rowOf('envFrom', 'EnvFromSource'), under: (value: JsonObject): JsonObject => value },
  {
    ...rowOf('env', 'EnvVarSource'),
    under: (value: JsonObject): JsonObject => ({ name: 'ONE', valueFrom: value }),
  },
])
  test(`every field of ${typeName}`, async ({ app, page }) => {
    page.setDefaultTimeout(10_000)
    const filler = new SchemaForm()
    const listField = fieldOf('Container', list)
    await app.open(JSON.stringify(POD))
    const scope = await container(new Scope(page, app.inspector.form))
    let covered = 0
    for (const field of fieldsOf(typeName)) {
      if (listField === null) continue
      const beside: JsonObject =
        typeName === 'EnvFromSource' && field.type.is !== 'object' ? { secretRef: { name: 'one' } } : {}
      const wanted = [under({ [field.name]: validValue(field), ...beside })]
      await filler.set(scope, listField, { [list]: wanted })
      expect(valueAt(await documentsIn(app), [...CONTAINER, list])).toEqual(wanted)
      await filler.clear(scope, listField, { [list]: wanted })
      expect(valueAt(await documentsIn(app), [...CONTAINER, list])).toBeUndefined()
      covered++
    }
    count(typeName, covered, fieldsOf(typeName).length)
  })

test('every volume source, with every field of it', async ({ app, page }) => {
  page.setDefaultTimeout(10_000)
  test.setTimeout(300_000)
  const filler = new SchemaForm()
  const failures: string[] = []
  const sources = fieldsOf('Volume').filter(({ name }) => name !== 'name')
  await app.open(JSON.stringify(POD))
  const form = new Scope(page, app.inspector.form)
  const volume: Path = [0, 'spec', 'volumes', 1]
  for (const source of sources) {
    const value = source.type.is === 'object' ? fullMapping(source.type.type) : {}
    try {
      await addVolume(filler, form, { name: 'new', [source.name]: value })
      expect(valueAt(await documentsIn(app), volume)).toEqual({ name: 'new', [source.name]: value })
    } catch (failure) {
      failures.push(`${source.name}: ${String(failure)}`)
    }
    await form.button('Remove volume and its mounts').click()
    expect(valueAt(await documentsIn(app), volume)).toBeUndefined()
  }
  count('Volume sources', sources.length - failures.length, sources.length)
  expect(failures).toEqual([])
})
