import { expect, test } from 'vitest'
import { applyEdits } from '../../yaml/source'
import { parse } from '../../yaml/parse'
import { advise } from './advise'

/** What a Pod gets said without any comment: its image has no tag, and so on. */
const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx
`

/** The remarks about comments: level, message and what of the text they are said of. */
function remarks(text: string): readonly (readonly [level: string, message: string, at: string])[] {
  return advise(parse(text))
    .filter(({ range }) => range !== undefined)
    .map(({ level, message, range }) => [level, message, text.slice(range?.start, range?.end)])
}

/** The text after the fix of the first remark about a comment. */
function mended(text: string): string {
  const source = parse(text)
  const fix = advise(source).find(({ range }) => range !== undefined)?.fix
  return fix === undefined || !('rewrite' in fix) ? text : applyEdits(text, fix.rewrite(source))
}

const withComment = (comment: string): string => POD.replace('image: nginx', `image: nginx ${comment}`)

test('a comment that keeps something from being said is not spoken of', () => {
  expect(remarks(withComment('# podwright-ignore: image-without-tag the newest will do'))).toEqual([])
})

test.each([
  ['# podwright-ignore: image-witout-tag', 'image-witout-tag', 'image-without-tag', 'image-witout-tag'],
  ['# podwright-ignore: latest-image for now', 'latest-image', 'image-latest', 'latest-image for now'],
  ['# podwright-ignore: Image_Latest', 'Image_Latest', 'image-latest', 'Image_Latest'],
  ['# podwright-ignore: missing-request so', 'missing-request', 'missing-requests', 'missing-request so'],
])('%j names no rule: the nearest one is proposed', (comment, id, nearest, reason) => {
  expect(remarks(withComment(comment))).toEqual([
    ['warning', `There is no rule ${id}: the comment ignores nothing. Did you mean ${nearest}?`, id],
  ])
  expect(mended(withComment(comment))).toBe(withComment(comment).replace(reason, reason.replace(id, nearest)))
})

test('where no rule is like it, none is proposed', () => {
  const text = withComment('# podwright-ignore: kubernetes')
  expect(remarks(text)).toEqual([
    ['warning', 'There is no rule kubernetes: the comment ignores nothing.', 'kubernetes'],
  ])
  expect(mended(text)).toBe(text)
})

test('a comment without a rule is told how to name one', () => {
  expect(remarks(withComment('# podwright-ignore:'))).toEqual([
    [
      'warning',
      'The comment ignores nothing: it names no rule. Write `# podwright-ignore: <id> reason`.',
      '# podwright-ignore:',
    ],
  ])
})

test.each([
  ['behind an entry', withComment('# podwright-ignore: host-path we know'), POD],
  ['on a line of its own', POD.replace('    - name', '    # podwright-ignore: host-path\n    - name'), POD],
  ['before all, with line breaks of Windows', `# podwright-ignore: host-path\r\n${POD}`, POD],
  ['at the end, without a line break', `${POD}# podwright-ignore: host-path`, POD],
])('a comment %s that ignores nothing is worth a hint, and goes by one click', (_, text, expected) => {
  expect(remarks(text)).toEqual([
    ['info', 'There is nothing here to ignore: host-path says nothing of what follows.', 'host-path'],
  ])
  expect(mended(text)).toBe(expected)
})

test('of several comments each is told, and mended, by itself', () => {
  const text = `# podwright-ignore: host-path\n# podwright-ignore: image-without-tag\n# podwright-ignore: host-paths\n${POD}`
  expect(remarks(text).map(([level, , at]) => [level, at])).toEqual([
    ['info', 'host-path'],
    ['warning', 'host-paths'],
  ])
  const source = parse(text)
  const [, second] = advise(source).filter(({ range }) => range !== undefined)
  const fix = second?.fix
  if (fix === undefined || !('rewrite' in fix)) throw new Error('no fix')
  expect(applyEdits(text, fix.rewrite(source))).toBe(text.replace('host-paths', 'host-path'))
  expect(fix.rewrite(parse(POD))).toEqual([])
})

test('comments without any document are nobody’s', () => {
  expect(remarks('# podwright-ignore: nonsense\n')).toEqual([])
})
