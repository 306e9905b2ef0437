import type { KeyUse } from '../kubernetes/keyUses'

/** What a link to a use says: the thing, and how it uses the key. */
export interface UseWords {
  readonly label: string
  readonly detail: string
}

const WORDS: Readonly<Record<KeyUse['is'], (use: KeyUse) => UseWords>> = {
  variable: ({ called, by }) => ({
    label: called === '' ? 'A variable' : called,
    detail: `variable of ${by}`,
  }),
  variables: ({ called, by }) => ({
    label: by,
    detail: called === '' ? 'every key as a variable' : `every key as a variable ${called}…`,
  }),
  volume: ({ called, by }) => ({
    label: by,
    detail: called === '' ? 'volume with every key' : `volume, as ${called}`,
  }),
  'pull secret': ({ by }) => ({ label: by, detail: 'logs in to the image registry with it' }),
}

/** Takes a use of a key; gives it in words. */
export function keyUseInWords(use: KeyUse): UseWords {
  return WORDS[use.is](use)
}
