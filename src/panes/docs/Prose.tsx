import styles from './docs.module.css'

/** Addresses, and what stands in backticks. */
const PARTS = /(`[^`\n]+`|https?:\/\/[^\s<>)"]*[^\s<>)".,;:])/

/** Takes plain text, as Kubernetes documents its fields; shows it with links where addresses are. */
export function Prose({ text }: { readonly text: string }) {
  return text.split(PARTS).map((part, index) => {
    // Every second part is what the pattern found; nothing in a part is kept between two texts.
    const key = `${String(index)} ${part}`
    if (index % 2 === 0) return part
    if (part.startsWith('`')) return <code key={key}>{part.slice(1, -1)}</code>
    return (
      <a key={key} className={styles.link} href={part} target="_blank" rel="noreferrer">
        {part.replace(/^https?:\/\//, '')}
      </a>
    )
  })
}
