import { isObject, type Json } from './json'
import { valueAt, type Path } from './path'
import { field, itemsOf, textOf, wordOf } from './shape'

/** A volume seen in a container: one entry of its volumeMounts. */
export interface VolumeMount {
  readonly path: Path
  readonly volumeName: string
  readonly mountPath: string
  readonly readOnly: boolean
  readonly subPath: string
  readonly subPathExpr: string
}

/** A raw block volume in a container: one entry of its volumeDevices. */
export interface VolumeDevice {
  readonly path: Path
  readonly volumeName: string
  readonly devicePath: string
}

/** Takes the documents and a container's path; gives its mounts. */
export function mountsIn(documents: readonly Json[], container: Path): readonly VolumeMount[] {
  const list = [...container, 'volumeMounts']
  return itemsOf(valueAt(documents, list)).flatMap((mount, index) =>
    isObject(mount)
      ? [
          {
            path: [...list, index],
            volumeName: wordOf(field(mount, 'name')),
            mountPath: textOf(field(mount, 'mountPath')),
            readOnly: field(mount, 'readOnly') === true,
            subPath: textOf(field(mount, 'subPath')),
            subPathExpr: textOf(field(mount, 'subPathExpr')),
          },
        ]
      : [],
  )
}

/** Takes the documents and a container's path; gives its raw block devices. */
export function devicesIn(documents: readonly Json[], container: Path): readonly VolumeDevice[] {
  const list = [...container, 'volumeDevices']
  return itemsOf(valueAt(documents, list)).flatMap((device, index) =>
    isObject(device)
      ? [
          {
            path: [...list, index],
            volumeName: wordOf(field(device, 'name')),
            devicePath: textOf(field(device, 'devicePath')),
          },
        ]
      : [],
  )
}
