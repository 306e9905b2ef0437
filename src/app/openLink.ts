import { designs } from '../store/library'
import { readLink } from '../store/links'
import { notify } from '../ui/Toast'
import { nameOfText } from './nameOfText'

/**
 * Opens the design in the page's fragment as a design of its own, next to yours, and takes it out of the address:
 * a reload then opens the design and not the link again.
 */
export async function openLink(): Promise<void> {
  const content = await readLink(location.hash)
  if (content.kind === 'none') return
  history.replaceState(history.state, '', location.pathname + location.search)
  if (content.kind === 'broken') {
    notify({ tone: 'error', title: 'The link can’t be opened', description: content.message })
    return
  }
  const { records, create, switchTo } = designs.getState()
  const known = records.find(({ text }) => text === content.text)
  if (known !== undefined) {
    switchTo(known.id)
    notify({ title: `The link holds what you have as “${known.name}”` })
    return
  }
  create(`Shared: ${nameOfText(content.text) ?? 'design'}`, content.text)
  notify({
    title: 'Opened the shared design as a new one',
    description:
      records.length > 0 ? 'Your own designs are in the menu beside the name, untouched.' : undefined,
  })
}
