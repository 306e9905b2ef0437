import { useRef } from 'react'
import type { Change } from '../../../core/kubernetes/change'
import { renameContainer } from '../../../core/kubernetes/edits/containers'
import { setValue } from '../../../core/kubernetes/edits/setValue'
import { nameFromImage } from '../../../core/kubernetes/imageName'
import { freshName } from '../../../core/kubernetes/names'
import { valueAt, type Path } from '../../../core/kubernetes/path'
import { field, itemsOf, textOf } from '../../../core/kubernetes/shape'
import { imageReference } from '../../../core/kubernetes/values'
import { useDesigner } from '../../../store/designer'
import { TextAt } from '../fields/TextAt'
import { containerLists } from '../namesakes'

/** The name a container gets when it is added before anything is known of it. */
const UNNAMED = /^(app|init|sidecar)(-\d+)?$/

/** The image of a container. Of a new container the name follows the image, until one leaves the field or names it. */
export function ImageAt({ container, podSpec }: { readonly container: Path; readonly podSpec: Path }) {
  const proposed = useRef(useDesigner(({ manifest }) => nameGiven(valueAt(manifest, container))))
  const write = (image: string): Change => {
    return (documents) => {
      const name = textOf(field(valueAt(documents, container), 'name'))
      setValue([...container, 'image'], image)(documents)
      if (proposed.current !== name) return undefined
      const others = containerLists(podSpec).flatMap((list) =>
        itemsOf(valueAt(documents, list)).map((other) => textOf(field(other, 'name'))),
      )
      const next = nameFromImage(image)
      if (next === '' || next === name) return undefined
      proposed.current = freshName(
        next,
        others.filter((other) => other !== name),
      )
      return renameContainer(container, proposed.current)(documents)
    }
  }
  return (
    <div
      onBlur={() => {
        proposed.current = null
      }}
    >
      <TextAt
        label="Image"
        help="Registry, repository and tag."
        path={[...container, 'image']}
        required
        keepEmpty={false}
        check={imageReference}
        placeholder="nginx:1.29"
        write={write}
      />
    </div>
  )
}

/** Takes a container; gives its name where only Podwright can have given it, else null. */
function nameGiven(container: Parameters<typeof field>[0]): string | null {
  const name = textOf(field(container, 'name'))
  return textOf(field(container, 'image')) === '' && UNNAMED.test(name) ? name : null
}
