/** Takes how many problems there are; gives it in words. */
export function problemsInWords(count: number): string {
  return count === 0 ? 'No problems' : count === 1 ? '1 problem' : `${count} problems`
}
