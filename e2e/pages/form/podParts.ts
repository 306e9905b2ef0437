import { isObject, type JsonObject } from '../../../src/core/kubernetes/json'
import { fieldsOf } from '../../../src/core/kubernetes/schema/schema'
import { itemsOf, textOf } from '../../../src/core/kubernetes/shape'
import { VOLUME_SOURCES } from '../../../src/core/kubernetes/volumeSources'
import { labelOf } from '../../../src/core/words/fieldLabels'
import type { Filler, OwnPart } from './Part'
import { type } from './scalars'
import type { Scope } from './Scope'

/** Adds a volume through the outline, to the last pod of the design, and fills its form. */
export async function addVolume(form: Filler, scope: Scope, volume: JsonObject): Promise<void> {
  const source = fieldsOf('Volume').find(({ name }) => isObject(volume[name]))
  const value = source === undefined ? undefined : volume[source.name]
  if (source?.type.is !== 'object' || !isObject(value)) return
  const row = VOLUME_SOURCES.find(({ id }) => id === source.name)
  const first = row ?? VOLUME_SOURCES[0]
  await scope.choose(scope.button('Add volume').and(inOutline(scope)).last(), first?.label ?? '')
  await type(scope.control('Name'), textOf(volume['name']))
  if (row === undefined) await scope.select(scope.control('Source'), labelOf(source))
  await form.fill(scope, source.type.type, value)
}

/** Adds a container through the outline, to the last pod of the design, and fills its form. */
async function addContainer(form: Filler, scope: Scope, list: string, container: JsonObject): Promise<void> {
  const isSidecar = container['restartPolicy'] === 'Always'
  if (list === 'containers') await scope.button('Add container').and(inOutline(scope)).last().click()
  else
    await scope.choose(
      scope.button('Add init container or sidecar').and(inOutline(scope)).last(),
      isSidecar ? 'Sidecar' : 'Init container',
    )
  await scope.drawn()
  const { restartPolicy: _, ...rest } = container
  await form.fill(scope, 'Container', list !== 'containers' && isSidecar ? rest : container)
}

function inOutline(scope: Scope) {
  return scope.page.getByRole('tree', { name: 'Outline' }).getByRole('button')
}

/** Containers or volumes of a pod: each is a row of the outline with a form of its own. */
function things(
  list: string,
  add: (form: Filler, scope: Scope, thing: JsonObject) => Promise<void>,
): OwnPart {
  const label = list === 'volumes' ? 'Volumes' : list === 'containers' ? 'Containers' : 'Init and sidecars'
  return {
    set: async ({ form, scope }, value) => {
      for (const thing of itemsOf(value)) if (isObject(thing)) await add(form, scope, thing)
    },
    clear: async ({ scope, mapping }) => {
      for (const thing of itemsOf(mapping[list])) {
        const name = isObject(thing) ? textOf(thing['name']) : ''
        await scope.page.getByRole('treeitem', { name }).last().press('Delete')
      }
      await scope.page.getByRole('treeitem', { name: label }).last().click()
    },
  }
}

/** The parts of a pod that the outline lists. */
export const POD_PARTS: Readonly<Record<string, OwnPart>> = {
  'PodSpec.containers': things('containers', (form, scope, thing) =>
    addContainer(form, scope, 'containers', thing),
  ),
  'PodSpec.initContainers': things('initContainers', (form, scope, thing) =>
    addContainer(form, scope, 'initContainers', thing),
  ),
  'PodSpec.volumes': things('volumes', addVolume),
}
