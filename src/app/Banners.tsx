import { useDesigner } from '../store/designer'
import { designs, useDesigns } from '../store/library'
import { useScreen } from '../store/screen'
import { Banner } from '../ui/Banner'
import { Button } from '../ui/Button'
import { CommandButton } from './CommandButton'

/** What the user has to know or to decide before going on, below the header. */
export function Banners() {
  return (
    <>
      <NotSaved />
      <Divided />
      <DeletedElsewhere />
      <Caption />
    </>
  )
}

const REFUSALS = {
  full: 'The browser’s storage is full, so your last changes are in this tab only. Delete designs you don’t need, or download this one.',
  blocked:
    'This browser doesn’t let the page keep anything, so your designs are in this tab only. Download them before you close it.',
} as const

function NotSaved() {
  const saving = useDesigns((state) => state.saving)
  if (saving === 'saved' || saving === 'waiting') return null
  return (
    <Banner tone="error" actions={<CommandButton command="download" words="Download" variant="plain" />}>
      {REFUSALS[saving]}
    </Banner>
  )
}

function Divided() {
  const divided = useDesigns((state) => state.divided)
  const mine = useDesigns((state) => state.open.name)
  const theirs = useDesigns((state) => state.records.find(({ id }) => id === divided?.theirs)?.name)
  if (divided === null || theirs === undefined) return null
  const { keepMine, takeTheirs } = designs.getState()
  return (
    <Banner
      tone="warn"
      actions={
        <>
          <Button onClick={keepMine}>Keep mine as a copy</Button>
          <Button onClick={takeTheirs}>Take theirs</Button>
        </>
      }
    >
      {`“${theirs}” was changed in another tab while you changed it here. Both are kept: yours goes on as “${mine}”.`}
    </Banner>
  )
}

function DeletedElsewhere() {
  const deletedElsewhere = useDesigns((state) => state.deletedElsewhere)
  if (!deletedElsewhere) return null
  return (
    <Banner tone="warn">
      This design was deleted in another tab. It is still here, and is kept again as soon as you change it.
    </Banner>
  )
}

/** Two sentences on the design a first visit opens. */
function Caption() {
  const isWanted = useScreen((screen) => screen.isCaptionWanted)
  const dismiss = useScreen((screen) => screen.dismissCaption)
  const isFirst = useDesigns((state) => state.open.starter === 'seed-2')
  const isEmpty = useDesigner((designer) => designer.source.text === '')
  if (!isWanted || !isFirst || isEmpty) return null
  return (
    <Banner tone="info" onDismiss={dismiss}>
      Every five seconds the busybox sidecar writes the time and the pod’s name into the volume they share,
      and nginx serves that file. Change anything in the form, the diagram or the YAML: the other two follow.
    </Banner>
  )
}
