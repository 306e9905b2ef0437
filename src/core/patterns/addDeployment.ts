import type { Change } from '../kubernetes/change'
import { read } from '../yaml/read'
import { STARTERS } from './starters'

/** Gives the edit that adds the blank starter's Deployment behind what is there, which all stays, and selects it. */
export function addDeployment(): Change {
  const blank = STARTERS.find((starter) => starter.id === 'blank')
  return (documents) => {
    documents.push(...read(blank?.text ?? '').documents)
    return [documents.length - 1]
  }
}
