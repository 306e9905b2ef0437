import { valueAt, type Path } from '../../../core/kubernetes/path'
import { jobInWords } from '../../../core/words/jobInWords'
import { Section } from '../../../ui/Section'
import { InWords } from '../schema/InWords'

/** What a Job does, in words. `path` is that of its spec. */
export function JobWords({ path }: { readonly path: Path }) {
  return (
    <Section title="What a run does">
      <InWords words={(manifest) => jobInWords(valueAt(manifest, path))} />
    </Section>
  )
}
