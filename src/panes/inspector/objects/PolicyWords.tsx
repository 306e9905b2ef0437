import { valueAt, type Path } from '../../../core/kubernetes/path'
import { policyInWords } from '../../../core/words/policyInWords'
import { Section } from '../../../ui/Section'
import { InWords } from '../schema/InWords'

/** What a network policy lets pass, in words. `path` is that of its spec. */
export function PolicyWords({ path }: { readonly path: Path }) {
  return (
    <Section title="In words">
      {[0, 1].map((direction) => (
        <InWords
          key={direction}
          words={(manifest) => policyInWords(valueAt(manifest, path))[direction] ?? ''}
        />
      ))}
    </Section>
  )
}
