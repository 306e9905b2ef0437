import type { Change } from '../change'
import { backendPort, ingressServices, newIngressPath } from '../ingress'
import type { Json, JsonObject } from '../json'
import type { Path } from '../path'
import { objectAt } from './ensure'
import { append } from './list'
import { setKey } from './mapping'
import { setValue } from './setValue'

/** Takes the path of an Ingress; adds a rule with one path, to the first Service there is. Selects it. */
export function addIngressRule(ingress: Path): Change {
  return (documents) =>
    append(documents, [...ingress, 'spec', 'rules'], { http: { paths: [newPath(documents, ingress)] } })
}

/** Takes the path of a rule; adds an HTTP path to it, to the first Service there is. Selects it. */
export function addIngressPath(rule: Path): Change {
  return (documents) => append(documents, [...rule, 'http', 'paths'], newPath(documents, rule))
}

function newPath(documents: readonly Json[], at: Path): JsonObject {
  return newIngressPath(ingressServices(documents, at)[0] ?? null)
}

/** Takes the path of an Ingress' backend and a port as typed; digits are its number, anything else its name, '' is none. */
export function setBackendPort(backend: Path, text: string): Change {
  return (documents) => {
    const service = [...backend, 'service']
    const port = objectAt(documents, [...service, 'port'])
    if (port === null) return setValue([...service, 'port'], backendPort(text))(documents)
    const next = backendPort(text)
    for (const name of ['name', 'number']) {
      const value = next[name]
      if (value === undefined) delete port[name]
      else setKey(port, [...service, 'port'], name, value)
    }
    return undefined
  }
}
