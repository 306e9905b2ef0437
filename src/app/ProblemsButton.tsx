import { CircleCheck, Hourglass } from 'lucide-react'
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
  const isJudged = useProblems((problems) => problems.isJudged)
  const open = useScreen((screen) => screen.drawer === 'problems')
  const Icon = worst !== null ? LEVEL_ICONS[worst] : isJudged ? CircleCheck : Hourglass
  const said = isJudged ? problemsInWords(count) : 'Checking…'
  return (
    <Button
      variant="quiet"
      aria-pressed={open}
      aria-label={said}
      title={said}
      icon={
        <Icon
          aria-hidden
          style={{ color: worst !== null ? LEVEL_INKS[worst] : isJudged ? 'var(--ok)' : 'var(--text-2)' }}
        />
      }
      onClick={() => useScreen.getState().toggleDrawer('problems')}
    >
      {words ? said : String(count)}
    </Button>
  )
}
