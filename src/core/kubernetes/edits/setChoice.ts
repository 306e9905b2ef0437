import type { Change } from '../change'
import { fieldsRuledOut } from '../choices'
import type { Path } from '../path'
import { objectAt } from './ensure'
import { setValue } from './setValue'

/**
 * Takes the path of a field that chooses, the type it is of, and one of its values ('' leaves it out); sets it, and
 * removes the fields beside it that the server would refuse with that value.
 */
export function setChoice(path: Path, owner: string, value: string): Change {
  return (documents) => {
    setValue(path, value === '' ? undefined : value)(documents)
    const mapping = objectAt(documents, path.slice(0, -1))
    if (mapping !== null)
      for (const name of fieldsRuledOut(owner, String(path.at(-1)), value)) delete mapping[name]
    return undefined
  }
}
