const APPLE = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

const NAMES: Readonly<Record<string, string>> = APPLE
  ? { Mod: '⌘', Shift: '⇧', Alt: '⌥', Control: '⌃', Delete: '⌫', Escape: 'esc' }
  : { Mod: 'Ctrl', Control: 'Ctrl', Delete: 'Del', Escape: 'Esc' }

/** Takes a shortcut such as `Mod+Shift+Z`; gives the key caps to show on this machine: `['Ctrl', 'Shift', 'Z']`. */
export function keyNames(keys: string): string[] {
  return keys.split('+').map((key) => NAMES[key] ?? key)
}
