/** Takes milliseconds; gives the span as Go prints a time.Duration of whole seconds: `10s`, `1m20s`, `5m0s`. */
export function goDuration(span: number): string {
  const seconds = span / 1000
  if (seconds < 60) return `${seconds}s`
  const minutes = Math.floor(seconds / 60)
  const rest = `${minutes % 60}m${seconds % 60}s`
  return minutes < 60 ? rest : `${Math.floor(minutes / 60)}h${rest}`
}
