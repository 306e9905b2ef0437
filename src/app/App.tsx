import { Canvas } from '../panes/canvas/Canvas'
import { Inspector } from '../panes/inspector/Inspector'
import { YamlPane } from '../panes/yaml/YamlPane'
import seed from '../golden/manifests/seed-2.yaml?raw'
import { useDesigner } from '../store/designer'
import { Toasts } from '../ui/Toast'
import { TooltipProvider } from '../ui/Tooltip'

useDesigner.getState().open(seed)

/** The whole app. */
export function App() {
  return (
    <TooltipProvider delay={500}>
      <main
        style={{
          display: 'grid',
          gridTemplateColumns: '340px minmax(0, 1fr) minmax(0, 34%)',
          gridTemplateRows: 'minmax(0, 1fr)',
          height: '100%',
        }}
      >
        <Inspector />
        <Canvas />
        <YamlPane />
      </main>
      <Toasts />
    </TooltipProvider>
  )
}
