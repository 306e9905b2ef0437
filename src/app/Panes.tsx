import type { ReactNode } from 'react'
import { Group, Panel, Separator, useDefaultLayout, type LayoutStorage } from 'react-resizable-panels'
import { Canvas } from '../panes/canvas/Canvas'
import { DocsCard } from '../panes/docs/DocsCard'
import { Inspector } from '../panes/inspector/Inspector'
import { readPreference, writePreference } from '../store/preferences'
import { PANES, useScreen, type PaneId } from '../store/screen'
import styles from './Panes.module.css'
import { PaneBoundary } from './PaneBoundary'
import { PaneTabs } from './PaneTabs'
import { useScreenSize } from './useScreenSize'
import { YamlWhenIdle } from './YamlWhenIdle'

const CONTENT: Readonly<Record<PaneId, ReactNode>> = {
  inspector: <Inspector />,
  canvas: <Canvas />,
  yaml: <YamlWhenIdle />,
}

const SIZES: LayoutStorage = { getItem: readPreference, setItem: writePreference }

/** The three panes: side by side, canvas and YAML in one place, or one at a time. */
export function Panes() {
  const size = useScreenSize()
  if (size === 'large') return <SideBySide />
  return size === 'medium' ? <TwoPlaces /> : <OneAtATime />
}

function SideBySide() {
  const layout = useDefaultLayout({ id: 'sizes-large', storage: SIZES, onlySaveAfterUserInteractions: true })
  return (
    <Group className={styles.group} {...layout}>
      <Panel id="inspector" defaultSize="26%" minSize="260px">
        <InspectorWithDocs />
      </Panel>
      <Handle label="Resize the inspector" />
      <Panel id="canvas" defaultSize="41%" minSize="280px">
        <Pane id="canvas" />
      </Panel>
      <Handle label="Resize the YAML" />
      <Panel id="yaml" defaultSize="33%" minSize="280px">
        <Pane id="yaml" />
      </Panel>
    </Group>
  )
}

function TwoPlaces() {
  const layout = useDefaultLayout({ id: 'sizes-medium', storage: SIZES, onlySaveAfterUserInteractions: true })
  const tab = useScreen((screen) => screen.tab)
  return (
    <Group className={styles.group} {...layout}>
      <Panel id="inspector" defaultSize="40%" minSize="260px">
        <InspectorWithDocs />
      </Panel>
      <Handle label="Resize the inspector" />
      <Panel id="other" defaultSize="60%" minSize="280px">
        <div className={styles.tabbed}>
          <PaneTabs panes={['canvas', 'yaml']} front={tab} place="top" />
          <Stack panes={['canvas', 'yaml']} front={tab} />
        </div>
      </Panel>
    </Group>
  )
}

function OneAtATime() {
  const front = useScreen((screen) => screen.front)
  const panes = PANES.map(({ id }) => id)
  return (
    <div className={styles.tabbed}>
      <Stack panes={panes} front={front} />
      <Docs />
      <PaneTabs panes={panes} front={front} place="bottom" />
    </div>
  )
}

function InspectorWithDocs() {
  return (
    <div className={styles.tabbed}>
      <div className={styles.stack}>
        <Pane id="inspector" />
      </div>
      <Docs />
    </div>
  )
}

function Docs() {
  return (
    <PaneBoundary label="Docs">
      <DocsCard />
    </PaneBoundary>
  )
}

interface StackProps {
  readonly panes: readonly PaneId[]
  readonly front: PaneId
}

/** Panes in one place. Those behind keep their size and state: neither diagram nor editor can measure in no room. */
function Stack({ panes, front }: StackProps) {
  return (
    <div className={styles.stack}>
      {panes.map((id) => (
        <div
          key={id}
          className={styles.layer}
          data-behind={id === front ? undefined : ''}
          role="tabpanel"
          id={`panel-${id}`}
          aria-labelledby={`tab-${id}`}
        >
          <Pane id={id} />
        </div>
      ))}
    </div>
  )
}

function Pane({ id }: { readonly id: PaneId }) {
  const label = PANES.find((pane) => pane.id === id)?.label ?? id
  return (
    <div className={styles.pane} data-pane={id} tabIndex={-1}>
      <PaneBoundary label={label}>{CONTENT[id]}</PaneBoundary>
    </div>
  )
}

function Handle({ label }: { readonly label: string }) {
  return <Separator className={styles.handle} aria-label={label} />
}
