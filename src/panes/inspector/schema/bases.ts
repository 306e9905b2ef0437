import type { Path } from '../../../core/kubernetes/path'
import { fieldsOf } from '../../../core/kubernetes/schema/schema'
import type { FormBase } from './FormSections'

/** Types that only give an object its shape: a form shows their fields as its own. A pod spec has a form for itself. */
const FRAMES: ReadonlySet<string> = new Set(['ObjectMeta', 'PodTemplateSpec', 'JobTemplateSpec'])

const WRITTEN_ELSEWHERE: readonly string[] = ['apiVersion', 'kind']

/**
 * Takes a kind and the path of its object; gives the mappings that its form edits: the object itself, its metadata,
 * its spec, and those of the templates in it.
 */
export function basesOf(kind: string, path: Path): readonly FormBase[] {
  return expand('', kind, path, kind, true)
}

function expand(id: string, type: string, path: Path, title: string, isFrame: boolean): readonly FormBase[] {
  const inner = fieldsOf(type).flatMap((field) => {
    if (field.type.is !== 'object') return []
    const isSpec = field.name === 'spec'
    return FRAMES.has(field.type.type) || (isSpec && isFrame)
      ? [{ name: field.name, type: field.type.type, isFrame: !isSpec }]
      : []
  })
  return [
    { id, type, path, title, except: [...WRITTEN_ELSEWHERE, ...inner.map(({ name }) => name)] },
    ...inner
      .filter((each) => each.type !== 'PodSpec')
      .flatMap((each) =>
        expand(
          id === '' ? each.name : `${id}.${each.name}`,
          each.type,
          [...path, each.name],
          titleOf(title, each.name),
          each.isFrame,
        ),
      ),
  ]
}

/** `Deployment`, `Deployment spec`, `Deployment spec template metadata`: as the path reads. */
function titleOf(title: string, name: string): string {
  return `${title} ${name === 'jobTemplate' ? 'job template' : name}`
}
