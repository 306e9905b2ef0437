/** The mark of the app: a pod, and in it two containers. */
export function Mark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden>
      <rect
        x="1.5"
        y="2.5"
        width="17"
        height="15"
        rx="4"
        fill="none"
        stroke="var(--text-2)"
        strokeWidth="1.5"
        strokeDasharray="3.2 2"
      />
      <rect x="5" y="6" width="4" height="8" rx="1.25" fill="var(--app-ink)" />
      <rect x="11" y="6" width="4" height="8" rx="1.25" fill="var(--sidecar-ink)" />
    </svg>
  )
}
