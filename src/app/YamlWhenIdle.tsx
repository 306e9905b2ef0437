import { useEffect, useState, type ComponentType } from 'react'
import { useDesigner } from '../store/designer'
import styles from './YamlWhenIdle.module.css'

type Loaded = { readonly Pane: ComponentType } | { readonly failure: unknown } | null

/** The YAML pane, fetched once the rest is usable; until then its text, to read. A failed fetch is tried anew with the pane. */
export function YamlWhenIdle() {
  const [loaded, setLoaded] = useState<Loaded>(null)

  useEffect(() => {
    let isWanted = true
    const load = async (): Promise<void> => {
      try {
        const { YamlPane } = await import('../panes/yaml/YamlPane')
        if (isWanted) setLoaded({ Pane: YamlPane })
      } catch (failure) {
        if (isWanted) setLoaded({ failure })
      }
    }
    const cancel = whenIdle(() => void load())
    return () => {
      isWanted = false
      cancel()
    }
  }, [])

  if (loaded === null) return <PlainText />
  if ('failure' in loaded)
    throw new Error('The editor could not be fetched. Are you offline?', { cause: loaded.failure })
  return <loaded.Pane />
}

/** Calls back when the page has nothing better to do, after two seconds at the latest. Safari has no such callback. */
function whenIdle(action: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(action, { timeout: 2000 })
    return () => cancelIdleCallback(handle)
  }
  const handle = setTimeout(action, 200)
  return () => clearTimeout(handle)
}

function PlainText() {
  const text = useDesigner(({ source }) => source.text)
  return (
    <section aria-label="YAML" aria-busy className={styles.pane}>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles.text} tabIndex={0} aria-label="The manifest’s text">
        {text}
      </pre>
    </section>
  )
}
