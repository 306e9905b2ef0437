import { ENV_FROM_SOURCES, ENV_SOURCES } from '../kubernetes/envSources'
import type { Field } from '../kubernetes/schema/field'
import { PROJECTED_SOURCES, VOLUME_SOURCES } from '../kubernetes/volumeSources'
import { CONTAINER_HELP } from './help/containerHelp'
import { NETWORK_HELP } from './help/networkHelp'
import { HELP_BY_NAME, OBJECT_HELP } from './help/objectHelp'
import { POD_HELP } from './help/podHelp'
import { SCHEDULING_HELP } from './help/schedulingHelp'
import { STORAGE_HELP } from './help/storageHelp'
import { WORKLOAD_HELP } from './help/workloadHelp'

/** What fields are for, in a plain line each: by the type they are of and their name. */
export const HELP_TABLES: readonly Readonly<Record<string, string>>[] = [
  OBJECT_HELP,
  POD_HELP,
  CONTAINER_HELP,
  SCHEDULING_HELP,
  WORKLOAD_HELP,
  NETWORK_HELP,
  STORAGE_HELP,
]

/** Unions whose members have a line in the table of their own. */
const MEMBERS: Readonly<Record<string, readonly { readonly id: string; readonly help: string }[]>> = {
  Volume: VOLUME_SOURCES,
  VolumeProjection: PROJECTED_SOURCES,
  EnvVarSource: ENV_SOURCES,
  EnvFromSource: ENV_FROM_SOURCES,
}

/** Types whose fields are those of another. */
const LIKE: Readonly<Record<string, string>> = { EphemeralContainer: 'Container' }

/** Takes a field; gives in one plain line what it is for, or null where Kubernetes' own words must do. */
export function helpOf(field: Pick<Field, 'owner' | 'name'>): string | null {
  const { owner, name } = field
  const like = Object.hasOwn(LIKE, owner) ? LIKE[owner] : undefined
  const members = Object.hasOwn(MEMBERS, owner) ? MEMBERS[owner] : undefined
  return (
    members?.find(({ id }) => id === name)?.help ??
    HELP_TABLES.map((table) => at(table, `${owner}.${name}`)).find((help) => help !== null) ??
    (like === undefined ? null : helpOf({ owner: like, name })) ??
    at(HELP_BY_NAME, name)
  )
}

function at(table: Readonly<Record<string, string>>, key: string): string | null {
  return (Object.hasOwn(table, key) ? table[key] : null) ?? null
}
