import type { Locator } from '@playwright/test'
import { documentsOf } from './manifests'
import type { App } from './pages/App'

/** A Deployment and a Service, for objects to be about. */
export const WEB = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
        tier: front
    spec:
      serviceAccountName: robot
      containers:
        - name: app
          image: nginx:1.29
          ports:
            - name: http
              containerPort: 8080
          env:
            - name: LEVEL
              valueFrom:
                configMapKeyRef:
                  name: settings
                  key: level
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - name: http
      port: 80
---
`

/** How an object of that kind begins, called settings. */
export const head = (apiVersion: string, kind: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: settings\n`

/** The last document as it now is. */
export async function last(app: App): Promise<unknown> {
  return documentsOf(await app.text()).at(-1)
}

/** Opens a design with a Deployment, a Service and this object, and selects the object. */
export async function openWith(app: App, text: string): Promise<void> {
  await app.open(WEB + text)
  await app.inspector.row(/^settings/).click()
}

/** Chooses an option of a list. */
export async function pick(app: App, select: Locator, option: string | RegExp): Promise<void> {
  await select.click()
  await app.page.getByRole('option', { name: option }).click()
}

/** A segment of a choice of few words. */
export function segment(app: App, label: string, word: string): Locator {
  return app.inspector.region.getByRole('radiogroup', { name: label }).getByText(word, { exact: true })
}
