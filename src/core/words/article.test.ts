import { expect, it } from 'vitest'
import { withArticle } from './article'

it.each([
  ['Service', 'a Service'],
  ['Ingress', 'an Ingress'],
  ['HorizontalPodAutoscaler', 'a HorizontalPodAutoscaler'],
])('%s: %s', (noun, said) => {
  expect(withArticle(noun)).toBe(said)
})
