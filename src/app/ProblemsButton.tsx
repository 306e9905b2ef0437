import { CircleCheck } from 'lucide-react'
import { useProblems } from '../store/problems'
import { useScreen } from '../store/screen'
import { Button } from '../ui/Button'
import { LEVEL_ICONS, LEVEL_INKS, type Level } from '../ui/levels'
import { problemsInWords } from './problemsInWords'

/** How many problems there are, and the way to them. */
export function ProblemsButton({ words }: { readonly words: boolean }) {
  const worst = useProblems(
    ({ shown }): Level | null =>
      shown.find(({ level }) => level === 'error')?.level ??
      shown.find(({ level }) => level === 'warning')?.level ??
      null,
  )
  const count = useProblems(({ shown }) => shown.filter(({ level }) => level !== 'info').length)
  const open = useScreen((screen) => screen.drawer === 'problems')
  const Icon = worst === null ? CircleCheck : LEVEL_ICONS[worst]
  const said = problemsInWords(count)
  return (
    <Button
      variant="quiet"
      aria-pressed={open}
      aria-label={said}
      title={said}
      icon={<Icon aria-hidden style={{ color: worst === null ? 'var(--ok)' : LEVEL_INKS[worst] }} />}
      onClick={() => useScreen.getState().toggleDrawer('problems')}
    >
      {words ? said : String(count)}
    </Button>
  )
}
