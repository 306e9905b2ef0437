import { isObject } from '../../../src/core/kubernetes/json'
import { valueAt } from '../../../src/core/kubernetes/path'
import type { Field } from '../../../src/core/kubernetes/schema/field'
import { fieldOf, fieldsOf } from '../../../src/core/kubernetes/schema/schema'
import { SERVICE_TYPES } from '../../../src/core/kubernetes/services'
import { field as valueOf, itemsOf, textOf, wordOf } from '../../../src/core/kubernetes/shape'
import { PROJECTED_SOURCES } from '../../../src/core/kubernetes/volumeSources'
import { labelOf } from '../../../src/core/words/fieldLabels'
import type { OwnPart } from './Part'
import { type } from './scalars'
import type { Scope } from './Scope'

/** The sources of a projected volume: each added by its name, and a form of its own. */
const projections: OwnPart = {
  set: async ({ form, scope }, value) => {
    const group = scope.group('Sources')
    await form.rows(group, 0)
    for (const [index, item] of itemsOf(value).entries()) {
      const source = fieldsOf('VolumeProjection').find(({ name }) => isObject(valueOf(item, name)))
      const inner = source === undefined ? undefined : valueOf(item, source.name)
      if (source?.type.is !== 'object' || !isObject(inner)) continue
      const label = PROJECTED_SOURCES.find(({ id }) => id === source.name)?.label ?? labelOf(source)
      await group.choose(group.button('Add source'), label)
      await form.fill(group.row(index), source.type.type, inner)
    }
  },
  clear: async ({ form, scope }) => void (await form.rows(scope.group('Sources'), 0)),
}

/** The values of a requirement: typed one after the other into a box. */
const requirementValues: OwnPart = {
  set: async ({ scope }, value) => {
    const box = scope.control('Values')
    for (const item of itemsOf(value)) {
      await box.fill(wordOf(item))
      await box.press('Enter')
    }
  },
  clear: async ({ scope, mapping, field }) => {
    for (const item of itemsOf(mapping[field.name])) await scope.button(`Remove ${wordOf(item)}`).click()
  },
}

/** A Service's type, which says by itself what the form then has. */
const serviceType: OwnPart = {
  set: async ({ scope }, value) => {
    const select = scope.control('Type')
    const row = SERVICE_TYPES.find(({ id }) => id === value)
    // A type that is written stays written: the plain one is left out else.
    if (row?.type === null) await scope.select(select, 'Node port')
    await scope.select(select, row?.label ?? '')
  },
  clear: async ({ scope }) => scope.select(scope.control('Type'), 'Not set: Cluster IP'),
}

/** What an ExternalName Service stands for: only that type has it. */
const externalName: OwnPart = {
  set: async ({ scope }, value) => {
    if (!(await scope.has(scope.control('External name'))))
      await scope.select(scope.control('Type'), 'External name')
    await type(scope.control('External name'), textOf(value))
  },
  clear: async ({ scope }) => scope.select(scope.control('Type'), 'Cluster IP'),
}

/** A headless Service is one of the types; any other address is a text. */
const clusterIP: OwnPart = {
  set: async ({ form, scope, field, mapping }, value) => {
    if (value === 'None') return scope.select(scope.control('Type'), 'Headless')
    await form.reach(scope, field)
    await type(scope.control(labelOf(field)), textOf(mapping[field.name]))
  },
  clear: async ({ scope, field }) => {
    const control = scope.control(labelOf(field))
    await control.fill('')
    await control.blur()
  },
}

/** The rules of an Ingress: hosts, and under each its paths. */
const rules: OwnPart = {
  set: async ({ form, scope }, value) => {
    const hosts = itemsOf(value)
    const rows = await form.rows(scope.group('Rules'), hosts.length)
    for (const [index, rule] of hosts.entries()) {
      const row = rows[index]
      if (row === undefined) continue
      await type(row.control('Host'), textOf(valueOf(rule, 'host')))
      const paths = itemsOf(valueOf(valueOf(rule, 'http'), 'paths'))
      const places = await form.rows(row, paths.length)
      for (const [place, path] of paths.entries()) {
        const at = places[place]
        if (at !== undefined && isObject(path)) await form.fill(at, 'HTTPIngressPath', path)
      }
    }
  },
  clear: async ({ form, scope }) => void (await form.rows(scope.group('Rules'), 0)),
}

/** Where a path leads: a Service and its port. */
const backend: OwnPart = {
  set: async ({ scope }, value) => {
    const service = valueOf(value, 'service')
    const port = valueOf(service, 'port')
    await type(scope.control('Name'), textOf(valueOf(service, 'name')))
    await type(scope.control('Port'), wordOf(valueOf(port, 'number') ?? valueOf(port, 'name')))
  },
  clear: async () => undefined,
}

