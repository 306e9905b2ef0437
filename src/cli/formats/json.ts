import type { CheckedFile } from '../checked'

/** Takes what is said of a file; gives it as JSON lines: an object a document. */
export function jsonLines({ documents }: CheckedFile): string {
  return documents
    .map(({ remarks, ...document }) => {
      const advice = remarks
        .filter(({ source }) => source === 'advice')
        .map(({ id, level, message, path, line }) => ({ id, level, message, path: path.slice(1), line }))
      return `${JSON.stringify({ ...document, advice })}\n`
    })
    .join('')
}
