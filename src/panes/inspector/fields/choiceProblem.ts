import type { Json } from '../../../core/kubernetes/json'
import type { Choice } from '../../../core/kubernetes/sourceFields'
import { asText } from './useValue'

/** Takes the value of a field and the choices there are; gives what is wrong with it, or null. One that is missing is only that. */
export function choiceProblem(value: Json | undefined, choices: readonly Choice[]): string | null {
  const text = asText(value)
  if (choices.some((choice) => choice.value === text)) return null
  if (text === '') return 'Required value'
  const known = choices.flatMap((choice) => (choice.value === '' ? [] : [choice.value]))
  return `Not one of the values Kubernetes knows: ${known.join(', ')}.`
}
