import type { FormSection } from '../schema/FormSections'
import { JobWords } from './JobWords'

/** The parts of a form that say what a Job does. */
const jobSections = (spec: string): readonly FormSection[] => [
  { of: spec, Own: JobWords, covers: [] },
  {
    title: 'Work',
    help: 'How many pods must succeed, and how many run at once.',
    of: spec,
    always: ['completions', 'parallelism'],
    adds: ['completionMode', 'successPolicy'],
  },
  {
    title: 'When it fails',
    of: spec,
    always: ['backoffLimit', 'activeDeadlineSeconds'],
    adds: ['backoffLimitPerIndex', 'maxFailedIndexes', 'podFailurePolicy', 'podReplacementPolicy'],
  },
  { title: 'Afterwards', of: spec, always: ['ttlSecondsAfterFinished'] },
]

/** The parts of the forms of workloads that end. */
export const JOB_FACES: Readonly<Record<string, readonly FormSection[]>> = {
  Job: [...jobSections('spec'), { title: 'Hold', of: 'spec', always: ['suspend'] }],
  CronJob: [
    {
      title: 'Schedule',
      of: 'spec',
      always: ['schedule', 'timeZone', 'concurrencyPolicy', 'suspend', 'startingDeadlineSeconds'],
    },
    {
      title: 'History',
      help: 'How many ended Jobs are kept.',
      of: 'spec',
      always: ['successfulJobsHistoryLimit', 'failedJobsHistoryLimit'],
    },
    ...jobSections('spec.jobTemplate.spec'),
  ],
}
