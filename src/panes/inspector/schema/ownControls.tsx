import type { ReactNode } from 'react'
import type { Field } from '../../../core/kubernetes/schema/field'
import { nounOf } from '../../../core/words/nouns'
import { inExplainedOrder, valueHelpOf } from '../../../core/words/valueHelp'
import { ChecksAt } from '../fields/ChecksAt'
import { ModeAt } from '../fields/ModeAt'
import { LabelsAt } from '../forms/LabelsAt'
import { ScheduleAt } from '../objects/ScheduleAt'
import { SecretTypeAt } from '../objects/SecretTypeAt'
import { StorageClassAt } from '../objects/StorageClassAt'
import { TimeZoneAt } from '../objects/TimeZoneAt'
import type { ControlProps } from './control'
import { lowered } from '../../../core/words/lowered'

type Control = (props: ControlProps) => ReactNode

const mode: Control = ({ path, label, help, layout }) => (
  <ModeAt path={path} label={label} help={help} layout={layout} />
)

const mapping = ({ field, path, label, help, heading }: ControlProps) => ({
  path,
  title: label,
  help,
  heading,
  noun: lowered(nounOf(field)),
})

const labels: Control = (props) => <LabelsAt {...mapping(props)} />

/** Fields that a control by their type would not serve well: by the type they are of and their name. */
const BY_FIELD: Readonly<Record<string, Control>> = {
  'ObjectMeta.labels': labels,
  'ObjectMeta.annotations': (props) => <LabelsAt {...mapping(props)} annotations />,
  'PodSpec.nodeSelector': labels,
  'LabelSelector.matchLabels': labels,
  'CronJobSpec.schedule': (props) => <ScheduleAt {...props} />,
  'CronJobSpec.timeZone': (props) => <TimeZoneAt {...props} />,
  'PersistentVolumeClaimSpec.storageClassName': (props) => <StorageClassAt {...props} />,
  'Secret.type': (props) => <SecretTypeAt {...props} />,
}

/** The same, by name alone. */
const BY_NAME: Readonly<Record<string, Control>> = {
  defaultMode: mode,
  mode,
}

/** A list of a few texts is a box to check for each. */
const checks: Control = ({ field, path, label, help }) => (
  <ChecksAt
    path={path}
    label={label}
    help={help}
    options={inExplainedOrder(field.owner, field.name, field.values).map((value) => ({
      value,
      label: value,
      hint: valueHelpOf(field.owner, field.name, value) ?? undefined,
    }))}
  />
)

/** Takes a field; gives its own control, or null where its type says what it needs. */
export function ownControlOf({ owner, name, type, values }: Field): Control | null {
  const key = `${owner}.${name}`
  if (Object.hasOwn(BY_FIELD, key)) return BY_FIELD[key] ?? null
  if (type.is === 'list' && values.length > 0) return checks
  return (Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : null) ?? null
}
