import type { ReactNode } from 'react'
import type { Field } from '../../../core/kubernetes/schema/field'
import { ModeAt } from '../fields/ModeAt'
import type { ControlProps } from './control'

type Control = (props: ControlProps) => ReactNode

const mode: Control = ({ path, label, help, layout }) => (
  <ModeAt path={path} label={label} help={help} layout={layout} />
)

/** Fields that a control by their type would not serve well: by the type they are of and their name. */
const BY_FIELD: Readonly<Record<string, Control>> = {}

/** The same, by name alone. */
const BY_NAME: Readonly<Record<string, Control>> = {
  defaultMode: mode,
  mode,
}

/** Takes a field; gives its own control, or null where its type says what it needs. */
export function ownControlOf({ owner, name }: Field): Control | null {
  const key = `${owner}.${name}`
  if (Object.hasOwn(BY_FIELD, key)) return BY_FIELD[key] ?? null
  return (Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : null) ?? null
}
