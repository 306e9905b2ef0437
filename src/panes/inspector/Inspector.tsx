/** The Inspector pane. */
export function Inspector() {
  return <section aria-label="Inspector" />
}
