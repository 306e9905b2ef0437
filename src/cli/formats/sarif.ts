import { pathToFileURL } from 'node:url'
import { isAbsolute, sep } from 'node:path'
import type { CheckedFile, Remark } from '../checked'

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const

/** Takes all that is said and the program's version; gives it as one SARIF 2.1.0 log (OASIS), for code scanning. */
export function sarif(files: readonly CheckedFile[], version: string): string {
  const results = files.flatMap(({ file, documents }) =>
    documents.flatMap(({ remarks }) => remarks.map((remark) => resultOf(file, remark))),
  )
  const rules = [...new Set(results.map(({ ruleId }) => ruleId))].map((id) => ({ id }))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'podwright', version, rules } }, results }],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function resultOf(file: string, { told, id, message, line, column }: Remark) {
  const uri = isAbsolute(file) ? pathToFileURL(file).href : file.split(sep).map(encodeURIComponent).join('/')
  return {
    ruleId: id,
    level: LEVELS[told],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file === '-' ? 'stdin' : uri },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  }
}
