import type { FormSection } from './FormSections'

const HISTORY = ['minReadySeconds', 'revisionHistoryLimit']

/** The parts of a workload's form, by its kind. */
export const WORKLOAD_SECTIONS: Readonly<Record<string, readonly FormSection[]>> = {
  Deployment: [
    {
      title: 'Rollout',
      help: 'How pods are replaced when the template changes.',
      of: 'spec',
      adds: ['strategy', 'progressDeadlineSeconds', ...HISTORY, 'paused'],
    },
    { of: 'spec', field: 'selector' },
  ],
  ReplicaSet: [{ of: 'spec', field: 'selector' }],
  StatefulSet: [
    {
      title: 'Identity and storage',
      help: 'Each pod keeps its name, and its own claims.',
      of: 'spec',
      always: ['serviceName'],
      adds: ['volumeClaimTemplates', 'persistentVolumeClaimRetentionPolicy', 'ordinals'],
    },
    {
      title: 'Rollout',
      help: 'How pods are replaced when the template changes.',
      of: 'spec',
      adds: ['updateStrategy', 'podManagementPolicy', ...HISTORY],
    },
    { of: 'spec', field: 'selector' },
  ],
  DaemonSet: [
    {
      title: 'Rollout',
      help: 'How pods are replaced when the template changes.',
      of: 'spec',
      adds: ['updateStrategy', ...HISTORY],
    },
    { of: 'spec', field: 'selector' },
  ],
}
