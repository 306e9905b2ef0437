import { describe, expect, it } from 'vitest'
import { bytesOfText } from '../base64'
import { FILE_LISTS, filesIn } from '../files'
import { isObject, type Json, type JsonObject } from '../json'
import type { Path } from '../path'
import { addFile, removeFile, renameFile, setFileBytes, setFileList, setFileText } from './files'

const BINARY = new Uint8Array([0, 255])
const configMap = (lists: Record<string, Json>): Json[] => [
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' }, ...lists },
]
/** The object without its files. */
const rest = ([object]: readonly Json[]): JsonObject => {
  const { data: _, stringData: __, binaryData: ___, ...others } = isObject(object) ? object : {}
  return others
}
const secret = (lists: Record<string, Json>): Json[] => [
  { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, ...lists },
]

describe('addFile', () => {
  it.each<[string, Json[], Uint8Array | undefined, Path, Json]>([
    ['to a ConfigMap', configMap({}), undefined, [0, 'data', 'file'], ''],
    ['beside others', configMap({ data: { file: 'a' } }), undefined, [0, 'data', 'file-2'], ''],
    [
      'its key free in both lists',
      configMap({ binaryData: { file: '' } }),
      undefined,
      [0, 'data', 'file-2'],
      '',
    ],
    ['text from a file', configMap({}), bytesOfText('ü'), [0, 'data', 'file'], 'ü'],
    ['bytes from a file', configMap({}), BINARY, [0, 'binaryData', 'file'], 'AP8='],
    ['to a Secret', secret({}), undefined, [0, 'stringData', 'file'], ''],
    [
      'to the readable list of a Secret',
      secret({ data: { a: '' }, stringData: { b: '' } }),
      undefined,
      [0, 'stringData', 'file'],
      '',
    ],
    [
      'to the only list of a Secret',
      secret({ data: { a: '' } }),
      bytesOfText('token'),
      [0, 'data', 'file'],
      'dG9rZW4=',
    ],
    ['bytes to a Secret', secret({ stringData: { a: '' } }), BINARY, [0, 'data', 'file'], 'AP8='],
  ])('%s', (_, documents, bytes, path, value) => {
    expect(addFile([0], 'file', bytes)(documents)).toEqual(path)
    expect(filesIn(documents, [0]).find((file) => file.path.join() === path.join())?.value).toBe(value)
  })

  it('adds nothing to anything else', () => {
    const documents: Json[] = [{ kind: 'Service' }, 5]
    expect(addFile([0])(documents)).toBeUndefined()
    expect(addFile([1])(documents)).toBeUndefined()
    expect(documents).toEqual([{ kind: 'Service' }, 5])
  })
})

describe('the content', () => {
  it('is written as its list wants it', () => {
    const documents = secret({ data: { a: '' }, stringData: { b: '' } })
    setFileText([0, 'data', 'a'], 'token')(documents)
    setFileText([0, 'stringData', 'b'], 'token')(documents)
    setFileText([0, 'data', 'none'], 'token')(documents)
    expect(documents).toEqual(secret({ data: { a: 'dG9rZW4=' }, stringData: { b: 'token' } }))
  })

  it('is text or not, or neither', () => {
    const documents = configMap({
      data: { a: 'x', b: 5, c: null },
      binaryData: { d: 'AP8=', e: '!', f: 'YQ==' },
    })
    expect(filesIn(documents, [0]).map(({ key, content }) => [key, content])).toEqual([
      ['a', { is: 'text', text: 'x' }],
      ['b', { is: 'invalid' }],
      ['c', { is: 'text', text: '' }],
      ['d', { is: 'binary', bytes: 2 }],
      ['e', { is: 'invalid' }],
      ['f', { is: 'text', text: 'a' }],
    ])
  })

  it('moves to the list for bytes where it is no text', () => {
    const documents = configMap({ data: { a: 'x', b: 'y' } })
    expect(setFileBytes([0, 'data', 'a'], BINARY)(documents)).toEqual([0, 'binaryData', 'a'])
    expect(setFileBytes([0, 'data', 'b'], bytesOfText('z'))(documents)).toEqual([0, 'data', 'b'])
    expect(setFileBytes([0, 'binaryData', 'a'], bytesOfText('z'))(documents)).toEqual([0, 'binaryData', 'a'])
    expect(documents).toEqual(configMap({ data: { b: 'z' }, binaryData: { a: 'eg==' } }))
  })
})

