import { beforeEach, describe, expect, it } from 'vitest'
import type { Change } from '../core/kubernetes/change'
import { isArray, isObject } from '../core/kubernetes/json'
import { beginSession, sessionOf, useDesigner } from './designer'

const TEXT = `kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: nginx
    - name: busybox
`
const now = useDesigner.getState

/** Sets metadata.name of the first document. */
const named =
  (name: string): Change =>
  ([pod]) => {
    if (isObject(pod) && isObject(pod.metadata)) pod.metadata.name = name
    return [0, 'metadata', 'name']
  }

const dropFirstContainer: Change = ([pod]) => {
  if (isObject(pod) && isObject(pod.spec) && isArray(pod.spec.containers)) pod.spec.containers.shift()
  return undefined
}

const nameNow = (): unknown => {
  const [pod] = now().manifest
  return isObject(pod) && isObject(pod.metadata) ? pod.metadata.name : undefined
}

/** Types a text letter by letter at an offset. */
function typeAt(offset: number, text: string): void {
  Array.from(text).forEach((letter, i) => {
    now().type([{ start: offset + i, end: offset + i, insert: letter }])
  })
}

const steps = (): number => now().history.at

beforeEach(() => now().resume(beginSession(TEXT)))

describe('edit', () => {
  it('changes documents and text in one transition and selects what the change returns', () => {
    let transitions = 0
    const stop = useDesigner.subscribe(() => transitions++)
    now().edit(named('shop'), 'metadata.name')
    stop()
    expect(transitions).toBe(1)
    expect(nameNow()).toBe('shop')
    expect(now().source.text).toContain('name: shop')
    expect(now().manifest).toBe(now().source.documents)
    expect(now().selected).toEqual([0, 'metadata', 'name'])
    expect(now().revision.origin).toBe('edit')
    expect(now().revision.edits.length).toBeGreaterThan(0)
  })

  it('leaves no trace when nothing changes', () => {
    const { source, revision } = now()
    now().edit(named('web'))
    expect(now().source).toBe(source)
    expect(now().revision).toBe(revision)
    expect(steps()).toBe(0)
  })

  it('merges the same topic in a row into one step', () => {
    for (const name of ['s', 'sh', 'shop']) now().edit(named(name), 'metadata.name')
    expect(steps()).toBe(1)
    now().undo()
    expect(now().source.text).toBe(TEXT)
    expect(now().canUndo).toBe(false)
  })

  it('keeps what was written when all of it is taken away', () => {
    for (const name of ['s', 'sh', 'shop', 'x']) now().edit(named(name), 'metadata.name')
    now().undo()
    expect(nameNow()).toBe('shop')
  })

  it('begins a new step with another topic, without a topic, after undo, and after selecting elsewhere', () => {
    now().edit(named('a'), 'metadata.name')
    now().edit(named('b'), 'other')
    now().edit(named('c'))
    now().edit(named('d'))
    expect(steps()).toBe(4)
    now().edit(named('e'), 'metadata.name')
    now().select([0])
    now().edit(named('f'), 'metadata.name')
    expect(steps()).toBe(6)
    now().undo()
    now().edit(named('g'), 'metadata.name')
    expect(steps()).toBe(6)
    now().undo()
    expect(nameNow()).toBe('e')
  })

  it('forgets a step that comes back to where it began', () => {
    now().edit(named('we'), 'metadata.name')
    now().edit(named('web'), 'metadata.name')
    expect(now().source.text).toBe(TEXT)
    expect(now().canUndo).toBe(false)
  })

  it('does nothing while the text cannot be read', () => {
    now().type('a: [')
    now().edit(named('shop'))
    expect(now().source.text).toBe('a: [')
  })

  it('drops the selection of a removed item to its list, and undo brings it back', () => {
    now().select([0, 'spec', 'containers', 0])
    now().edit(dropFirstContainer)
    expect(now().selected).toEqual([0, 'spec', 'containers'])
    now().undo()
    expect(now().selected).toEqual([0, 'spec', 'containers', 0])
    now().redo()
    expect(now().selected).toEqual([0, 'spec', 'containers'])
  })

  it('keeps the selection on an item whose index changes', () => {
    now().select([0, 'spec', 'containers', 1])
    now().edit(dropFirstContainer)
    expect(now().selected).toEqual([0, 'spec', 'containers', 0])
  })

  it('throws where a view writes into the documents', () => {
    const [pod] = now().manifest
    expect(() => {
      if (isObject(pod)) pod.kind = 'Job'
    }).toThrow(TypeError)
  })
})

