/** Takes a label; gives it as it reads inside a sentence: `DNS config` stays, `Node selector` begins small. */
export function lowered(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}
