import { ENV_SOURCES } from '../../../src/core/kubernetes/envSources'
import { fieldPathRow, splitSubscript, withSubscript } from '../../../src/core/kubernetes/fieldPaths'
import { isObject, type Json } from '../../../src/core/kubernetes/json'
import { fieldOf, fieldsOf } from '../../../src/core/kubernetes/schema/schema'
import { field as valueOf, itemsOf, stringsOf, textOf, wordOf } from '../../../src/core/kubernetes/shape'
import { labelOf } from '../../../src/core/words/fieldLabels'
import { anyOf } from './formLabels'
import type { Filler, OwnPart, Part } from './Part'
import type { Scope } from './Scope'
import { type } from './scalars'

/** A list whose rows have a form of their own. */
function list(title: string, fillRow: (form: Filler, row: Scope, value: Json) => Promise<void>): OwnPart {
  return {
    set: async ({ form, scope }, value) => {
      const items = itemsOf(value)
      const rows = await form.rows(scope.group(title), items.length)
      for (const [index, item] of items.entries()) {
        const row = rows[index]
        if (row !== undefined) await fillRow(form, row, item)
      }
    },
    clear: async ({ form, scope }) => void (await form.rows(scope.group(title), 0)),
  }
}

/** The words of a command: `sh -c` with one text is a script, which has an editor. */
function words(start: string, title: string): OwnPart {
  return {
    set: async (part, value) => {
      const { form, field, mapping } = part
      const section = part.scope.group('Command')
      if (isScript(mapping)) {
        if (field.name === 'command') await section.button('Write a script').click()
        else await type(section.control(/^Script for /), textOf(itemsOf(value)[0]))
        return
      }
      const begin = section.button(start)
      if (await section.has(begin)) await begin.click()
      const items = stringsOf(value)
      const rows = await form.rows(section.group(title), items.length)
      for (const [index, item] of items.entries()) await rows[index]?.control(/./).fill(item)
    },
    clear: async ({ form, scope }) => void (await form.rows(scope.group('Command').group(title), 0)),
  }
}

function isScript(container: Part['mapping']): boolean {
  return stringsOf(container['command']).join(' ') === 'sh -c' && itemsOf(container['args']).length === 1
}

/** Takes the value of a variable's valueFrom or of a file of the downward API; sets what its one source has. */
async function setSource(form: Filler, row: Scope, typeName: string, value: Json): Promise<void> {
  for (const { name, type: of } of fieldsOf(typeName)) {
    const source = valueOf(value, name)
    if (of.is === 'object' && isObject(source)) await form.fill(row, of.type, source)
  }
}

const variable = list('Environment', async (form, row, value) => {
  const from = valueOf(value, 'valueFrom')
  const source = ENV_SOURCES.find(({ id }) => valueOf(from, id) !== undefined) ?? ENV_SOURCES[0]
  await type(row.control('Name'), textOf(valueOf(value, 'name')))
  await row.select(row.control('Source'), source?.label ?? '')
  if (isObject(from)) await setSource(form, row, 'EnvVarSource', from)
  else if (valueOf(value, 'value') !== undefined)
    await type(row.control('Value'), textOf(valueOf(value, 'value')))
})

const variables = list('Environment from', async (form, row, value) => {
  const name = fieldsOf('EnvFromSource').find((field) => isObject(valueOf(value, field.name)))
  if (name !== undefined) await row.select(row.control('Kind'), labelOf(name))
  await setSource(form, row, 'EnvFromSource', value)
  const prefix = fieldOf('EnvFromSource', 'prefix')
  if (prefix !== null && isObject(value)) await form.set(row, prefix, value)
})

const mounts: OwnPart = {
  set: async ({ form, scope }, value) => {
    const group = scope.group('Mounts')
    for (const [index, item] of itemsOf(value).entries()) {
      if (!isObject(item)) continue
      await group.choose(group.button('Add mount'), textOf(item['name']))
      const { name: _, ...rest } = item
      await form.fill(group.row(index), 'VolumeMount', rest)
    }
  },
  clear: async ({ form, scope }) => void (await form.rows(scope.group('Mounts'), 0)),
}

/** Requests or limits: an amount for each resource, in rows that both share. */
function amounts(label: string): OwnPart {
  return {
    set: async ({ scope }, value) => {
      for (const [name, amount] of Object.entries(isObject(value) ? value : {})) {
        const row = scope.group(name)
        if (!(await scope.has(row.root))) {
          await scope.button('Add resource').click()
          await scope.drawn()
          // Its first letter gives the row another name.
          await scope.group('New resource').control('Resource').fill(name)
          await scope.page.keyboard.press('Tab')
        }
        await type(row.control(label), wordOf(amount))
      }
    },
    clear: async ({ scope, mapping, field }) => {
      for (const name of Object.keys(mapping[field.name] ?? {})) {
        const control = scope.group(name).control(label)
        await control.fill('')
        await control.blur()
      }
    },
  }
}

/** A path of the downward API: chosen, and its key typed where it has one. */
const fieldPath: OwnPart = {
  set: async ({ scope }, value) => {
    const row = fieldPathRow(textOf(value))
    const split = row?.subscript === true ? splitSubscript(textOf(value)) : null
    const shown = row?.subscript === true ? withSubscript(row.path, '…') : textOf(value)
    await scope.select(scope.control(anyOf(['Field', 'Field path'])), shown)
    if (split !== null) await type(scope.control(/^(Label|Annotation) key$/), split.key)
  },
  clear: async () => undefined,
}

/** The parts of a container's form that have rows of their own. */
export const CONTAINER_PARTS: Readonly<Record<string, OwnPart>> = {
  'Container.command': words('Set the command', 'Entrypoint'),
  'Container.args': words('Set arguments only', 'Arguments'),
  'Container.env': variable,
  'Container.envFrom': variables,
  'Container.volumeMounts': mounts,
  'ResourceRequirements.requests': amounts('Request'),
  'ResourceRequirements.limits': amounts('Limit'),
  'ObjectFieldSelector.fieldPath': fieldPath,
}
