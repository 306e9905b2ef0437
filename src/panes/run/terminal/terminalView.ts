import { FitAddon } from '@xterm/addon-fit'
import { Terminal, type ITheme } from '@xterm/xterm'
import '@xterm/xterm/css/xterm.css'
import { servicesIn } from '../../../core/kubernetes/services'
import { useDesigner } from '../../../store/designer'
import { followPageTheme, type PageColours } from '../../../ui/pageTheme'
import { Shell } from './shell'

/** The terminal's colours, each a token of the page. */
const COLOURS = {
  foreground: '--text',
  background: '--surface',
  cursor: '--accent',
  cursorAccent: '--surface',
  selectionBackground: '--accent-soft',
  selectionForeground: '--text',
  scrollbarSliderBackground: '--surface-3',
  black: '--text',
  red: '--danger',
  green: '--ok',
  yellow: '--warn',
  blue: '--app-ink',
  magenta: '--sidecar-ink',
  cyan: '--configmap-ink',
  white: '--surface-3',
  brightBlack: '--text-2',
  brightRed: '--danger',
  brightGreen: '--ok',
  brightYellow: '--warn',
  brightBlue: '--app-ink',
  brightMagenta: '--sidecar-ink',
  brightCyan: '--configmap-ink',
  brightWhite: '--surface-2',
} as const satisfies { readonly [Part in keyof ITheme]?: string }

/** The terminal, and the element it lives in: it keeps what it shows while its tab is not in front. */
export interface TerminalView {
  readonly element: HTMLElement
  /** Fits it to its element's size. */
  readonly fit: () => void
  readonly focus: () => void
}

let view: TerminalView | null = null

/** Gives the page's terminal; it is made when it is first wanted, in the element that is given. */
export function terminalView(parent: HTMLElement): TerminalView {
  if (view !== null) {
    parent.append(view.element)
    return view
  }
  const element = parent.appendChild(document.createElement('div'))
  element.style.height = '100%'
  const terminal = new Terminal({
    convertEol: true,
    cursorBlink: true,
    fontFamily: "'JetBrains Mono Variable', ui-monospace, monospace",
    fontSize: 13,
    lineHeight: 1.25,
    scrollback: 5000,
    screenReaderMode: true,
    // What stands behind colours is the page's surface, light or dark.
    minimumContrastRatio: 4.5,
  })
  const fitting = new FitAddon()
  terminal.loadAddon(fitting)
  terminal.attachCustomKeyEventHandler((event) => isTerminals(event, terminal.hasSelection()))
  followPageTheme((colours) => {
    terminal.options.theme = themeOf(colours)
  })
  terminal.open(element)
  fitting.fit()
  new Shell(terminal).open(greeting().map((line) => wrapped(line, terminal.cols)))
  view = { element, fit: () => fitting.fit(), focus: () => terminal.focus() }
  return view
}

function themeOf({ hexOf }: PageColours): ITheme {
  return Object.fromEntries(Object.entries(COLOURS).map(([part, token]) => [part, hexOf(token)]))
}

function greeting(): readonly string[] {
  const [service] = servicesIn(useDesigner.getState().manifest)
  const third = service === undefined || service.name === '' ? 'kubectl get events' : `curl ${service.name}`
  return [
    'A terminal beside the simulated cluster; nothing leaves the browser. F6 goes to the other panes, help lists commands.',
    `Try:  kubectl get pods   ·   kubectl describe pod   ·   ${third}`,
  ]
}

/** Takes a line and how many signs fit beside each other; gives it broken between its words. */
function wrapped(line: string, columns: number): string {
  const rows: string[] = []
  for (const word of line.split(' ')) {
    const row = rows.at(-1)
    if (row === undefined || row.length + 1 + word.length > columns) rows.push(word)
    else rows[rows.length - 1] = `${row} ${word}`
  }
  return rows.join('\n')
}

/** Copying, pasting and leaving by Shift+Tab are the browser's. */
function isTerminals({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent, hasSelection: boolean): boolean {
  if (key === 'Tab' && shiftKey) return false
  if (!ctrlKey && !metaKey) return true
  const letter = key.toLowerCase()
  return !(letter === 'v' || (letter === 'c' && (metaKey || shiftKey || hasSelection)))
}
