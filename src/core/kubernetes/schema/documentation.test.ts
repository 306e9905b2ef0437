import { describe, expect, it } from 'vitest'
import { documentation, firstSentence, valueTexts } from './documentation'
import { fieldOf, fieldsOf, typeNames } from './schema'

describe('documentation', () => {
  it('is there for nearly every field', async () => {
    const texts = await documentation()
    const fields = typeNames().flatMap((type) => fieldsOf(type))
    const silent = fields.filter((field) => texts.ofField(field) === '')
    expect(silent.map(({ owner, name }) => `${owner}.${name}`).length).toBeLessThan(fields.length / 50)
    expect(texts.ofType('Container')).toContain('application container')
    expect(texts.ofType('toString')).toBe('')
  })

  it('tells what each value means', async () => {
    const texts = await documentation()
    const policy = fieldOf('Container', 'imagePullPolicy')
    expect(policy).not.toBeNull()
    const { text, values } = valueTexts(policy === null ? '' : texts.ofField(policy))
    expect(text).toMatch(/^Image pull policy\..*updating-images$/s)
    expect(values.map(({ value }) => value)).toEqual(['Always', 'IfNotPresent', 'Never'])
    expect(values[2]?.text).toMatch(/^means that kubelet never pulls/)
  })
})

describe('firstSentence', () => {
  it.each([
    ['One. Two.', 'One.'],
    ['Uses e.g. this. Then that.', 'Uses e.g. this.'],
    ['No end', 'No end'],
    ['In v1.2 it is so. Not else.', 'In v1.2 it is so.'],
    ['Broken\nline. More', 'Broken line.'],
    ['What\n\nPossible enum values:\n - `"A"`', 'What'],
    ['', ''],
  ])('of %j is %j', (text, sentence) => {
    expect(firstSentence(text)).toBe(sentence)
  })
})
