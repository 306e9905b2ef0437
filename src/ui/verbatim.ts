/** For inputs that hold what a machine reads: nothing proposes, corrects or capitalises it. */
export const VERBATIM = {
  autoComplete: 'off',
  autoCapitalize: 'off',
  autoCorrect: 'off',
  spellCheck: false,
} as const