/** What stands in a section of its own, as the fields of that mapping. */
function section(title: string, typeName: string): OwnPart {
  return {
    set: async ({ form, scope }, value) => {
      if (isObject(value)) await form.fill(scope.group(title), typeName, value)
    },
    clear: async () => undefined,
  }
}

/** How much a claim asks for: in its own form a section, in a template the fields of the schema. */
const size: OwnPart = {
  set: async ({ form, scope, field }, value) => {
    const own = scope.group('Size')
    const storage = valueOf(valueOf(value, 'requests'), 'storage')
    if (await scope.has(own.root)) return type(own.control('Storage'), textOf(storage))
    await form.reach(scope, field)
    if (isObject(value)) await form.fill(scope.group('Resources'), 'VolumeResourceRequirements', value)
  },
  clear: async () => undefined,
}

/** How many pods must stay, or may go: chosen, then typed. */
function limit(name: string): OwnPart {
  return {
    set: async ({ scope }, value) => {
      const field = fieldOf('PodDisruptionBudgetSpec', name)
      const label = field === null ? '' : labelOf(field)
      const at = scope.group('Limit')
      await at.select(at.control('Limit by'), label)
      await type(at.control(label), wordOf(value))
    },
    clear: async () => undefined,
  }
}

/** The keys of a ConfigMap or Secret, each a file with a tab. */
function files(isPacked: boolean): OwnPart {
  return {
    set: async ({ scope, field }, value) => {
      const at = scope.group('Files')
      for (const [key, text] of Object.entries(isObject(value) ? value : {}))
        await addFile(
          at,
          field,
          key,
          isPacked ? Buffer.from(wordOf(text), 'base64').toString('utf8') : wordOf(text),
        )
    },
    clear: async () => undefined,
  }
}

/** Bytes that are no text: put in from a file. */
const binaryFiles: OwnPart = {
  set: async ({ scope }, value) => {
    const at = scope.group('Files')
    for (const [name, bytes] of Object.entries(isObject(value) ? value : {})) {
      const asked = scope.page.waitForEvent('filechooser')
      await at.button('From a file…').click()
      const chooser = await asked
      const buffer = Buffer.from(wordOf(bytes), 'base64')
      await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer })
      await scope.page.getByRole('tab', { name }).waitFor()
    }
  },
  clear: async () => undefined,
}

async function addFile(at: Scope, { owner, name }: Field, key: string, text: string): Promise<void> {
  await at.button('Add file').click()
  await at.drawn()
  if (owner === 'Secret') {
    await at.select(at.control('Written in'), name)
    await at.drawn()
  }
  await type(at.control('Key'), key)
  await type(at.control('Value'), text)
}

/** A pod template: its labels have a section in the form of the workload, the rest is a form for itself. */
function template(path: readonly string[]): OwnPart {
  return {
    set: async ({ form, scope }, value) => {
      const labels = valueAt([value], [0, ...path, 'metadata', 'labels'])
      if (isObject(labels)) await form.setMap(scope.group('Pod labels'), labels)
    },
    clear: async ({ form, scope }) => void (await form.rows(scope.group('Pod labels'), 0)),
  }
}

/** The parts of the forms of other objects and of volumes that are not made from the schema. */
export const OBJECT_PARTS: Readonly<Record<string, OwnPart>> = {
  'DeploymentSpec.template': template([]),
  'StatefulSetSpec.template': template([]),
  'DaemonSetSpec.template': template([]),
  'ReplicaSetSpec.template': template([]),
  'JobSpec.template': template([]),
  'CronJobSpec.jobTemplate': template(['spec', 'template']),
  'ProjectedVolumeSource.sources': projections,
  'LabelSelectorRequirement.values': requirementValues,
  'ServiceSpec.externalName': externalName,
  'ServiceSpec.type': serviceType,
  'ServiceSpec.clusterIP': clusterIP,
  'IngressSpec.rules': rules,
  'HTTPIngressPath.backend': backend,
  'HorizontalPodAutoscalerSpec.scaleTargetRef': section('Scales', 'CrossVersionObjectReference'),
  'PersistentVolumeClaimSpec.resources': size,
  'PodDisruptionBudgetSpec.minAvailable': limit('minAvailable'),
  'PodDisruptionBudgetSpec.maxUnavailable': limit('maxUnavailable'),
  'ConfigMap.data': files(false),
  'ConfigMap.binaryData': binaryFiles,
  'Secret.stringData': files(false),
  'Secret.data': files(true),
}
