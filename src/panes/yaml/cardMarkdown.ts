import type { Card } from '../../core/completion/hover'

/** Takes what is known of a field; gives it as Markdown, all of it. */
export function cardMarkdown({
  name,
  facts,
  text,
  values,
}: Pick<Card, 'name' | 'facts' | 'text' | 'values'>): string {
  const head = [`**${plainMarkdown(name)}**`, ...facts.map((fact) => plainMarkdown(fact))].join(' · ')
  const meanings = values.filter((row) => row.text !== '')
  const list = meanings.map((row) => `- \`${row.value}\` ${plainMarkdown(row.text)}`).join('\n')
  return [head, plainMarkdown(text), list].filter((part) => part !== '').join('\n\n')
}

/** Takes plain text, as Kubernetes documents its fields; gives Markdown that shows it, with links where addresses are. */
export function plainMarkdown(text: string): string {
  return text.replaceAll(
    /(`[^`\n]+`)|(https?:\/\/[^\s<>)"]*[^\s<>)".,;:])|([\\`*_[\]<>#|~])/g,
    (_whole, code: string | undefined, address: string | undefined, sign: string | undefined) =>
      code ?? (address === undefined ? `\\${sign}` : `<${address}>`),
  )
}
