import { useDesigner } from '../../store/designer'

/** The YAML pane. */
export function YamlPane() {
  const text = useDesigner((designer) => designer.source.text)
  return (
    <section aria-label="YAML">
      <pre>{text}</pre>
    </section>
  )
}
