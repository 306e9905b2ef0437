import { setValue } from '../../../core/kubernetes/edits/setValue'
import {
  FIELD_PATHS,
  fieldPathCheck,
  fieldPathRow,
  splitSubscript,
  withSubscript,
  type FieldPath,
  type FieldPathUse,
} from '../../../core/kubernetes/fieldPaths'
import type { Path } from '../../../core/kubernetes/path'
import { workloadAt } from '../../../core/kubernetes/workloadKinds'
import { SelectField } from '../../../ui/SelectField'
import { SuggestField } from '../../../ui/SuggestField'
import { change } from '../change'
import { useManifest } from '../useManifest'
import { placeProps, type AtProps } from './at'
import styles from './fields.module.css'
import { asText, useValue } from './useValue'

const optionOf = (row: FieldPath): string => (row.subscript ? withSubscript(row.path, '…') : row.path)

/** A field of the pod: one of the paths Kubernetes allows at this place, each with what it gives; a key where one is picked. */
export function FieldPathAt({ path, use, error, ...frame }: AtProps & { readonly use: FieldPathUse }) {
  const text = asText(useValue(path))
  const row = fieldPathRow(text)
  const split = row?.subscript === true ? splitSubscript(text) : null
  const complaint = error ?? (text === '' ? 'Required value' : fieldPathCheck(use)(text))
  const choose = (option: string): void => {
    const chosen = FIELD_PATHS.find((candidate) => optionOf(candidate) === option)
    if (chosen === undefined) return
    const next = chosen.subscript ? withSubscript(chosen.path, split?.key ?? '') : chosen.path
    change(setValue(path, next), path)
  }
  return (
    <div className={split === null ? undefined : styles.pair}>
      <SelectField
        {...frame}
        {...placeProps(path)}
        mono
        value={row === null ? text : optionOf(row)}
        error={split === null ? complaint : null}
        options={FIELD_PATHS.filter((candidate) => candidate.uses.includes(use)).map((candidate) => ({
          value: optionOf(candidate),
          label: optionOf(candidate),
          hint: `${candidate.gives}, e.g. ${candidate.example}`,
        }))}
        onChange={choose}
      />
      {split === null ? null : (
        <SubscriptKey
          path={path}
          of={split.path}
          text={split.key}
          error={split.key === '' ? 'Required value' : complaint}
          layout={frame.layout}
        />
      )}
    </div>
  )
}

function SubscriptKey({
  path,
  of,
  text,
  error,
  layout,
}: {
  readonly path: Path
  readonly of: string
  readonly text: string
  readonly error: string | null
  readonly layout: AtProps['layout']
}) {
  const workload = workloadAt(useManifest(), path)
  const labels = of === 'metadata.labels' ? Object.entries(workload?.labels ?? {}) : []
  return (
    <SuggestField
      mono
      layout={layout}
      label={of === 'metadata.labels' ? 'Label key' : 'Annotation key'}
      help="Its value is given; an absent one gives an empty text."
      placeholder={of === 'metadata.labels' ? 'label key' : 'annotation key'}
      value={text}
      error={error}
      onFocus={placeProps(path).onFocus}
      suggestions={labels.map(([value, hint]) => ({ value, hint }))}
      onChange={(key) => change(setValue(path, withSubscript(of, key)), path)}
    />
  )
}
