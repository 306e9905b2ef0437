import type { Advice } from './advice'
import { ADVICE, TOPICS } from './list'

/** Gives the page that explains every rule, in Markdown: what `docs/rules.md` is made of. */
export function rulesPage(): string {
  return [
    '# Rules',
    INTRODUCTION,
    ...TOPICS.flatMap(({ topic, rules }) => [
      `## ${topic}`,
      table(rules),
      ...rules.flatMap((advice) => section(advice)),
    ]),
    '',
  ].join('\n\n')
}

const INTRODUCTION = `What the API server lets pass and production punishes: ${ADVICE.length} rules. The server's own words are not
among them; Podwright says those besides.

A rule is switched off by a comment that names it, with a reason: \`# podwright-ignore: <id> reason\`. Before a field or an
item it is about that one; behind an entry, about that entry; at the top of the text, about the whole design; before another
document, about that document. When the comment goes the rule is back. A comment that names no rule is warned of, one that
switches nothing off is worth a hint.

This page is made by \`npm run docs:rules\` out of \`src/core/rules/advice\`: change the rule, not the page.`

function table(rules: readonly Advice[]): string {
  const rows = rules.map(({ id, level, title, fix }) => {
    return `| [\`${id}\`](#${id}) | ${level} | ${title} | ${fix === undefined ? '' : fix.label} |`
  })
  return ['| rule | level | what | by one click |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

function section({ id, level, title, why, mend, bad, good, docs }: Advice): readonly string[] {
  return [
    `### ${id}`,
    `**${title}** (${level}). ${why}`,
    `${mend} [More at kubernetes.io](${docs}).`,
    `Instead of\n\n${yaml(bad)}`,
    `write\n\n${yaml(good)}`,
  ]
}

function yaml(text: string): string {
  return `\`\`\`yaml\n${text}\`\`\``
}
