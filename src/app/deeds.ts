import { useDesigner } from '../store/designer'
import { designs } from '../store/library'
import { notify } from '../ui/Toast'
import { copyText } from './clipboard'
import { download, fileNameOf } from './download'
import { kubectlApply } from './heredoc'

/** Copies the text as it is shown. */
export function copyManifest(): void {
  void copyAndSay(useDesigner.getState().source.text, 'Copied the YAML')
}

/** Copies a shell command that applies the text. */
export function copyKubectl(): void {
  void copyAndSay(
    kubectlApply(useDesigner.getState().source.text),
    'Copied a kubectl command: paste it into a shell',
  )
}

async function copyAndSay(text: string, said: string): Promise<void> {
  if (await copyText(text)) notify({ id: 'taken', title: said })
  else
    notify({
      tone: 'error',
      title: 'The browser doesn’t allow copying here',
      description: 'Download the file, or select the text in the YAML pane and copy it from there.',
    })
}

/** Saves the text as it is shown as a file named after the design. */
export function downloadManifest(): void {
  const fileName = fileNameOf(designs.getState().open.name)
  download(fileName, useDesigner.getState().source.text)
  notify({ id: 'taken', title: `Downloaded ${fileName}` })
}

/** Deletes the open design and offers to bring it back. */
export function deleteDesign(): void {
  const { open, remove } = designs.getState()
  const restore = remove(open.id)
  notify({ title: `Deleted “${open.name}”`, action: { label: 'Undo', run: restore } })
}
