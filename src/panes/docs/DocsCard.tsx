import { ExternalLink, X } from 'lucide-react'
import type { MouseEvent } from 'react'
import type { Card } from '../../core/completion/hover'
import { sentences, type ValueText } from '../../core/kubernetes/schema/documentation'
import { useDesigner } from '../../store/designer'
import { useFilledIn } from '../../store/lens'
import { useScreen } from '../../store/screen'
import { IconButton } from '../../ui/IconButton'
import styles from './docs.module.css'
import { Prose } from './Prose'
import { useCard } from './useCard'

/** What Kubernetes says of the field in focus, in the form or in the YAML. Shown while it is wanted (F1). */
export function DocsCard() {
  const isOpen = useScreen((screen) => screen.isDocsOpen)
  return isOpen ? <OpenCard /> : null
}

function OpenCard() {
  const card = useCard()
  const known = card ?? null
  const { first, rest } = sentences(known?.text ?? '')
  return (
    <section aria-label="Docs" className={styles.card}>
      <header className={styles.head}>
        <h2 className={styles.title}>{known?.name ?? 'Docs'}</h2>
        <IconButton label="Close the docs" keys="F1" side="top" onClick={close}>
          <X aria-hidden />
        </IconButton>
      </header>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.body} tabIndex={0}>
        <div aria-live="polite" className={styles.told}>
          {known !== null && <Facts card={known} />}
          <FilledIn />
          {first === '' ? null : (
            <p className={styles.first}>
              <Prose text={first} />
            </p>
          )}
          {card === null ? <p>Go to a field, in the form or in the YAML: what it means shows here.</p> : null}
        </div>
        {known !== null && <Rest card={known} rest={rest} />}
      </div>
    </section>
  )
}

/** What the server will put where nothing is written, while the lens is on. */
function FilledIn() {
  const path = useDesigner(({ focusedField, selected }) => focusedField ?? selected)
  const value = useFilledIn(path ?? [])
  if (value === undefined) return null
  return (
    <p className={styles.filledIn}>
      Not written: the server fills in{' '}
      <code>{typeof value === 'string' ? value : JSON.stringify(value)}</code>
    </p>
  )
}

function Facts({ card }: { readonly card: Card }) {
  return (
    <p className={styles.facts}>
      <span className={styles.hidden}>{card.name}: </span>
      {card.facts.join(' · ')}
    </p>
  )
}

function Rest({ card, rest }: { readonly card: Card; readonly rest: string }) {
  const paragraphs = rest.split(/\s*Possible enum values:/)[0]?.split(/\n\s*\n/) ?? []
  return (
    <>
      {paragraphs.filter(Boolean).map((text) => (
        <p key={text}>
          <Prose text={text} />
        </p>
      ))}
      {card.values.length > 0 && <Values values={card.values} />}
      {card.example === '' ? null : (
        <>
          <h3 className={styles.heading}>Example</h3>
          <pre className={styles.example}>{card.example}</pre>
        </>
      )}
      <a className={styles.link} href={card.reference} target="_blank" rel="noreferrer">
        {`${card.type} in the API reference`}
        <ExternalLink aria-hidden size={12} />
      </a>
    </>
  )
}

function Values({ values }: { readonly values: readonly ValueText[] }) {
  return (
    <>
      <h3 className={styles.heading}>Values</h3>
      <dl className={styles.values}>
        {values.map(({ value, text }) => (
          <div key={value} className={styles.value}>
            <dt>
              <code>{value === '' ? '""' : value}</code>
            </dt>
            <dd>
              <Prose text={text} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** Closes the card; who was in it goes on in what is around it. */
function close({ currentTarget }: MouseEvent<HTMLElement>): void {
  const around = currentTarget.closest('section')?.parentElement
  useScreen.getState().toggleDocs()
  around?.querySelector<HTMLElement>('[data-pane]:not([data-behind] *)')?.focus()
}
