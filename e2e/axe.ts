import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/**
 * Takes a page without frames; gives axe for it. To put together what several frames say, axe would open a page of its
 * own each time, which takes as long again as to look.
 */
export function axe(page: Page): AxeBuilder {
  if (page.frames().length > 1) throw new Error('There is a frame in the page that axe would not look into')
  return new AxeBuilder({ page }).setLegacyMode()
}
