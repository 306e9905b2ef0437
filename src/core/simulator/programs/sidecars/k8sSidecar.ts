import type { Steps } from '../../clock'
import { FileError } from '../../filesystem/fileSystem'
import { pause } from '../images/serving'
import type { ConfigObject, Process } from '../process'
import { messageOf } from '../shell/errorMessages'
import { isoStamp } from '../stamps'

/** It watches; here it looks that often. */
const LOOK = 5000

/** k8s-sidecar: writes the data of labelled ConfigMaps and Secrets into a folder, as long as they are there (github.com/kiwigrid/k8s-sidecar). */
export function* k8sSidecar(process: Process): Steps<number> {
  const { env, files } = process
  const log = (level: string, text: string) => {
    process.write('stdout', `${JSON.stringify({ time: isoStamp(process.clock), level, msg: text })}\n`)
  }
  const label = env.get('LABEL')
  const folder = env.get('FOLDER')
  if (label === undefined || folder === undefined) {
    log(
      'CRITICAL',
      `Should have added ${label === undefined ? 'LABEL' : 'FOLDER'} as environment variable! Exit`,
    )
    return 255
  }
  log('INFO', 'Starting collector')
  const isOnce = env.get('METHOD') === 'LIST'
  const written = new Map<string, string>()
  for (;;) {
    const wanted = new Map(objectsOf(process, label).flatMap(({ data }) => [...data]))
    try {
      files.makeDirectory(folder, { parents: true })
      for (const [name, text] of wanted) {
        if (written.get(name) === text) continue
        files.write(`${folder}/${name}`, text)
        written.set(name, text)
        log('INFO', `Writing ${folder}/${name} (ascii)`)
      }
      for (const name of written.keys()) {
        if (wanted.has(name)) continue
        if (files.exists(`${folder}/${name}`)) files.remove(`${folder}/${name}`)
        written.delete(name)
        log('INFO', `Deleting file ${folder}/${name}`)
      }
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      log('ERROR', `Error: insufficient privileges to create ${folder}: ${messageOf(error.code)}`)
    }
    if (isOnce) return 0
    if (yield* pause(process, LOOK)) return 0
  }
}

function objectsOf(process: Process, label: string): readonly ConfigObject[] {
  const { env } = process
  const resource = env.get('RESOURCE') ?? 'configmap'
  const value = env.get('LABEL_VALUE')
  const namespace = env.get('NAMESPACE') ?? ''
  const kinds = [
    ...(resource === 'secret' ? [] : (['ConfigMap'] as const)),
    ...(resource === 'configmap' ? [] : (['Secret'] as const)),
  ]
  return kinds
    .flatMap((kind) => process.configObjects?.(kind, namespace === 'ALL' ? '' : namespace) ?? [])
    .filter(({ labels }) => labels[label] !== undefined && (value === undefined || labels[label] === value))
}
