import {
  Bomb,
  CloudOff,
  Cloud,
  Copy,
  Image,
  LogOut,
  MemoryStick,
  ServerOff,
  Server,
  Snail,
  Stethoscope,
  Trash2,
} from 'lucide-react'
import type { ContainerPlace } from '../../core/simulator/history/happening'
import type { ContainerLife, Origin } from '../../core/simulator/history/podLife'
import type { Intervention } from '../../core/simulator/session/intervention'
import type { MenuEntry, MenuItem } from '../../ui/Menu'

/** Does what somebody chose. */
export type Intervene = (intervention: Intervention) => void

const EXITS = [
  { code: 0, hint: 'As if its work were done' },
  { code: 1, hint: 'As if it had failed' },
  { code: 42, hint: 'For restartPolicyRules' },
]

const DELAYS = [
  { seconds: 5, label: '5 seconds' },
  { seconds: 30, label: '30 seconds' },
  { seconds: 120, label: '2 minutes' },
]

const PROBES = [
  { probe: 'startup', field: 'startupProbe' },
  { probe: 'liveness', field: 'livenessProbe' },
  { probe: 'readiness', field: 'readinessProbe' },
] as const

const REPLICAS = [0, 1, 2, 3, 5, 10]

/** Takes a container; gives what may be done to it while it runs. */
export function containerEntries(
  place: ContainerPlace,
  { container }: ContainerLife,
  intervene: Intervene,
): readonly MenuEntry[] {
  const probes = PROBES.filter(({ field }) => container[field] !== undefined).map(
    ({ probe, field }): MenuEntry => ({
      kind: 'submenu',
      id: probe,
      label: field,
      icon: <Stethoscope aria-hidden />,
      items: [
        {
          id: 'fail',
          label: 'Make it fail',
          hint: 'Whatever the program answers',
          run: () => intervene({ do: 'probe', probe, result: 'fail', ...place }),
        },
        {
          id: 'restore',
          label: 'Let it be as it is',
          run: () => intervene({ do: 'probe', probe, result: null, ...place }),
        },
      ],
    }),
  )
  return [
    {
      id: 'kill',
      label: 'Kill it',
      hint: 'SIGKILL to its main process',
      icon: <Bomb aria-hidden />,
      run: () => intervene({ do: 'kill', ...place }),
    },
    {
      kind: 'submenu',
      id: 'exit',
      label: 'Let it exit',
      icon: <LogOut aria-hidden />,
      items: EXITS.map(({ code, hint }): MenuItem => ({
        id: `exit-${code}`,
        label: `With exit code ${code}`,
        hint,
        run: () => intervene({ do: 'exit', code, ...place }),
      })),
    },
    {
      id: 'oom',
      label: 'Run out of memory',
      hint: 'The kernel kills it: OOMKilled',
      icon: <MemoryStick aria-hidden />,
      run: () => intervene({ do: 'oom', ...place }),
    },
    ...probes,
    {
      kind: 'submenu',
      id: 'slow',
      label: 'Start slowly next time',
      icon: <Snail aria-hidden />,
      items: DELAYS.map(({ seconds, label }): MenuItem => ({
        id: `slow-${seconds}`,
        label: `By ${label}`,
        run: () => intervene({ do: 'slowStart', seconds, ...place }),
      })),
    },
  ]
}

/** The kinds whose pods can be made more or fewer. */
const SCALABLE = ['Deployment', 'StatefulSet', 'ReplicaSet'] as const

/** The kinds that replace their pods when an image changes. */
export const ROLLING = ['Deployment', 'StatefulSet', 'DaemonSet'] as const

/** Takes a pod and what it comes from; gives what may be done to them. */
export function podEntries(
  namespace: string,
  pod: string,
  origin: Origin,
  intervene: Intervene,
  onSetImage: () => void,
): readonly MenuEntry[] {
  const scalable = SCALABLE.find((kind) => kind === origin.kind)
  const rolling = ROLLING.some((kind) => kind === origin.kind)
  return [
    {
      id: 'delete',
      label: 'Delete the pod',
      hint: 'kubectl delete pod',
      icon: <Trash2 aria-hidden />,
      run: () => intervene({ do: 'deletePod', namespace, pod }),
    },
    ...(scalable === undefined
      ? []
      : [
          {
            kind: 'submenu' as const,
            id: 'scale',
            label: `Scale the ${origin.kind}`,
            icon: <Copy aria-hidden />,
            items: REPLICAS.map((replicas): MenuItem => ({
              id: `scale-${replicas}`,
              label: replicas === 1 ? 'To 1 pod' : `To ${replicas} pods`,
              run: () => intervene({ do: 'scale', kind: scalable, namespace, name: origin.name, replicas }),
            })),
          },
        ]),
    ...(rolling
      ? [
          {
            id: 'image',
            label: 'Set an image…',
            hint: 'kubectl set image: a rollout',
            icon: <Image aria-hidden />,
            run: onSetImage,
          },
        ]
      : []),
  ]
}

/** Takes a Service; gives what may be done to it. */
export function serviceEntries(namespace: string, name: string, intervene: Intervene): readonly MenuEntry[] {
  return [
    {
      id: 'cut',
      label: 'Cut the network to it',
      hint: 'Requests time out',
      icon: <CloudOff aria-hidden />,
      run: () => intervene({ do: 'cut', isCut: true, namespace, name }),
    },
    {
      id: 'restore',
      label: 'Let requests through again',
      icon: <Cloud aria-hidden />,
      run: () => intervene({ do: 'cut', isCut: false, namespace, name }),
    },
  ]
}

/** Takes what to do; gives what may be done to the node. */
export function nodeEntries(isCordoned: boolean, intervene: Intervene): readonly MenuEntry[] {
  return [
    isCordoned
      ? {
          id: 'uncordon',
          label: 'Let pods onto it again',
          hint: 'kubectl uncordon',
          icon: <Server aria-hidden />,
          run: () => intervene({ do: 'uncordon' }),
        }
      : {
          id: 'drain',
          label: 'Drain it',
          hint: 'kubectl drain: no new pods, the others are evicted',
          icon: <ServerOff aria-hidden />,
          run: () => intervene({ do: 'drain' }),
        },
  ]
}
