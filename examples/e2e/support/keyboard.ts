import { expect, type Locator } from '@playwright/test'

const mostSteps = 40

/** Presses Tab until the focus is there; fails when it cannot be reached or does not show. */
export function pressTo(target: Locator): Promise<void> {
  return pressUntil(target, 'Tab')
}

/** The same, the other way. */
export function pressBackTo(target: Locator): Promise<void> {
  return pressUntil(target, 'Shift+Tab')
}

async function pressUntil(target: Locator, key: string): Promise<void> {
  await expect(target).toBeVisible()
  for (let step = 0; step < mostSteps; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await target.page().keyboard.press(key)
  }
  await expect(target, `can be reached in ${mostSteps} steps`).toBeFocused({ timeout: 1 })
}
