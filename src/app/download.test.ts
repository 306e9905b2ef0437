import { describe, expect, it } from 'vitest'
import { fileNameOf } from './download'

describe('fileNameOf', () => {
  it.each([
    ['Sidecar example', 'sidecar-example.yaml'],
    ['web.prod_2', 'web.prod_2.yaml'],
    ['../../etc/passwd', 'etc-passwd.yaml'],
    ['Shared: nginx', 'shared-nginx.yaml'],
    ['Größe 2', 'größe-2.yaml'],
    ['///', 'manifest.yaml'],
  ])('%j gives %s', (name, file) => {
    expect(fileNameOf(name)).toBe(file)
  })
})
