/**
 * Takes a manifest; gives the shell command that applies exactly this text: a here-document whose quoted end mark
 * stands on no line of its own in the text, so that the shell expands nothing and ends nowhere else.
 */
export function kubectlApply(text: string): string {
  const lines = new Set(text.split(/\r?\n/))
  let mark = 'EOF'
  for (let number = 1; lines.has(mark); number++) mark = `EOF_${number}`
  const body = text === '' || text.endsWith('\n') ? text : `${text}\n`
  return `kubectl apply -f - <<'${mark}'\n${body}${mark}\n`
}
