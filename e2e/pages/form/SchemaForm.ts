import { isArray, isObject, type Json, type JsonObject } from '../../../src/core/kubernetes/json'
import type { Field, FieldType } from '../../../src/core/kubernetes/schema/field'
import { innerFieldsOf } from '../../../src/core/kubernetes/schema/schema'
import { wordOf } from '../../../src/core/kubernetes/shape'
import { unionOf, type Union } from '../../../src/core/kubernetes/unions'
import { labelOf } from '../../../src/core/words/fieldLabels'
import { lowered } from '../../../src/core/words/lowered'
import { anyOf, labelled } from './formLabels'
import { ownPartOf } from './ownParts'
import type { Filler } from './Part'
import { clearScalar, setScalar, type } from './scalars'
import type { Scope } from './Scope'

/** Fills forms from values, as somebody does who reads the labels: what fields there are is the schema's to say. */
export class SchemaForm implements Filler {
  /** Sets every field of a mapping. */
  async fill(scope: Scope, typeName: string, value: JsonObject): Promise<void> {
    // What a thing is decides what else its form asks for.
    const fields = innerFieldsOf(typeName).toSorted(
      (a, b) => Number(b.name === 'type') - Number(a.name === 'type'),
    )
    for (const field of fields) if (Object.hasOwn(value, field.name)) await this.set(scope, field, value)
  }

  /** Sets one field of a mapping. */
  async set(scope: Scope, field: Field, mapping: JsonObject): Promise<void> {
    const value = mapping[field.name]
    if (value === undefined) return
    const own = ownPartOf(field)
    const union = unionOf(field.owner)
    if (own !== null) await own.set({ form: this, scope, field, mapping }, value)
    else if (union?.discriminator?.field === field.name) return
    else if (union?.members.includes(field.name) === true) await this.setMember(scope, union, field, value)
    else await this.setValue(await this.reach(scope, field), field, field.type, value)
  }

  /** Takes one field out of a mapping; of what must be there, all that is in it. */
  async clear(scope: Scope, field: Field, mapping: JsonObject): Promise<void> {
    const own = ownPartOf(field)
    const union = unionOf(field.owner)
    if (own !== null) return own.clear({ form: this, scope, field, mapping })
    if (union?.members.includes(field.name) === true) return this.leaveMember(scope, union, field)
    if (field.type.is === 'scalar')
      return clearScalar(scope, scope.control(labelled(field)), field, field.type.scalar)
    const group = scope.group(labelled(field))
    const value = mapping[field.name]
    if (field.type.is !== 'object') return this.clearRows(group, field)
    if (!field.required) return group.button(`Remove ${lowered(labelOf(field))}`).click()
    for (const inner of innerFieldsOf(field.type.type))
      if (isObject(value) && Object.hasOwn(value, inner.name)) await this.clear(group, inner, value)
  }

  /** Makes a list or a mapping of one's own keys have so many rows; gives the place of each. */
  async rows(group: Scope, count: number): Promise<readonly Scope[]> {
    let rows = await group.rowCount()
    for (; rows < count; rows++) {
      await group.button(/^Add /).click()
      await group.row(rows).root.waitFor()
    }
    for (; rows > count; rows--)
      await group
        .row(rows - 1)
        .button(/^Remove /)
        .click()
    return Array.from({ length: count }, (_, index) => group.row(index))
  }

  /** Fills the rows of a mapping with keys of one's own: a row that has no key yet is the last one there is. */
  async setMap(group: Scope, value: JsonObject): Promise<void> {
    const entries = Object.entries(value)
    await this.rows(group, Math.min(entries.length, await group.rowCount()))
    for (const [index, [key, item]] of entries.entries()) {
      if (index >= (await group.rowCount())) await this.rows(group, index + 1)
      const row = group.row(index)
      await type(row.control('Key'), key)
      await type(row.control('Value'), wordOf(item))
    }
  }

  /** Sets what has a control or a group of its own. */
  private async setValue(place: Scope, field: Field, of: FieldType, value: Json): Promise<void> {
    if (of.is === 'scalar') return setScalar(place, place.control(labelled(field)), field, of.scalar, value)
    const group = place.group(labelled(field))
    if (of.is === 'object' && isObject(value)) return this.fill(group, of.type, value)
    if (of.is === 'map' && isObject(value)) return this.setMap(group, value)
    if (of.is === 'list' && isArray(value)) await this.setList(group, field, of.of, value)
  }

  private async setList(group: Scope, field: Field, of: FieldType, value: readonly Json[]): Promise<void> {
    if (field.values.length > 0) {
      for (const item of value)
        await group.root.getByRole('checkbox', { name: wordOf(item), exact: true }).check()
      return
    }
    const rows = await this.rows(group, value.length)
    for (const [index, item] of value.entries()) {
      const row = rows[index]
      if (row === undefined) continue
      if (of.is === 'object' && isObject(item)) await this.fill(row, of.type, item)
      else if (of.is === 'scalar') await type(row.control(/./), wordOf(item))
    }
  }

  private async clearRows(group: Scope, field: Field): Promise<void> {
    if (field.values.length > 0) {
      for (const box of await group.root.getByRole('checkbox', { checked: true }).all()) await box.uncheck()
    } else await this.rows(group, 0)
  }

  /** Chooses a member of a union and sets it. */
  private async setMember(scope: Scope, union: Union, field: Field, value: Json): Promise<void> {
    await scope.select(scope.control(union.label), anyOf([labelOf(field)]))
    const { type: of } = field
    if (of.is !== 'object') return this.setValue(scope, field, of, value)
    // A part that is not made from the schema shows them among the others.
    const group = scope.group(labelled(field))
    if (isObject(value)) await this.fill((await scope.has(group.root)) ? group : scope, of.type, value)
  }

  private async leaveMember(scope: Scope, union: Union, field: Field): Promise<void> {
    const other = innerFieldsOf(union.type).find(
      ({ name }) => name !== field.name && union.members.includes(name),
    )
    const next = union.required && other !== undefined ? labelOf(other) : 'None'
    await scope.select(scope.control(union.label), next)
  }

  /** The group that a field with parts has. */
  groupOf(scope: Scope, field: Field): Scope {
    return scope.group(labelled(field))
  }

  /** Sees to it that the control of a field is there: by its button, or by the list of all fields. Gives where it then is. */
  async reach(scope: Scope, field: Field): Promise<Scope> {
    const label = labelOf(field)
    const isScalar = field.type.is === 'scalar'
    const place = isScalar ? scope.control(labelled(field)) : scope.group(labelled(field)).root
    const add = scope.button(`Add ${lowered(label)}`)
    // A section has its title before there is anything in it.
    if ((await scope.has(place)) && (isScalar || !(await scope.has(add)))) return scope
    // The list of the whole form before those of its parts: a section is no group of its own.
    const buttons = [
      add,
      scope.button(label),
      scope.button('Find a field'),
      scope.button(/^(Add field|More fields of .*)$/),
    ]
    for (const [index, button] of buttons.entries()) {
      if (!(await scope.has(button))) continue
      if (index < 2) await button.click()
      else await scope.pick(button.first(), anyOf([label]), label)
      await scope.drawn()
      break
    }
    await place.waitFor()
    return scope
  }
}
