import { CONTAINER_LISTS } from '../../../core/kubernetes/containers'
import type { Json } from '../../../core/kubernetes/json'
import { valueAt, type Path } from '../../../core/kubernetes/path'
import { field, itemsOf, textOf } from '../../../core/kubernetes/shape'

function protocolOf(port: Json | undefined): string {
  return textOf(field(port, 'protocol')) || 'TCP'
}

/**
 * Takes the documents, a pod spec's path and a container port's; says that another port of the pod has its number and
 * protocol (containers of a pod share one network), or null.
 */
export function portClash(documents: readonly Json[], podSpec: Path, path: Path): string | null {
  const own = valueAt(documents, path)
  const number = field(own, 'containerPort')
  if (typeof number !== 'number') return null
  for (const list of CONTAINER_LISTS)
    for (const container of itemsOf(valueAt(documents, [...podSpec, list])))
      for (const port of itemsOf(field(container, 'ports')))
        if (port !== own && field(port, 'containerPort') === number && protocolOf(port) === protocolOf(own))
          return `${textOf(field(container, 'name')) || 'Another container'} has port ${number} too: containers of a pod share one network.`
  return null
}
