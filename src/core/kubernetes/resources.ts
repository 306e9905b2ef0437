import type { Choice } from './sourceFields'

/** The resources a resourceFieldRef can give, by name as written (validContainerResourceFieldPathExpressions). */
export const RESOURCES: readonly Choice[] = [
  { value: 'limits.cpu', label: 'CPU limit', help: 'In cores, rounded up; divisor 1m gives millicores.' },
  { value: 'limits.memory', label: 'Memory limit', help: 'In bytes; divisor 1Mi gives mebibytes.' },
  { value: 'limits.ephemeral-storage', label: 'Ephemeral storage limit', help: 'In bytes.' },
  { value: 'requests.cpu', label: 'CPU request', help: 'In cores, rounded up; divisor 1m gives millicores.' },
  { value: 'requests.memory', label: 'Memory request', help: 'In bytes; divisor 1Mi gives mebibytes.' },
  { value: 'requests.ephemeral-storage', label: 'Ephemeral storage request', help: 'In bytes.' },
]

const HUGE_PAGES = /^(limits|requests)\.hugepages-./

/** Takes a resourceFieldRef's resource; gives null where the server takes it, else what it would say. */
export function resourceName(text: string): string | null {
  if (HUGE_PAGES.test(text) || RESOURCES.some((row) => row.value === text)) return null
  return `supported values: ${RESOURCES.map((row) => `"${row.value}"`)
    .sort()
    .join(', ')}`
}

const MEMORY_DIVISORS = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei']
const CPU_DIVISORS = ['1m', '1']

/** Takes a resource; gives the divisors the server takes for it and its words for any other. */
export function divisorsOf(resource: string): { readonly allowed: readonly string[]; readonly said: string } {
  const name = resource.slice(resource.indexOf('.') + 1)
  if (name === 'cpu') {
    return {
      allowed: CPU_DIVISORS,
      said: "only divisor's values 1m and 1 are supported with the cpu resource",
    }
  }
  const kind = name.startsWith('hugepages-')
    ? 'hugepages'
    : name === 'ephemeral-storage'
      ? 'local ephemeral storage'
      : name
  return {
    allowed: MEMORY_DIVISORS,
    said: `only divisor's values ${MEMORY_DIVISORS.join(', ')} are supported with the ${kind} resource`,
  }
}
