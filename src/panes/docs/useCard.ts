import { useEffect, useState } from 'react'
import { cardAt, type Card } from '../../core/completion/hover'
import {
  documentation,
  NO_DOCUMENTATION,
  type Documentation,
} from '../../core/kubernetes/schema/documentation'
import { useDesigner } from '../../store/designer'

/**
 * Gives what is known of the field in focus, in the form or at the cursor in the YAML: null where there is none,
 * undefined until the documentation has come. Where it can't be fetched there is still what the shape tells.
 */
export function useCard(): Card | null | undefined {
  const [texts, setTexts] = useState<Documentation | null>(null)
  const manifest = useDesigner((state) => state.manifest)
  const path = useDesigner((state) => state.focusedField ?? state.selected)
  useEffect(() => {
    let isWanted = true
    const fetchTexts = async (): Promise<void> => {
      const fetched = await documentation().catch(() => NO_DOCUMENTATION)
      if (isWanted) setTexts(fetched)
    }
    void fetchTexts()
    return () => {
      isWanted = false
    }
  }, [])
  return texts === null ? undefined : cardAt(manifest, path ?? [], texts)
}
