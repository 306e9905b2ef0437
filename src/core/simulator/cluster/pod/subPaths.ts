import type { VolumeMount } from '../../../kubernetes/schema/types-1.36'
import { expand } from '../../environment/expand'

/** Takes a mount and the variables of its container; gives its subPath, or why there is none: an unknown or empty variable of a subPathExpr is an error (ExpandContainerVolumeMounts in pkg/kubelet/container/helpers.go). */
export function subPathOf(
  { subPath = '', subPathExpr = '' }: VolumeMount,
  variables: (name: string) => string | undefined,
): string | { readonly error: string } {
  if (subPathExpr === '') return subPath
  const missing: string[] = []
  const expanded = expand(subPathExpr, (name) => {
    const value = variables(name) ?? ''
    if (value === '') missing.push(name)
    return value
  })
  return missing.length === 0
    ? expanded
    : { error: `failed to expand subPathExpr: missing value for "${missing[0] ?? ''}"` }
}
