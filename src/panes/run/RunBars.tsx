import { useIsRunStale, useRun } from '../../store/run'
import { applyDesign, startRun } from '../../store/runDeeds'
import { useDesigner } from '../../store/designer'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'

/** What there is to know or to decide while the design runs. */
export function RunBars() {
  const isStale = useIsRunStale()
  const isReadable = useDesigner(({ source }) => source.problem === null)
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
  if (isStale)
    return (
      <Banner
        tone="info"
        actions={
          <Button variant="primary" disabled={!isReadable} onClick={applyDesign}>
            Apply
          </Button>
        }
      >
        The design has changed since it was applied.
      </Banner>
    )
  return said.length === 0 ? null : (
    <Banner tone="info" onDismiss={() => useRun.setState({ said: [] })}>
      {said.join(' · ')}
    </Banner>
  )
}
