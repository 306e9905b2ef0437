import { isObject, type Json } from '../../../core/kubernetes/json'
import { valueAt, type Path } from '../../../core/kubernetes/path'
import { useDesigner } from '../../../store/designer'

/** No key of a manifest has it. */
const BETWEEN = '\u0000'

/** Takes a path; gives the keys of the mapping there. Renders anew only when they change, not what they hold. */
export function useKeys(path: Path): readonly string[] {
  return split(useDesigner(({ manifest }) => keysAt(manifest, path).join(BETWEEN)))
}

/** Takes paths; gives the keys of the mapping at each. Renders anew only when one of them changes. */
export function useKeysOf(paths: readonly Path[]): readonly (readonly string[])[] {
  const keys = useDesigner(({ manifest }) =>
    paths.map((path) => keysAt(manifest, path).join(BETWEEN)).join(BETWEEN + BETWEEN),
  )
  return keys.split(BETWEEN + BETWEEN).map(split)
}

function keysAt(manifest: readonly Json[], path: Path): readonly string[] {
  const value = valueAt(manifest, path)
  return isObject(value) ? Object.keys(value) : []
}

const split = (keys: string): readonly string[] => (keys === '' ? [] : keys.split(BETWEEN))
