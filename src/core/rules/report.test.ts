import { describe, expect, it } from 'vitest'
import { FieldPath } from './fieldPath'
import { goJson, goMap, quoted } from './goText'
import { Report } from './report'

const root = FieldPath.root(2)

describe('FieldPath', () => {
  const containers = root.child('spec', 'containers')
  it.each([
    [root, '', [2]],
    [containers.index(0).child('name'), 'spec.containers[0].name', [2, 'spec', 'containers', 0, 'name']],
    [root.child('limits').key('nvidia.com/gpu'), 'limits[nvidia.com/gpu]', [2, 'limits', 'nvidia.com/gpu']],
    [
      root.child('template').printedAs('.labels', 'metadata', 'labels'),
      'template.labels',
      [2, 'template', 'metadata', 'labels'],
    ],
    [
      containers.printedAs('.subPath', 3, 'subPath'),
      'spec.containers.subPath',
      [2, 'spec', 'containers', 3, 'subPath'],
    ],
    [root.child('context').printedAs('.share'), 'context.share', [2, 'context']],
  ] as const)('%s', (field, printed, path) => {
    expect(String(field)).toBe(printed)
    expect(field.path).toEqual(path)
  })
})

describe('Report', () => {
  const said = (say: (report: Report) => void): string[] => {
    const report = new Report()
    say(report)
    return report.errors.map(({ reason, message }) => `${reason} ${message}`)
  }
  it.each<readonly [(report: Report) => void, string]>([
    [(report) => report.required(root), 'FieldValueRequired Required value'],
    [(report) => report.required(root, 'why'), 'FieldValueRequired Required value: why'],
    [(report) => report.invalid(root, 'a"b', 'no'), String.raw`FieldValueInvalid Invalid value: "a\"b": no`],
    [(report) => report.invalid(root, 5, ''), 'FieldValueInvalid Invalid value: 5'],
    [(report) => report.invalid(root, true, 'x'), 'FieldValueInvalid Invalid value: true: x'],
    [(report) => report.invalid(root, undefined, 'x'), 'FieldValueInvalid Invalid value: null: x'],
    [
      (report) => report.invalid(root, { A: null, B: ['<'] }, 'x'),
      String.raw`FieldValueInvalid Invalid value: {"A":null,"B":["\u003c"]}: x`,
    ],
    [(report) => report.invalidUnshown(root, 'x'), 'FieldValueInvalid Invalid value: x'],
    [
      (report) => report.notSupported(root, 'a', ['b', 'c']),
      'FieldValueNotSupported Unsupported value: "a": supported values: "b", "c"',
    ],
    [(report) => report.duplicate(root, 'a'), 'FieldValueDuplicate Duplicate value: "a"'],
    [(report) => report.forbidden(root, 'x'), 'FieldValueForbidden Forbidden: x'],
    [(report) => report.tooLong(root, 63), 'FieldValueTooLong Too long: may not be more than 63 bytes'],
    [(report) => report.tooLong(root, 1), 'FieldValueTooLong Too long: may not be more than 1 byte'],
    [(report) => report.tooMany(root, 11, 10), 'FieldValueTooMany Too many: 11: must have at most 10 items'],
    [(report) => report.notFound(root, 'a'), 'FieldValueNotFound Not found: "a"'],
    [(report) => report.notFound(root, 'a', 'x'), 'FieldValueNotFound Not found: "a": x'],
  ])('%s', (say, message) => {
    expect(said(say)).toEqual([message])
  })
})

describe("Go's texts", () => {
  it.each([
    ['a\tb\n', String.raw`"a\tb\n"`],
    ['\u0000\u0007\u007f', String.raw`"\x00\a\x7f"`],
    ['grün 😀', '"grün 😀"'],
    ['\u00a0\u200b', String.raw`"\u00a0\u200b"`],
    ['back\\slash "quote"', String.raw`"back\\slash \"quote\""`],
  ])('%j is quoted as %s', (text, want) => {
    expect(quoted(text)).toBe(want)
  })

  it('maps go by the alphabet, structs do not', () => {
    expect(goJson(goMap({ b: '1', a: '2' }))).toBe('{"a":"2","b":"1"}')
    expect(goJson({ B: '1', A: '2' })).toBe('{"B":"1","A":"2"}')
    expect(goMap(undefined)).toBeNull()
  })
})
