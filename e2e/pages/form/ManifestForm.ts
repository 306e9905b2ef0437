import type { Page } from '@playwright/test'
import { isObject, type Json, type JsonObject } from '../../../src/core/kubernetes/json'
import { valueAt, type Path } from '../../../src/core/kubernetes/path'
import { fieldOf, fieldsOf } from '../../../src/core/kubernetes/schema/schema'
import { field as valueOf, textOf } from '../../../src/core/kubernetes/shape'
import { workloadKindOf } from '../../../src/core/kubernetes/workloadKinds'
import { Inspector } from '../Inspector'
import { type } from './scalars'
import { SchemaForm } from './SchemaForm'
import { Scope } from './Scope'

/** Fields of a pod spec that the outline adds. */
const THINGS = ['volumes', 'initContainers', 'containers'] as const

/** Makes objects by the outline's menu and their forms. */
export class ManifestForm {
  private readonly form: Scope
  private readonly fields = new SchemaForm()

  constructor(page: Page) {
    this.form = new Scope(page, new Inspector(page).form)
  }

  /** Adds an object of the kind, as the menu makes it, and goes to its form. */
  async add(kind: string): Promise<void> {
    const { form } = this
    await form.button('Add').first().click()
    const lines = form.page.getByRole('menuitem')
    // A volume may be called like an object; those come first.
    await lines
      .filter({ has: form.page.getByText(kind, { exact: true }) })
      .last()
      .click()
    await form.drawn()
  }

  /** Takes an object and what the menu made of its kind; makes it that object. */
  async become(object: JsonObject, made: Json | undefined): Promise<void> {
    const kind = textOf(object['kind'])
    await this.metadata(object, made, kind)
    const row = workloadKindOf(object)
    const spec = fieldOf(kind, 'spec')?.type
    const { metadata: _, spec: __, ...rest } = object
    await this.mapping(kind, rest, isObject(made) ? without(made, ['metadata', 'spec']) : {})
    if (kind !== 'Pod' && spec?.is === 'object')
      await this.mapping(
        spec.type,
        within(object, ['spec'], ['template', 'jobTemplate']),
        within(made, ['spec'], ['template', 'jobTemplate']),
      )
    if (row === null) return
    if (kind === 'CronJob')
      await this.mapping('JobSpec', within(object, JOB, ['template']), within(made, JOB, ['template']))
    const podMetadata = within(object, row.podMetadata)
    await this.podLabels(podMetadata, within(made, row.podMetadata))
    if (kind !== 'Pod') await this.podAnnotations(podMetadata)
    await this.pod(within(object, row.podSpec), within(made, row.podSpec))
  }

  private async metadata(object: JsonObject, made: Json | undefined, kind: string): Promise<void> {
    const { form } = this
    await type(form.control('Name'), textOf(valueOf(valueOf(object, 'metadata'), 'name')))
    const namespace = textOf(valueOf(valueOf(object, 'metadata'), 'namespace'))
    if (namespace !== '') await type(form.control('Namespace'), namespace)
    // A Pod's own labels are those of its pod.
    const except = ['name', 'namespace', ...(kind === 'Pod' ? ['labels'] : [])]
    const wanted = within(object, ['metadata'], except)
    await this.mapping('ObjectMeta', wanted, within(made, ['metadata'], except))
    if (kind === '') throw new Error('An object without a kind')
  }

  private async podLabels(wanted: JsonObject, made: JsonObject): Promise<void> {
    const { form, fields } = this
    const labels = wanted['labels']
    if (isObject(labels)) await fields.setMap(form.group('Pod labels'), labels)
    else if (made['labels'] !== undefined) await fields.rows(form.group('Pod labels'), 0)
  }

  private async podAnnotations(wanted: JsonObject): Promise<void> {
    const { form, fields } = this
    const annotations = wanted['annotations']
    if (!isObject(annotations)) return
    await form.button('Add pod annotations').click()
    await form.drawn()
    await fields.setMap(form.group('Pod annotations'), annotations)
  }

  private async pod(wanted: JsonObject, made: JsonObject): Promise<void> {
    await this.form.button(/^Pod settings/).click()
    await this.mapping('PodSpec', without(wanted, THINGS), without(made, THINGS))
    for (const name of THINGS) {
      const field = fieldOf('PodSpec', name)
      if (field !== null) await this.fields.set(this.form, field, wanted)
    }
  }

  /** Sets what is wanted, and takes away what the menu made besides. */
  private async mapping(typeName: string, wanted: JsonObject, made: JsonObject): Promise<void> {
    for (const field of fieldsOf(typeName)) {
      if (field.name === 'apiVersion' || field.name === 'kind') continue
      if (Object.hasOwn(made, field.name) && !Object.hasOwn(wanted, field.name))
        await this.fields.clear(this.form, field, made)
    }
    await this.fields.fill(this.form, typeName, without(wanted, ['apiVersion', 'kind']))
  }
}

const JOB: Path = ['spec', 'jobTemplate', 'spec']

function without(mapping: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(mapping).filter(([name]) => !names.includes(name)))
}

/** The mapping at a path of a document, without some of its fields; empty where there is none. */
function within(document: Json | undefined, path: Path, except: readonly string[] = []): JsonObject {
  const value = document === undefined ? undefined : valueAt([document], [0, ...path])
  return isObject(value) ? without(value, except) : {}
}