describe('focusedField', () => {
  const FIELD = [0, 'spec', 'replicas']

  it('is what the form says it is, until something else is selected', () => {
    now().select([0, 'spec'], FIELD)
    expect(now()).toMatchObject({ selected: [0, 'spec'], focusedField: FIELD })
    now().edit(dropFirstContainer)
    expect(now().focusedField).toEqual(FIELD)
    now().select([0, 'spec'])
    expect(now().focusedField).toBeNull()
  })

  it('goes with the selection: by selecting, by an edit that selects, by undo', () => {
    now().select([0, 'spec'], FIELD)
    now().select([0])
    expect(now().focusedField).toBeNull()
    now().select([0, 'spec'], FIELD)
    now().edit(() => [0, 'metadata'])
    expect(now()).toMatchObject({ selected: [0, 'metadata'], focusedField: null })
    now().edit(named('shop'))
    now().select([0, 'spec'], FIELD)
    now().undo()
    expect(now().focusedField).toBeNull()
  })
})

describe('type', () => {
  it('keeps the last readable manifest, inert, while the text has a problem', () => {
    const { manifest } = now()
    now().type(`${TEXT}a: [`)
    expect(now().source.problem).not.toBeNull()
    expect(now().manifest).toBe(manifest)
    expect(now().readable.text).toBe(TEXT)
    now().type(`${TEXT}a: []`)
    expect(now().source.problem).toBeNull()
    expect(now().manifest).toBe(now().source.documents)
  })

  it('keeps the very same documents while only comments and spaces change', () => {
    const { manifest } = now()
    now().type(`# web\n${TEXT}`)
    expect(now().manifest).toBe(manifest)
    expect(now().source.documents).toBe(manifest)
    now().type(`# web\n${TEXT}a: [`)
    now().type(`# shop\n${TEXT}`)
    expect(now().manifest).toBe(manifest)
  })

  it('does nothing for the same text', () => {
    const { revision } = now()
    now().type(TEXT)
    now().type([])
    now().type([{ start: 0, end: 4, insert: 'kind' }])
    expect(now().revision).toBe(revision)
    expect(steps()).toBe(0)
  })

  it('takes an empty text as a value', () => {
    now().type('')
    expect(now().source).toMatchObject({ text: '', documents: [], problem: null })
    expect(now().manifest).toEqual([])
    now().undo()
    expect(now().source.text).toBe(TEXT)
  })

  it('merges a burst of typing, and begins anew at a new line or elsewhere', () => {
    typeAt(0, '# hi')
    expect(steps()).toBe(1)
    typeAt(4, '\n')
    typeAt(5, '# there')
    expect(steps()).toBe(2)
    typeAt(0, '#')
    expect(steps()).toBe(3)
    now().undo()
    now().undo()
    expect(now().source.text).toBe(`# hi${TEXT}`)
    now().undo()
    expect(now().source.text).toBe(TEXT)
  })

  it('does not join typing across an edit by form', () => {
    typeAt(TEXT.length, '#')
    now().edit(named('shop'), 'metadata.name')
    typeAt(now().source.text.length, '#')
    expect(steps()).toBe(3)
  })
})

describe('undo and redo', () => {
  it('walk one timeline over every way of editing', () => {
    const texts = [TEXT]
    now().edit(named('a'), 'one')
    texts.push(now().source.text)
    typeAt(0, '# x')
    typeAt(3, '\n')
    texts.push(`# x${texts[1]}`, now().source.text)
    now().open('kind: Job\n')
    texts.push(now().source.text)
    for (const text of texts.toReversed()) {
      expect(now().source.text).toBe(text)
      now().undo()
    }
    for (const text of texts) {
      expect(now().source.text).toBe(text)
      now().redo()
    }
    expect(now().canRedo).toBe(false)
  })

  it('tell the editor what they did to the text', () => {
    now().edit(named('shop'))
    now().undo()
    expect(now().revision).toMatchObject({ origin: 'history', edits: [{ insert: expect.any(String) }] })
  })

  it('go back at least 500 steps', () => {
    for (let i = 0; i < 700; i++) now().edit(named(`name-${i}`))
    for (let i = 0; i < 700; i++) now().undo()
    expect(now().source.text).toBe(TEXT)
  })

  it('do nothing at either end', () => {
    const { revision } = now()
    now().undo()
    now().redo()
    expect(now().revision).toBe(revision)
  })
})

describe('resume', () => {
  it('swaps designs, each with its own history', () => {
    now().edit(named('shop'))
    const first = sessionOf(now())
    now().resume(beginSession('kind: Job\n'))
    expect(now().canUndo).toBe(false)
    now().resume(first)
    expect(nameNow()).toBe('shop')
    now().undo()
    expect(now().source.text).toBe(TEXT)
  })
})
