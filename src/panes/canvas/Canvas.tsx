/** The Canvas pane. */
export function Canvas() {
  return <section aria-label="Canvas" />
}
