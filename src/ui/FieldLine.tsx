import { createContext, useState, type ReactNode } from 'react'

/** Where the fields of a line put what is wrong with them: under the whole line, which is wider than any of them. */
export const ErrorPlace = createContext<HTMLElement | null>(null)

/** Several fields in one line, laid out by the given class. What is wrong with any of them is said under the line. */
export function FieldLine({
  className,
  columns = false,
  children,
}: {
  readonly className: string | undefined
  /** In a list: the labels stand over the first row only. */
  readonly columns?: boolean
  readonly children: ReactNode
}) {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  return (
    <div>
      <ErrorPlace value={place}>
        <div className={className} data-columns={columns ? '' : undefined}>
          {children}
        </div>
      </ErrorPlace>
      <div ref={setPlace} />
    </div>
  )
}
