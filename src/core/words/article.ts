/** Takes a kind or other noun; gives it with its article: `a Service`, `an Ingress`. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`
}
