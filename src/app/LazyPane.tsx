import { useEffect, useState, type ComponentType } from 'react'
import styles from './LazyPane.module.css'

type Loaded = { readonly Pane: ComponentType } | { readonly failure: unknown } | null

/** What a {@link LazyPane} takes. `load` stays the same function. */
export interface LazyPaneProps {
  readonly label: string
  readonly load: () => Promise<ComponentType>
}

/** A pane that is fetched when it is first wanted. A failed fetch is tried anew with the pane. */
export function LazyPane({ label, load }: LazyPaneProps) {
  const [loaded, setLoaded] = useState<Loaded>(null)
  useEffect(() => {
    let isWanted = true
    load().then(
      (Pane) => isWanted && setLoaded({ Pane }),
      (failure: unknown) => isWanted && setLoaded({ failure }),
    )
    return () => {
      isWanted = false
    }
  }, [load])
  if (loaded === null) return <section aria-label={label} aria-busy className={styles.loading} />
  if ('failure' in loaded)
    throw new Error('This part could not be fetched. Are you offline?', { cause: loaded.failure })
  return <loaded.Pane />
}
