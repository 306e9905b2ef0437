import { outlineOf } from '../../core/completion/outline'
import type { Json } from '../../core/kubernetes/json'
import { samePath } from '../../core/kubernetes/path'
import { renameProblem, renameSymbol } from '../../core/symbols/renameSymbol'
import { definitionOf, groupOf, referencesTo, symbolAt, type NamePlace } from '../../core/symbols/symbols'
import { useDesigner } from '../../store/designer'
import { monaco, type Editor } from './monaco'
import { OVERFLOW } from './overflow'
import { rangeOf } from './rangeOf'

type Model = monaco.editor.ITextModel

/** Monaco's own notices of such things go to the console alone. */
type Messages = monaco.editor.IEditorContribution & {
  showMessage(message: string, position: monaco.IPosition): void
}

/** The box for the new name is outside the editor, where Monaco does not listen for its own keys. */
const BOX_KEYS: Readonly<Record<string, string>> = { Enter: 'acceptRenameInput', Escape: 'cancelRenameInput' }

const isInRenameBox = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.rename-box') !== null

/**
 * Takes an editor; goes from names to what declares them (F12, Ctrl+click), lists what names something (Shift+F12)
 * and renames it everywhere (F2), as one step of the store's timeline. Until disposed of.
 */
export function attachSymbols(editor: Editor): monaco.IDisposable {
  const languages = monaco.languages
  const providers = [
    languages.registerDefinitionProvider('yaml', {
      provideDefinition: (model, position) => {
        const there = model === editor.getModel() ? lookAt(model, position) : null
        if (there === null) return null
        const { outline, token } = there
        const place = definitionOf(outline.documents, token.path, token.role)
        return place === null ? null : locationsOf(model, there, [place])
      },
    }),
    languages.registerReferenceProvider('yaml', {
      provideReferences: (model, position, { includeDeclaration }) => {
        const there = model === editor.getModel() ? lookAt(model, position) : null
        if (there === null) return null
        const { outline, token } = there
        const declared = symbolAt(outline.documents, token.path, token.role)?.declared ?? []
        const places = referencesTo(outline.documents, token.path, token.role)
        return locationsOf(model, there, includeDeclaration ? [...declared, ...places] : places)
      },
    }),
    languages.registerRenameProvider('yaml', {
      resolveRenameLocation: (model, position) => {
        const there = lookAt(model, position)
        const symbol = there && symbolAt(there.outline.documents, there.token.path, there.token.role)
        const token = there?.outline.tokens.find((each) => symbol !== null && isAt(symbol, each))
        const range = token === undefined ? monaco.Range.fromPositions(position) : rangeOf(model, token)
        const reason = whyNot(there, symbol)
        return { range, text: symbol?.name ?? '', ...(reason === null ? {} : { rejectReason: reason }) }
      },
      provideRenameEdits: (model, position, name) => {
        const { manifest, edit } = useDesigner.getState()
        const token = lookAt(model, position)?.token
        if (token === undefined) return { edits: [] }
        const problem = renameProblem(manifest, token.path, name, token.role)
        if (problem === null) edit(renameSymbol(token.path, name, token.role))
        else
          editor.getContribution<Messages>('editor.contrib.messageController')?.showMessage(problem, position)
        const places = placesOf(manifest, token)
        // The text comes from the store, as after any edit; what Monaco has to be told is that there is no more to do.
        if (problem === null) edit(renameSymbol(token.path, name, token.role))
        const message = problem ?? `Renamed in ${places} ${places === 1 ? 'place' : 'places'}`
        editor.getContribution<Messages>('editor.contrib.messageController')?.showMessage(message, position)
        return { edits: [], rejectReason: message }
      },
    }),
  ]
  const onKeyDown = (event: KeyboardEvent): void => {
    const command = Object.hasOwn(BOX_KEYS, event.key) ? BOX_KEYS[event.key] : undefined
    if (command === undefined || event.isComposing || !isInRenameBox(event.target)) return
    event.preventDefault()
    event.stopPropagation()
    editor.trigger('keyboard', command, null)
  }
  OVERFLOW.addEventListener('keydown', onKeyDown)
  return {
    dispose: () => {
      OVERFLOW.removeEventListener('keydown', onKeyDown)
      providers.forEach((provider) => provider.dispose())
    },
  }
}

/** The key or value at a position, and all others. */
function lookAt(model: Model, position: monaco.Position) {
  const outline = outlineOf(model.getValue())
  const offset = model.getOffsetAt(position)
  const token = outline.tokens.find(({ start, end }) => start <= offset && offset <= end)
  return token === undefined ? null : { outline, token }
}

type Look = NonNullable<ReturnType<typeof lookAt>>

const isAt = (place: NamePlace, { path, role }: Look['token']): boolean =>
  role === place.part && samePath(path, place.path)

function locationsOf(
  model: Model,
  { outline }: Look,
  places: readonly NamePlace[],
): monaco.languages.Location[] {
  return places.flatMap((place) => {
    const token = outline.tokens.find((each) => isAt(place, each))
    return token === undefined ? [] : [{ uri: model.uri, range: rangeOf(model, token) }]
  })
}

/** In how many places the name stands that stands at a token. */
function placesOf(documents: readonly Json[], { path, role }: Look['token']): number {
  const symbol = symbolAt(documents, path, role)
  if (symbol === null) return 0
  const { declarations, mentions } = groupOf(documents, symbol)
  return declarations.length + mentions.length
}

/** Why nothing can be renamed there, or null. */
function whyNot(there: Look | null, symbol: ReturnType<typeof symbolAt>): string | null {
  const { problem } = useDesigner.getState().source
  if (problem !== null) return `Names can be changed once the YAML can be read (line ${problem.line}).`
  if (there === null || symbol === null) return 'No name that can be changed stands here.'
  // The name it has is no news: what is wrong otherwise is.
  return symbol.declared.length > 0
    ? null
    : renameProblem(there.outline.documents, there.token.path, symbol.name, there.token.role)
}
