import type { Json } from '../kubernetes/json'
import { mentionsIn, type Mention } from '../kubernetes/mentions'
import type { SymbolKind } from '../kubernetes/namings'
import { samePath, type Path } from '../kubernetes/path'
import { meantBy } from './candidates'
import { declarationsOf, SYMBOL_KINDS, type Declaration } from './declarations'

/** Where a name stands: the value at a path, or its key. */
export interface NamePlace {
  readonly path: Path
  readonly part: 'key' | 'value'
}

/** A name at a place, and what declares it. */
export interface SymbolHere extends NamePlace {
  readonly symbol: SymbolKind
  readonly name: string
  /** What the name means; itself where it is declared here, nothing where nobody declares it. */
  readonly declared: readonly Declaration[]
}

/**
 * Takes the documents, a path and which part of the entry there is meant (left out: its value, else its key); gives
 * the symbol that is declared or named there, or null.
 */
export function symbolAt(
  documents: readonly Json[],
  path: Path,
  part?: NamePlace['part'],
): SymbolHere | null {
  const parts: readonly NamePlace['part'][] = part === undefined ? ['value', 'key'] : [part, 'value']
  const mentions = mentionsIn(documents).filter((mention) => samePath(mention.path, path))
  const declarations = SYMBOL_KINDS.flatMap((symbol) => declarationsOf(documents, symbol)).filter(
    (declaration) => samePath(declaration.path, path),
  )
  for (const wanted of parts) {
    const own = declarations.find((declaration) => declaration.part === wanted)
    if (own !== undefined) return { ...placeOf(own), symbol: own.symbol, name: own.name, declared: [own] }
    const mention = mentions.find((candidate) => candidate.part === wanted)
    if (mention !== undefined && mention.name !== '') {
      const declared = meantBy(documents, mention, declarationsOf(documents, mention.symbol))
      return { ...placeOf(mention), symbol: mention.symbol, name: mention.name, declared }
    }
  }
  return null
}

/** Takes the documents, a path and a part as {@link symbolAt} does; gives where the name there is declared, or null. */
export function definitionOf(
  documents: readonly Json[],
  path: Path,
  part?: NamePlace['part'],
): NamePlace | null {
  const [first] = symbolAt(documents, path, part)?.declared ?? []
  return first === undefined ? null : placeOf(first)
}

/** Takes the documents, a path and a part as {@link symbolAt} does; gives all places that name what is declared or named there. */
export function referencesTo(
  documents: readonly Json[],
  path: Path,
  part?: NamePlace['part'],
): readonly NamePlace[] {
  const here = symbolAt(documents, path, part)
  if (here === null) return []
  return mentionsOf(documents, here.symbol)
    .filter(({ means }) =>
      means.some((declaration) => here.declared.some((other) => isSame(other, declaration))),
    )
    .map(({ mention }) => placeOf(mention))
}

/** What is to be renamed together. */
export interface SymbolGroup {
  readonly declarations: readonly Declaration[]
  readonly mentions: readonly Mention[]
}

/**
 * Takes the documents and a symbol in them; gives all that has to have one name with it: what names it, what else
 * these mean (a Service can name a port of several workloads), and so on.
 */
export function groupOf(documents: readonly Json[], { symbol, declared }: SymbolHere): SymbolGroup {
  const all = mentionsOf(documents, symbol)
  const declarations = [...declared]
  const isIn = (declaration: Declaration): boolean => declarations.some((other) => isSame(other, declaration))
  for (let size = 0; size < declarations.length;) {
    size = declarations.length
    for (const { means } of all) {
      if (means.some(isIn)) declarations.push(...means.filter((declaration) => !isIn(declaration)))
    }
  }
  return {
    declarations,
    mentions: all.filter(({ means }) => means.some(isIn)).map(({ mention }) => mention),
  }
}

function mentionsOf(
  documents: readonly Json[],
  symbol: SymbolKind,
): readonly { readonly mention: Mention; readonly means: readonly Declaration[] }[] {
  const declared = declarationsOf(documents, symbol)
  return mentionsIn(documents)
    .filter((mention) => mention.symbol === symbol)
    .map((mention) => ({ mention, means: meantBy(documents, mention, declared) }))
}

const isSame = (a: Declaration, b: Declaration): boolean => a.part === b.part && samePath(a.path, b.path)

const placeOf = ({ path, part }: NamePlace): NamePlace => ({ path, part })
