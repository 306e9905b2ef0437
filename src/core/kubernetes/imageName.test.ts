import { describe, expect, it } from 'vitest'
import { nameFromImage } from './imageName'
import { dns1123Label } from './names'

describe('nameFromImage', () => {
  it.each([
    ['nginx:1.17', 'nginx'],
    ['busybox:latest', 'busybox'],
    ['docker.io/library/nginx', 'nginx'],
    ['localhost:5000/a/My_App:2', 'my-app'],
    ['ghcr.io/x/y.z@sha256:0123', 'y-z'],
    ['localhost:5000/app', 'app'],
    ['', ''],
    ['___', ''],
    ['x/', ''],
    [`${'n'.repeat(62)}-x:1`, 'n'.repeat(62)],
  ])('%s is %s', (image, name) => {
    expect(nameFromImage(image)).toBe(name)
    if (name !== '') expect(dns1123Label(name)).toBeNull()
  })
})
