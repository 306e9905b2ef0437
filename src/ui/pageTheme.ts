import { toHex } from './colour'

/** The page's colours as they are now, for what can't read its style sheets. */
export interface PageColours {
  readonly isDark: boolean
  /** Takes a token such as `--text`; gives its colour as `#rrggbb`. */
  readonly hexOf: (token: string) => string
}

/**
 * Takes what to do with the page's colours; does it now, and whenever they change: when the page's theme is set, and
 * when the system's changes. Gives what ends that.
 */
export function followPageTheme(wear: (colours: PageColours) => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const look = (): void => readColours(wear)
  const observer = new MutationObserver(look)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  dark.addEventListener('change', look)
  look()
  return () => {
    observer.disconnect()
    dark.removeEventListener('change', look)
  }
}

function readColours(wear: (colours: PageColours) => void): void {
  const root = document.documentElement
  const scheme = getComputedStyle(root).colorScheme
  const isDark =
    scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  const probe = root.appendChild(document.createElement('span'))
  // Or it would come from one colour to the next in a transition, however short, and be asked on the way.
  probe.style.transitionProperty = 'none'
  const hexOf = (token: string): string => {
    // The tokens are in whatever colour space; a mix comes back in the one that is named.
    probe.style.color = `color-mix(in srgb, var(${token}), var(${token}))`
    return toHex(getComputedStyle(probe).color) ?? '#808080'
  }
  wear({ isDark, hexOf })
  probe.remove()
}
