import { StandaloneServices } from 'monaco-editor/editor/standalone/browser/standaloneServices'
import { IStorageService } from 'monaco-editor/platform/storage/common/storage'

/** Where the editor keeps what a user chose, and whom it is for, in its own numbers. */
const PROFILE = 0
const USER = 0

/** Makes the list of suggestions show what the chosen one means, without being asked to (it has no setting for that). */
export function openSuggestionDocs(): void {
  StandaloneServices.get(IStorageService).store('expandSuggestionDocs', true, PROFILE, USER)
}
