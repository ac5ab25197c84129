import type { Page } from '@playwright/test'

export const widths = {
  narrow: { width: 320, height: 640 },
  phone: { width: 375, height: 740 },
  tablet: { width: 900, height: 800 },
  desktop: { width: 1440, height: 900 },
}
const schemes = ['light', 'dark'] as const

type Device = keyof typeof widths
const everyDevice = Object.keys(widths) as Device[]

/** The file of a picture, by its name. */
export function pictureOf(name: string): string {
  return `test-results/screenshots/${name}.png`
}

/** A picture of the whole page on each device, light and dark. */
export async function takePictures(
  page: Page,
  name: string,
  devices: readonly Device[] = everyDevice,
): Promise<void> {
  for (const device of devices) {
    for (const colorScheme of schemes) {
      await page.setViewportSize(widths[device])
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      // What sticks to the top of the window would be in the middle of the page.
      await page.evaluate(() => scrollTo(0, 0))
      const path = pictureOf(`${name}-${device}-${colorScheme}`)
      await page.screenshot({ path, fullPage: true })
    }
  }
}
