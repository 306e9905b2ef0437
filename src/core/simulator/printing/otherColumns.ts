import { isObject, type Json } from '../../kubernetes/json'
import { field, numberOf, textOf } from '../../kubernetes/shape'
import { accessModes } from './accessModes'
import { ageOf } from './ageOf'
import { containerCells, countAt, inside, labelCell, nameOf, objectAge, type Columns } from './cells'

/*
 * The rows of what pods use and of events, as kubectl prints them (pkg/printers/internalversion/printers.go).
 */

function sizeOf(object: Json, ...keys: readonly string[]): number {
  return keys.reduce((sum, key) => {
    const map = field(object, key)
    return sum + (isObject(map) ? Object.keys(map).length : 0)
  }, 0)
}

function firstText(...values: readonly (Json | undefined)[]): string {
  return values.map((value) => textOf(value)).find((text) => text !== '') ?? ''
}

function firstSeen(event: Json): string {
  return firstText(field(event, 'firstTimestamp'), field(event, 'eventTime'))
}

function lastSeen(event: Json): string {
  return (
    firstText(inside(event, 'series', 'lastObservedTime'), field(event, 'lastTimestamp')) || firstSeen(event)
  )
}

function eventObject(event: Json): string {
  const kind = textOf(inside(event, 'involvedObject', 'kind')).toLowerCase()
  const name = textOf(inside(event, 'involvedObject', 'name'))
  return name === '' ? kind : `${kind}/${name}`
}

function eventSource(event: Json): string {
  const component = firstText(inside(event, 'source', 'component'), field(event, 'reportingComponent'))
  const host = firstText(inside(event, 'source', 'host'), field(event, 'reportingInstance'))
  return host === '' ? component : `${component}, ${host}`
}

function eventStart(event: Json, now: number): readonly string[] {
  return [
    ageOf(lastSeen(event), now),
    textOf(field(event, 'type')),
    textOf(field(event, 'reason')),
    eventObject(event),
  ]
}

function eventMessage(event: Json): string {
  return textOf(field(event, 'message')).trim()
}

/** A row a kind. */
export const OTHER_COLUMNS: Readonly<Record<string, Columns>> = {
  ConfigMap: {
    names: ['NAME', 'DATA', 'AGE'],
    wideNames: [],
    cells: (object, now) => [nameOf(object), sizeOf(object, 'data', 'binaryData'), objectAge(object, now)],
    wideCells: () => [],
  },
  Secret: {
    names: ['NAME', 'TYPE', 'DATA', 'AGE'],
    wideNames: [],
    cells: (object, now) => [
      nameOf(object),
      textOf(field(object, 'type')),
      sizeOf(object, 'data'),
      objectAge(object, now),
    ],
    wideCells: () => [],
  },
  Namespace: {
    names: ['NAME', 'STATUS', 'AGE'],
    wideNames: [],
    cells: (object, now) => [
      nameOf(object),
      textOf(inside(object, 'status', 'phase')),
      objectAge(object, now),
    ],
    wideCells: () => [],
  },
  PersistentVolumeClaim: {
    names: [
      'NAME',
      'STATUS',
      'VOLUME',
      'CAPACITY',
      'ACCESS MODES',
      'STORAGECLASS',
      'VOLUMEATTRIBUTESCLASS',
      'AGE',
    ],
    wideNames: ['VOLUMEMODE'],
    cells: (object, now) => {
      const volume = textOf(inside(object, 'spec', 'volumeName'))
      const modes = accessModes(inside(object, 'status', 'accessModes'))
      return [
        nameOf(object),
        textOf(inside(object, 'status', 'phase')),
        volume,
        volume === '' ? '' : textOf(inside(object, 'status', 'capacity', 'storage')),
        volume === '' ? '' : modes,
        textOf(inside(object, 'spec', 'storageClassName')),
        textOf(inside(object, 'spec', 'volumeAttributesClassName')) || '<unset>',
        objectAge(object, now),
      ]
    },
    wideCells: (object) => [textOf(inside(object, 'spec', 'volumeMode')) || '<unset>'],
  },
  PodTemplate: {
    names: ['NAME', 'CONTAINERS', 'IMAGES', 'POD LABELS'],
    wideNames: [],
    cells: (object) => [
      nameOf(object),
      ...containerCells(inside(object, 'template', 'spec')),
      labelCell(inside(object, 'template', 'metadata', 'labels')),
    ],
    wideCells: () => [],
  },
  Event: {
    names: ['LAST SEEN', 'TYPE', 'REASON', 'OBJECT', 'MESSAGE'],
    wideNames: [],
    allNames: [
      'LAST SEEN',
      'TYPE',
      'REASON',
      'OBJECT',
      'SUBOBJECT',
      'SOURCE',
      'MESSAGE',
      'FIRST SEEN',
      'COUNT',
      'NAME',
    ],
    cells: (object, now) => [...eventStart(object, now), eventMessage(object)],
    wideCells: () => [],
    allCells: (object, now) => [
      ...eventStart(object, now),
      textOf(inside(object, 'involvedObject', 'fieldPath')),
      eventSource(object),
      eventMessage(object),
      ageOf(firstSeen(object), now),
      numberOf(inside(object, 'series', 'count')) ?? (countAt(object, 'count') || 1),
      nameOf(object),
    ],
  },
}