describe('setFileList', () => {
  const [data, stringData] = FILE_LISTS.Secret
  const [, binaryData] = FILE_LISTS.ConfigMap

  it.each([
    [
      'packed',
      secret({ stringData: { a: 'token', b: '' } }),
      'stringData',
      data,
      { stringData: { b: '' }, data: { a: 'dG9rZW4=' } },
    ],
    [
      'unpacked, its list gone',
      secret({ data: { a: 'dG9rZW4=' } }),
      'data',
      stringData,
      { stringData: { a: 'token' } },
    ],
    ['a null', secret({ data: { a: null } }), 'data', stringData, { stringData: { a: '' } }],
    [
      'of a ConfigMap',
      configMap({ data: { a: 'token' } }),
      'data',
      binaryData,
      { binaryData: { a: 'dG9rZW4=' } },
    ],
  ])('moves a file: %s', (_, documents, from, to, lists) => {
    const path = to && setFileList([0, from, 'a'], to)(documents)
    expect(path).toEqual([0, to?.field, 'a'])
    expect(documents).toEqual([{ ...rest(documents), ...lists }])
  })

  it.each([
    ['its key is taken', secret({ data: { a: 'YQ==' }, stringData: { a: 'b' } }), 'data', stringData],
    ['bytes to a list of texts', secret({ data: { a: 'AP8=' } }), 'data', stringData],
    ['what is no base64', secret({ data: { a: '!' } }), 'data', stringData],
    ['to where it is', secret({ data: { a: 'YQ==' } }), 'data', data],
    ['to a list that the object does not have', secret({ data: { a: 'YQ==' } }), 'data', binaryData],
    ['no file', secret({}), 'data', stringData],
  ])('does not move %s', (_, documents, from, to) => {
    const before = structuredClone(documents)
    expect(to && setFileList([0, from, 'a'], to)(documents)).toBeUndefined()
    expect(documents).toEqual(before)
  })
})

describe('a list of files', () => {
  it('loses a file, and goes with its last one', () => {
    const documents = configMap({ data: { a: '', b: '' }, binaryData: { c: '' } })
    expect(removeFile([0, 'data', 'a'])(documents)).toEqual([0, 'data', 'b'])
    expect(removeFile([0, 'data', 'b'])(documents)).toEqual([0, 'binaryData', 'c'])
    expect(removeFile([0, 'binaryData', 'c'])(documents)).toEqual([0])
    expect(documents).toEqual(configMap({}))
  })

  it('selects the next one, whatever key the other list has', () => {
    const documents = secret({ data: { a: '', b: '' }, stringData: { a: '', c: '' } })
    expect(removeFile([0, 'stringData', 'a'])(documents)).toEqual([0, 'stringData', 'c'])
  })
})

describe('renameFile', () => {
  const pod = (key: string): Json => ({
    apiVersion: 'v1',
    kind: 'Pod',
    spec: {
      volumes: [
        { name: 'v', configMap: { name: 'c', items: [{ key, path: 'x' }] } },
        { name: 'other', configMap: { name: 'd', items: [{ key: 'a', path: 'x' }] } },
        { name: 'p', projected: { sources: [{ configMap: { name: 'c', items: [{ key, path: 'y' }] } }] } },
      ],
      containers: [{ name: 'app', env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'c', key } } }] }],
    },
  })

  it('what names the key follows', () => {
    const documents = [...configMap({ data: { a: '1', b: '2' } }), pod('a')]
    expect(renameFile([0, 'data', 'a'], 'z')(documents)).toEqual([0, 'data', 'z'])
    expect(documents).toEqual([...configMap({ data: { z: '1', b: '2' } }), pod('z')])
  })

  it.each(['b', 'c'])('a taken key is not taken: %s', (key) => {
    const documents = configMap({ data: { a: '1', b: '2' }, binaryData: { c: '' } })
    expect(renameFile([0, 'data', 'a'], key)(documents)).toBeUndefined()
    expect(documents).toEqual(configMap({ data: { a: '1', b: '2' }, binaryData: { c: '' } }))
  })
})
