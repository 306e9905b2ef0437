import type { Field } from './field'

/** Kubernetes' own words on its types and fields. Fetched when they are first asked for: they are most of the schema. */
export interface Documentation {
  /** Takes a field; gives what it is about ('' where nothing is said). */
  readonly ofField: (field: Field) => string
  /** Takes a type's name; gives what it is about. */
  readonly ofType: (type: string) => string
}

/** For when there is none to be had. */
export const NO_DOCUMENTATION: Documentation = { ofField: () => '', ofType: () => '' }

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>

let fetched: Promise<Documentation> | undefined

/** Gives the documentation; fetches it the first time. Where that fails, the next call tries anew. */
export function documentation(): Promise<Documentation> {
  fetched ??= fetchTexts().catch((failure: unknown) => {
    fetched = undefined
    throw failure
  })
  return fetched
}

async function fetchTexts(): Promise<Documentation> {
  const { default: texts } = await import('./documentation-1.36.json')
  return documentationFrom(texts)
}

function documentationFrom(texts: Texts): Documentation {
  const textOf = (type: string, name: string): string => {
    const ofType = Object.hasOwn(texts, type) ? texts[type] : undefined
    return ofType !== undefined && Object.hasOwn(ofType, name) ? (ofType[name] ?? '') : ''
  }
  return {
    ofField: ({ owner, name }) => textOf(owner, name),
    ofType: (type) => textOf(type, ''),
  }
}

/** What is said of one value of a field. */
export interface ValueText {
  readonly value: string
  readonly text: string
}

/** Takes a field's documentation; gives its text without the list of values, and the values with what is said of each. */
export function valueTexts(text: string): { readonly text: string; readonly values: readonly ValueText[] } {
  const [about = '', list = ''] = text.split(/\s*Possible enum values:\n?/)
  const values = [...list.matchAll(/^ - `"?([^`"]*)"?`(.*(?:\n(?! - ).*)*)/gm)]
  return {
    text: about.trim(),
    values: values.map(([, value = '', words = '']) => ({ value, text: words.trim() })),
  }
}

/** Takes a field's documentation; gives its first sentence. */
export function firstSentence(text: string): string {
  return sentences(text).first
}

/** Takes a documentation; gives its first sentence, and what follows. */
export function sentences(text: string): { readonly first: string; readonly rest: string } {
  const [about = ''] = text.split(/\s*Possible enum values:|\n\n/)
  const end = /[.!?](?=\s|$)(?<!\b(?:e\.g|i\.e|etc|vs)\.)/.exec(about)
  const first = end === null ? about : about.slice(0, end.index + 1)
  return { first: first.replaceAll(/\s+/g, ' ').trim(), rest: text.slice(first.length).trim() }
}
