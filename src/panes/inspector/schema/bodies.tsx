import type { ReactNode } from 'react'
import type { Json } from '../../../core/kubernetes/json'
import type { Path } from '../../../core/kubernetes/path'
import { affinityInWords, spreadInWords } from '../../../core/words/affinityInWords'
import { tolerationInWords } from '../../../core/words/tolerationInWords'
import { BackendAt } from '../objects/BackendAt'
import { RequirementValues } from '../objects/RequirementValues'
import { SelectorBody } from '../objects/SelectorBody'
import { ResourcesAt } from '../resources/ResourcesAt'
import type { ControlProps } from './control'
import { HandlerWords, ProbeWords, StrategyWords, ValueInWords } from './InWords'

/** What a mapping shows above or below its fields, or in place of some of them. */
export interface Body {
  readonly isBelow?: true
  /** Fields that it has controls for. */
  readonly covers: readonly string[]
  readonly render: (path: Path, fields: ControlProps['fields']) => ReactNode
}

/** Takes what says a mapping in words; gives a line of them above its fields. */
const said = (words: (value: Json | undefined) => string): Body => ({
  covers: [],
  render: (path) => <ValueInWords path={path} words={words} />,
})

const strategy: Body = { covers: [], render: (path) => <StrategyWords path={path} /> }

/** By the type of the mapping. */
const BODIES: Readonly<Record<string, Body>> = {
  Probe: { covers: [], render: (path) => <ProbeWords path={path} /> },
  LifecycleHandler: { covers: [], render: (path) => <HandlerWords path={path} /> },
  DeploymentStrategy: strategy,
  StatefulSetUpdateStrategy: strategy,
  DaemonSetUpdateStrategy: strategy,
  Affinity: said((affinity) => affinityInWords(affinity).join(' ')),
  Toleration: said(tolerationInWords),
  TopologySpreadConstraint: said(spreadInWords),
  LabelSelector: { covers: [], render: (path) => <SelectorBody path={path} /> },
  LabelSelectorRequirement: {
    covers: ['values'],
    isBelow: true,
    render: (path) => <RequirementValues path={path} />,
  },
  IngressBackend: {
    covers: ['service', 'resource'],
    render: (path, fields) => <BackendAt path={path} fields={fields} />,
  },
  ResourceRequirements: {
    covers: ['requests', 'limits'],
    render: (path) => <ResourcesAt path={path} />,
  },
}

/** Takes a type; gives what its mappings show of their own, or null where the schema is enough. */
export function bodyOf(type: string): Body | null {
  return (Object.hasOwn(BODIES, type) ? BODIES[type] : null) ?? null
}
