import { useEffect } from 'react'
import { useDesigner } from '../store/designer'
import { useScreen } from '../store/screen'
import { COMMANDS, type Command } from './commands'
import { isTypedInto, matchesKeys } from './keys'

/** Listens for the shortcuts of the commands table, wherever the focus is; not while a dialog is open. */
export function useShortcuts(): void {
  useEffect(() => {
    const early = (event: KeyboardEvent): void => press(event, true)
    const late = (event: KeyboardEvent): void => press(event, false)
    // Early: before a pane gives the keys a meaning of its own. Late: only when no pane has.
    window.addEventListener('keydown', early, { capture: true })
    window.addEventListener('keydown', late)
    window.addEventListener('beforeinput', takeBrowserUndo, { capture: true })
    return () => {
      window.removeEventListener('keydown', early, { capture: true })
      window.removeEventListener('keydown', late)
      window.removeEventListener('beforeinput', takeBrowserUndo, { capture: true })
    }
  }, [])
}

function press(event: KeyboardEvent, isEarly: boolean): void {
  if (event.defaultPrevented || event.isComposing || useScreen.getState().dialog !== null) return
  const command = COMMANDS.find(
    ({ keys, everywhere = false }) =>
      everywhere === isEarly && keys?.some((each) => matchesKeys(event, each)),
  )
  if (command === undefined || (isPlain(event) && isTypedInto(event.target)) || isControl(event)) return
  event.preventDefault()
  // The notices have a listener of their own for F6 beside this one.
  if (isEarly) event.stopImmediatePropagation()
  run(command)
}

function run({ enabled, run: perform }: Command): void {
  if (enabled?.(useDesigner.getState()) ?? true) perform()
}

/** Whether the keys would write a sign. */
function isPlain({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey
}

/** Whether the keys are Control and a letter where those have a meaning of their own: in the terminal. */
function isControl({ key, ctrlKey, shiftKey, target }: KeyboardEvent): boolean {
  if (!ctrlKey || shiftKey || !/^[a-z]$/i.test(key)) return false
  return target instanceof Element && target.closest('[data-takes-control]') !== null
}

/** The browser's own undo in a form field (by its menu) is the timeline's undo. */
function takeBrowserUndo(event: InputEvent): void {
  const isUndo = event.inputType === 'historyUndo'
  if (!isUndo && event.inputType !== 'historyRedo') return
  if (!(event.target instanceof Element) || event.target.closest('[data-pane=inspector]') === null) return
  event.preventDefault()
  const { undo, redo } = useDesigner.getState()
  if (isUndo) undo()
  else redo()
}
