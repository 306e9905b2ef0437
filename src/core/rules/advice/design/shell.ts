const READS_SCRIPTS =
  /(?:^|\/)(?:sh|bash|ash|dash|ksh|zsh|fish|busybox|pwsh|envsubst|perl|python\d?|node|ruby|awk)$/

/** Takes the words of a command; says whether one of them is a program that may read another one as a script. */
export function hasShell(words: readonly string[]): boolean {
  return words.some((word) => READS_SCRIPTS.test(word) || word === '-c')
}
