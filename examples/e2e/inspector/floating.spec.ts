import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'
import { InspectorModel } from './inspector.model.ts'

test('floats: dragged, sized, moved by keys, and there again after a reload', async ({
  app,
  page,
}) => {
  const inspector = new InspectorModel(page)
  const { panel } = inspector
  await page.setViewportSize({ width: 1200, height: 800 })
  await app.open()
  await inspector.open()
  await panel.getByRole('button', { name: 'Let it float' }).click()
  const title = panel.getByRole('button', { name: 'Auth inspector' })
  await expect(title).toBeVisible()
  await expectAccessible(page)
  const box = async () => (await panel.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }

  const before = await box()
  await title.hover()
  await page.mouse.down()
  await page.mouse.move(600, 60)
  await page.mouse.move(-500, -500)
  await page.mouse.up()
  expect(await box()).toEqual({ ...before, x: 0, y: 0 })

  await title.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  expect(await box()).toEqual({ ...before, x: 24, y: 24 })

  await panel.getByRole('button', { name: 'Size of the inspector' }).hover()
  await page.mouse.down()
  await page.mouse.move(640, 440)
  await page.mouse.up()
  const after = await box()
  expect(Math.abs(after.x + after.width - 640)).toBeLessThan(20)
  expect(Math.abs(after.y + after.height - 440)).toBeLessThan(20)

  await page.reload()
  await expect(title).toBeVisible()
  expect(await box()).toEqual(after)

  await page.setViewportSize({ width: 480, height: 800 })
  expect(await box()).toMatchObject({ x: 0, width: 480 })
  await page.setViewportSize({ width: 1200, height: 800 })
  await panel.getByRole('button', { name: 'Dock it at the bottom' }).click()
  await expect(title).toBeHidden()
  expect(await box()).toMatchObject({ x: 0, width: 1200 })
})
