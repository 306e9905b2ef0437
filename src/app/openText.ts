import { isObject } from '../core/kubernetes/json'
import { parse } from '../core/yaml/parse'
import { designs } from '../store/library'
import { notify } from '../ui/Toast'
import { nameOfText } from './nameOfText'

/** Larger files are no manifests; the reader refuses them too. */
const LARGEST_FILE = 10_000_000

/** Takes files; opens each as a design of its own, named as the file. What is no text is said so. */
export async function openFiles(files: Iterable<File>): Promise<void> {
  for (const file of files) {
    const text = await textOf(file)
    if (text === null)
      notify({
        tone: 'error',
        title: `“${file.name}” can’t be opened`,
        description: 'It isn’t a text file of at most 10 MB. Choose a YAML or JSON file.',
      })
    else {
      designs.getState().create(file.name.replace(/\.(ya?ml|json)$/i, ''), text)
      notify({ title: `Opened “${file.name}” as a new design` })
    }
  }
}

async function textOf(file: File): Promise<string | null> {
  if (file.size > LARGEST_FILE) return null
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer())
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}

/** Asks for a file and opens it. */
export function chooseFile(): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.accept = '.yaml,.yml,.json,application/yaml,application/json,text/yaml,text/plain'
  input.addEventListener('change', () => void openFiles(input.files ?? []))
  input.click()
}

/** Takes a pasted text; opens it as a design when it is a manifest, else says what it would take. */
export function openPasted(text: string): void {
  const { documents } = parse(text)
  if (!documents.some(isObject)) {
    notify({
      title: 'The clipboard holds no manifest',
      description: 'Paste YAML or JSON of a Kubernetes object, or click into a field first.',
    })
    return
  }
  designs.getState().create(nameOfText(text) ?? 'Pasted', text)
  notify({ title: 'Opened what you pasted as a new design' })
}
