import type { Flag } from '../flags'
import type { VerbCall } from '../verb'

/** `--dry-run`, of verbs that say what they would do. */
export const DRY_RUN: Flag = {
  name: 'dry-run',
  value: 'maybe',
  alone: 'client',
  about: 'client or server: only say what would be done',
}

/** What is said behind what was not done (PrintFlagsWithDryRunStrategy in kubectl/pkg/cmd/util). */
const WORDS: Readonly<Record<string, string>> = { client: ' (dry run)', server: ' (server dry run)' }

/** Takes a call; gives the words behind what it only says, '' where it does it. */
export function dryRunWords({ asked }: VerbCall): string {
  return WORDS[asked.text('dry-run') ?? 'none'] ?? ''
}
