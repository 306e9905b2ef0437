import type { Path } from '../../../core/kubernetes/path'
import type { Named } from '../../../core/kubernetes/sourceFields'
import { useManifest } from '../useManifest'
import { knownKeys, knownNames } from './known'
import { TextAt, type TextAtProps } from './TextAt'
import { asText, useValue } from './useValue'

/** The name of another object or part of the pod, with the names the manifest knows as suggestions. */
export function NameAt({
  podSpec,
  names,
  ...props
}: TextAtProps & { readonly podSpec: Path; readonly names: Named }) {
  const suggestions = knownNames(useManifest(), podSpec, names)
  return <TextAt {...props} suggestions={suggestions} />
}

/** A key of a ConfigMap or Secret whose name stands at another path. */
export function KeyAt({
  object,
  names,
  ...props
}: TextAtProps & { readonly object: Path; readonly names: 'ConfigMap' | 'Secret' }) {
  const name = asText(useValue(object))
  const suggestions = knownKeys(useManifest(), names, name)
  return <TextAt {...props} suggestions={suggestions} />
}
