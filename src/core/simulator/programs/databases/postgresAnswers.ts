import { raw } from '../images/serving'
import type { Handler } from '../images/serving'

/** Answers as PostgreSQL does: a bare connection is taken, `SSLRequest` gets N, `select 1` its table as psql prints it. */
export const answerPostgres: Handler = ({ body }) => {
  if (body === '') return raw('')
  if (body === 'SSLRequest') return raw('N')
  const [, text] = /^\s*select\s+('[^']*'|-?\d+)\s*;?\s*$/i.exec(body) ?? []
  if (text !== undefined) return raw(tableOf(text.replaceAll("'", '')))
  const [, verb = ''] = /^\s*(\w+)/.exec(body) ?? []
  return raw(`${verb.toUpperCase()}\n`)
}

function tableOf(value: string): string {
  const width = Math.max(value.length, '?column?'.length)
  const shown = /^-?\d+$/.test(value) ? value.padStart(width) : value.padEnd(width)
  return ` ${'?column?'.padEnd(width)} \n${'-'.repeat(width + 2)}\n ${shown}\n(1 row)\n\n`
}
