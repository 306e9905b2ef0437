import { useRun } from '../../store/run'
import { applyDesign, startRun } from '../../store/runDeeds'
import { useDesigner } from '../../store/designer'
import { designs, useDesigns } from '../../store/library'
import { useRunRelation, type RunRelation } from '../../store/runRelation'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'

/** What there is to know or to decide while the design runs. */
export function RunBars() {
  const relation = useRunRelation()
  const isHung = useRun((run) => run.isHung)
  const failure = useRun((run) => run.failure)
  const said = useRun((run) => run.said)
  const restart = <Button onClick={() => void startRun()}>Start from the beginning</Button>
  if (failure !== null)
    return (
      <Banner tone="error" actions={restart}>
        {`The simulation has stopped: ${failure}`}
      </Banner>
    )
  if (isHung)
    return (
      <Banner tone="warn" actions={restart}>
        The simulation has not answered for 3 seconds. Perhaps a script never sleeps; the rest of the page
        goes on.
      </Banner>
    )
  if (relation === 'other') return <OtherDesign />
  if (relation !== 'same') return <Changed relation={relation} />
  return said.length === 0 ? null : (
    <Banner tone="info" onDismiss={() => useRun.setState({ said: [] })}>
      {said.join(' · ')}
    </Banner>
  )
}

/** The design was edited, or its text replaced, since it was applied. */
function Changed({ relation }: { readonly relation: Exclude<RunRelation, 'same' | 'other'> }) {
  const isReadable = useDesigner(({ source }) => source.problem === null)
  const isReplaced = relation === 'replaced'
  return (
    <Banner
      tone="info"
      actions={
        <>
          {isReplaced ? (
            <Button variant="primary" disabled={!isReadable} onClick={() => void startRun()}>
              Run this design
            </Button>
          ) : null}
          <Button variant={isReplaced ? 'plain' : 'primary'} disabled={!isReadable} onClick={applyDesign}>
            Apply
          </Button>
        </>
      }
    >
      {isReplaced
        ? 'Nothing that runs is in the design any more. Run it from the beginning, or apply it: what ran is deleted then, in the same cluster.'
        : 'The design has changed since it was applied.'}
    </Banner>
  )
}

/** Another design is open than the one that runs. The run goes on until somebody ends it. */
function OtherDesign() {
  const design = useRun((run) => run.design)
  const name = useDesigns(({ records }) => records.find(({ id }) => id === design)?.name)
  const open = useDesigns((state) => state.open.name)
  return (
    <Banner
      tone="info"
      actions={
        <>
          <Button variant="primary" onClick={() => void startRun()}>
            Run this design
          </Button>
          {name === undefined || design === null ? null : (
            <Button onClick={() => designs.getState().switchTo(design)}>{`Back to “${name}”`}</Button>
          )}
        </>
      }
    >
      {name === undefined
        ? 'What runs here is a design that was deleted.'
        : `What runs here is “${name}”; the design that is open is “${open}”. To run that one ends this run.`}
    </Banner>
  )
}
