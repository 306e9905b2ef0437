import type { Change } from '../kubernetes/change'
import { renameContainer } from '../kubernetes/edits/containers'
import { renameFile } from '../kubernetes/edits/files'
import { followName } from '../kubernetes/edits/followName'
import { renameLabel, setLabel } from '../kubernetes/edits/labels'
import { renameObject } from '../kubernetes/edits/objects'
import { renamePort } from '../kubernetes/edits/ports'
import { renameVolume } from '../kubernetes/edits/volumes'
import type { Json } from '../kubernetes/json'
import {
  configKey,
  dns1123Label,
  dns1123Subdomain,
  labelKey,
  labelValue,
  portName,
  requiredOr,
  type Check,
} from '../kubernetes/names'
import type { SymbolKind } from '../kubernetes/namings'
import { samePath, type Path } from '../kubernetes/path'
import { declarationsOf, type Declaration } from './declarations'
import { groupOf, symbolAt, type NamePlace } from './symbols'

/** How a symbol is renamed. */
interface Row {
  /** What the server asks of its name. */
  readonly check: Check
  /** The edit that the form uses for it; null where it has none that lets others follow. */
  readonly rename: (declaration: Declaration, name: string) => Change | null
}

const holder = ({ path }: Declaration): Path => path.slice(0, -1)

const ROWS: Readonly<Record<SymbolKind, Row>> = {
  object: { check: dns1123Subdomain, rename: ({ path }, name) => renameObject(path.slice(0, 1), name) },
  key: { check: configKey, rename: ({ path }, name) => renameFile(path, name) },
  volume: {
    check: dns1123Label,
    rename: (declaration, name) =>
      declaration.path.includes('volumeClaimTemplates') ? null : renameVolume(holder(declaration), name),
  },
  container: {
    check: dns1123Label,
    rename: (declaration, name) => renameContainer(holder(declaration), name),
  },
  'container port': {
    check: portName,
    rename: (declaration, name) => renamePort(holder(declaration), name),
  },
  'Service port': { check: dns1123Label, rename: () => null },
  'resource claim': { check: dns1123Label, rename: () => null },
  label: {
    check: labelKey,
    rename: (declaration, name) => renameLabel(holder(declaration), declaration.name, name),
  },
  'label value': {
    check: labelValue,
    rename: (declaration, name) => setLabel(holder(declaration), declaration.label?.key ?? '', name),
  },
}

/**
 * Takes the documents, a path and a part as `symbolAt` does, and a name; says why what is declared or named there
 * can't get that name, or null where it can.
 */
export function renameProblem(
  documents: readonly Json[],
  path: Path,
  name: string,
  part?: NamePlace['part'],
): string | null {
  const here = symbolAt(documents, path, part)
  if (here === null) return 'No name that can be changed stands here.'
  if (here.declared.length === 0) return `Nothing here declares the ${here.symbol} ${here.name}.`
  const { check } = ROWS[here.symbol]
  const wrong = here.symbol === 'label value' ? check(name) : requiredOr(name, check)
  if (wrong !== null) return wrong
  return isTaken(documents, groupOf(documents, here).declarations, name)
    ? `Duplicate value: another ${here.symbol} is called ${name}.`
    : null
}

/**
 * Takes a path, a name and a part as `symbolAt` does; renames what is declared or named there, with all that names
 * it, everywhere. Where `renameProblem` sees a problem nothing changes.
 */
export function renameSymbol(path: Path, name: string, part?: NamePlace['part']): Change {
  return (documents) => {
    const here = symbolAt(documents, path, part)
    if (here === null || here.name === name || renameProblem(documents, path, name, part) !== null)
      return undefined
    const { declarations, mentions } = groupOf(documents, here)
    for (const declaration of declarations) ROWS[here.symbol].rename(declaration, name)?.(documents)
    followName(documents, [...declarations, ...mentions], name)
    return undefined
  }
}

function isTaken(documents: readonly Json[], declarations: readonly Declaration[], name: string): boolean {
  return declarationsOf(documents, declarations[0]?.symbol ?? 'object').some(
    (other) =>
      other.name === name &&
      declarations.some(
        (declaration) => declaration.scope === other.scope && !samePath(declaration.path, other.path),
      ),
  )
}
