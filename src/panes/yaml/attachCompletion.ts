import { complete, type Candidate } from '../../core/completion/complete'
import { cardOf } from '../../core/completion/hover'
import { documentation, firstSentence, NO_DOCUMENTATION } from '../../core/kubernetes/schema/documentation'
import { monaco, type Editor } from './monaco'
import { openSuggestionDocs } from './openSuggestionDocs'
import { rangeOf } from './rangeOf'

/**
 * Takes an editor; offers the keys and values that could stand where somebody types, with what they mean.
 * Until disposed of.
 */
export function attachCompletion(editor: Editor): monaco.IDisposable {
  const shown = new WeakMap<monaco.languages.CompletionItem, Candidate>()
  openSuggestionDocs()
  return monaco.languages.registerCompletionItemProvider('yaml', {
    triggerCharacters: [' '],
    provideCompletionItems: (model, position, { triggerKind }) => {
      if (model !== editor.getModel()) return null
      const before = model.getLineContent(position.lineNumber).slice(0, position.column - 1)
      const isTyped = triggerKind === monaco.languages.CompletionTriggerKind.TriggerCharacter
      // A space that ends a key or a dash asks what comes next; one that indents asks nothing.
      if (isTyped && !/[:-] $/.test(before)) return null
      const text = model.getValue()
      const completion = complete(text, model.getOffsetAt(position))
      if (completion === null) return null
      const range = rangeOf(model, completion.range)
      const quote = /^["']/.exec(text.slice(completion.range.start))?.[0] ?? ''
      const suggestions = completion.candidates.map((candidate, index) => {
        const item = itemOf(candidate, index, range, quote)
        shown.set(item, candidate)
        return item
      })
      return { suggestions }
    },
    resolveCompletionItem: async (item) => {
      const field = shown.get(item)?.field
      if (!field) return item
      const texts = await documentation().catch(() => NO_DOCUMENTATION)
      const { label } = shown.get(item) ?? {}
      const card = cardOf(field, texts, label ?? null)
      const meaning = card.values.find(({ value }) => value === label)?.text ?? ''
      const words = meaning === '' ? firstSentence(texts.ofField(field)) : `${label} ${meaning}`
      // Plain text: a screen reader reads it to the letter.
      return { ...item, documentation: `${card.facts.join(' · ')}\n\n${words}` }
    },
  })
}

const KINDS = {
  key: monaco.languages.CompletionItemKind.Property,
  value: monaco.languages.CompletionItemKind.EnumMember,
  name: monaco.languages.CompletionItemKind.Reference,
} as const

function itemOf(
  { label, insert, is, detail, deprecated, goesOn }: Candidate,
  index: number,
  range: monaco.Range,
  quote: string,
): monaco.languages.CompletionItem {
  return {
    label: { label, description: detail },
    kind: KINDS[is],
    insertText: insert,
    // The core has indented it already.
    insertTextRules: monaco.languages.CompletionItemInsertTextRule.KeepWhitespace,
    filterText: quote + label.replace(/^- (?=.)/, ''),
    sortText: String(index).padStart(4, '0'),
    range,
    tags: deprecated ? [monaco.languages.CompletionItemTag.Deprecated] : [],
    ...(goesOn ? { command: { id: 'editor.action.triggerSuggest', title: 'Suggest' } } : {}),
  }
}
