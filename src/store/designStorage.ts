/** Why storage didn't take a text. */
export type Refusal = 'full' | 'blocked'

/** Where designs are kept, shared by all tabs. Nothing here throws. */
export interface DesignStorage {
  ids(): string[]
  read(id: string): string | null
  /** Gives null when it is written. */
  write(id: string, stored: string): Refusal | null
  remove(id: string): void
  /** The design this tab had open, else the one any tab opened last. */
  lastOpen(): string | null
  rememberOpen(id: string): void
  /** Calls back when another tab wrote, or when this one may have slept through it. Gives the way to stop. */
  listen(onChange: () => void): () => void
}

const PREFIX = 'podwright/design/'
const OPEN = 'podwright/open'

/** Gives the browser's own storage (localStorage), which may be blocked. */
export function browserStorage(): DesignStorage {
  return {
    ids: () =>
      quietly(() => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)), []).map((key) =>
        key.slice(PREFIX.length),
      ),
    read: (id) => quietly(() => localStorage.getItem(PREFIX + id), null),
    write: (id, stored) => {
      try {
        localStorage.setItem(PREFIX + id, stored)
        return null
      } catch (failure) {
        return failure instanceof DOMException && failure.name === 'QuotaExceededError' ? 'full' : 'blocked'
      }
    },
    remove: (id) => {
      quietly(() => localStorage.removeItem(PREFIX + id), undefined)
    },
    lastOpen: () => quietly(() => sessionStorage.getItem(OPEN) ?? localStorage.getItem(OPEN), null),
    rememberOpen: (id) => {
      quietly(() => sessionStorage.setItem(OPEN, id), undefined)
      quietly(() => localStorage.setItem(OPEN, id), undefined)
    },
    listen: (onChange) => {
      const onStorage = (event: StorageEvent): void => {
        if (event.key === null || event.key.startsWith(PREFIX)) onChange()
      }
      const onVisible = (): void => {
        if (document.visibilityState === 'visible') onChange()
      }
      window.addEventListener('storage', onStorage)
      window.addEventListener('pageshow', onChange)
      document.addEventListener('visibilitychange', onVisible)
      return () => {
        window.removeEventListener('storage', onStorage)
        window.removeEventListener('pageshow', onChange)
        document.removeEventListener('visibilitychange', onVisible)
      }
    },
  }
}

function quietly<Value>(action: () => Value, otherwise: Value): Value {
  try {
    return action()
  } catch {
    return otherwise
  }
}
