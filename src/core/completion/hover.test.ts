import { describe, expect, it } from 'vitest'
import { goldenManifests } from '../../golden/texts'
import { documentation } from '../kubernetes/schema/documentation'
import { parse } from '../yaml/parse'
import type { Path } from '../kubernetes/path'
import { cardAt, cardOf, hoverAt } from './hover'
import { outlineOf } from './outline'
import { typeHere } from './place'

const TEXT = `apiVersion: v1
kind: Pod
spec:
  containers:
    - name: web
      imagePullPolicy: Never
      env: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]
      resources:
        limits:
          cpu: 1
  terminationGracePeriodSeconds: 5
  serviceAccount: x
  hostnameOverride: y
  nonsense: z
  rest
`

describe('hoverAt', () => {
  it.each([
    ['kind', 'Pod.kind', null],
    ['spec', 'Pod.spec', null],
    ['containers', 'PodSpec.containers', null],
    ['web', 'Container.name', 'web'],
    ['Never', 'Container.imagePullPolicy', 'Never'],
    ['fieldPath', 'ObjectFieldSelector.fieldPath', null],
    ['cpu', 'ResourceRequirements.limits', null],
    ['nonsense', null, null],
    ['rest', null, null],
  ])('%s', (word, field, value) => {
    const hover = hoverAt(TEXT, TEXT.indexOf(word) + 1)
    expect(hover && `${hover.field.owner}.${hover.field.name}`).toBe(field)
    if (hover) {
      expect(hover.value).toBe(value)
      expect(TEXT.slice(hover.range.start, hover.range.end)).toBe(word)
    }
  })

  it('is null between words', () => {
    expect(hoverAt(TEXT, TEXT.indexOf('  containers'))).toBeNull()
  })

  it.each(goldenManifests())('$file: something is said of its keys that are fields', async ({ text }) => {
    const texts = await documentation()
    const { documents } = parse(text)
    const keys = outlineOf(text).tokens.filter((token) => token.role === 'key')
    const step = Math.ceil(keys.length / 50)
    for (const { start, path } of keys.filter((_, index) => index % step === 0)) {
      if (typeHere(documents, path.slice(0, -1))?.is !== 'object') continue
      const hover = hoverAt(text, start)
      expect([path, hover?.path]).toEqual([path, path])
      if (hover) expect([path, cardOf(hover.field, texts).facts.length > 0]).toEqual([path, true])
    }
  })
})

describe('cardOf', () => {
  it.each([
    ['containers', ['list of Container', 'required']],
    ['imagePullPolicy', ['text', 'one of Always, IfNotPresent, Never']],
    ['terminationGracePeriodSeconds', ['whole number', 'default 30']],
    ['serviceAccount', ['text', 'deprecated']],
    ['hostnameOverride', ['text', 'needs the feature gate HostnameOverride']],
  ])('%s', async (word, facts) => {
    const hover = hoverAt(TEXT, TEXT.indexOf(word))
    const card = hover && cardOf(hover.field, await documentation())
    expect(card?.name).toBe(word)
    expect(card?.facts).toEqual(facts)
    expect(card?.text).not.toBe('')
  })

  it('on a value, says what that value means', async () => {
    const hover = hoverAt(TEXT, TEXT.indexOf('Never'))
    const card = hover && cardOf(hover.field, await documentation(), hover.value)
    expect(card?.values.map(({ value }) => value)).toEqual(['Never'])
  })

  it('says what each value means, where the API does not, and how the field is written', async () => {
    const hover = hoverAt('apiVersion: batch/v1\nkind: CronJob\nspec:\n  concurrencyPolicy: Forbid\n', 45)
    const card = hover && cardOf(hover.field, await documentation())
    expect(card?.values.map(({ value }) => value).toSorted()).toEqual(['Allow', 'Forbid', 'Replace'])
    expect(card?.values.filter(({ text }) => text === '')).toEqual([])
    expect(card?.example).toBe('concurrencyPolicy: Allow')
    expect(card?.reference).toMatch(/#cronjobspec-v1-batch$/)
  })

  it('keeps the addresses of pages that say more', async () => {
    const hover = hoverAt(TEXT, TEXT.indexOf('imagePullPolicy'))
    const card = hover && cardOf(hover.field, await documentation())
    expect(card?.text).toContain('https://kubernetes.io/docs/concepts/containers/images')
  })
})

describe('cardAt', () => {
  const { documents } = parse(TEXT.replace('  rest\n', '').replace('rest\n', ''))

  it.each<[Path, string | null, string]>([
    [[0], 'Pod', ''],
    [[0, 'spec', 'containers'], 'containers', 'containers:\n  - name: web\n    image: nginx:1.27'],
    [[0, 'spec', 'containers', 0], 'Container', ''],
    [[0, 'spec', 'containers', 0, 'env', 0, 'valueFrom'], 'valueFrom', 'valueFrom:\n  configMapKeyRef:'],
    [[0, 'spec', 'containers', 0, 'resources', 'limits', 'cpu'], 'limits', 'limits:\n  cpu: 500m'],
    // Nothing stands there yet: the form is about it all the same.
    [[0, 'spec', 'containers', 0, 'workingDir'], 'workingDir', 'workingDir: /srv'],
    [[0, 'spec', 'nonsense'], null, ''],
    [[7], null, ''],
    [[], null, ''],
  ])('%j: %s', async (path, name, example) => {
    const card = cardAt(documents, path, await documentation())
    expect(card?.name ?? null).toBe(name)
    if (card === null) return
    expect(card.text).not.toBe('')
    if (example === '') expect(card.example).toBe('')
    else expect(card.example).toContain(example)
  })
})
