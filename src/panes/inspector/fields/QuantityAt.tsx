import { quantity } from '../../../core/kubernetes/quantity'
import { divisorsOf } from '../../../core/kubernetes/resources'
import { TextAt } from './TextAt'
import type { AtProps } from './at'
import { asText, useValue } from './useValue'

/** An amount at a path, such as 64Mi: a text. Kubernetes takes plain numbers there too: where one stands it stays one. */
export function QuantityAt({ example, ...props }: AtProps & { readonly example: string }) {
  const isNumber = typeof useValue(props.path) === 'number'
  return <TextAt {...props} numeric={isNumber} check={quantity} placeholder={example} />
}

/** The unit a resourceFieldRef counts in; which ones there are depends on the resource beside it. */
export function DivisorAt({ path, ...props }: AtProps) {
  const resource = asText(useValue([...path.slice(0, -1), 'resource']))
  const { allowed, said } = divisorsOf(resource)
  return (
    <TextAt
      {...props}
      path={path}
      numeric
      placeholder="1"
      suggestions={allowed.map((value) => ({ value }))}
      check={(text) => quantity(text) ?? (allowed.includes(text) || text === '0' ? null : said)}
    />
  )
}
