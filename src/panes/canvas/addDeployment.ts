import type { Change } from '../../core/kubernetes/change'
import { STARTERS } from '../../core/patterns/starters'
import { read } from '../../core/yaml/read'

/** Gives the edit that adds the blank starter's Deployment behind what is there, and selects it: comments of an otherwise empty text stay. */
export function addDeployment(): Change {
  const blank = STARTERS.find((starter) => starter.id === 'blank')
  return (documents) => {
    documents.push(...read(blank?.text ?? '').documents)
    return [documents.length - 1]
  }
}
