import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/test.ts'
import { InspectorModel } from './inspector.model.ts'

const sizes = [
  { width: 1280, height: 800, docked: 320 },
  { width: 1280, height: 900, docked: 480 },
  { width: 480, height: 800, docked: 380 },
  { width: 375, height: 740, docked: 380 },
] as const

/** The texts of a chart that are seen, as they are on the screen, in px; and where the current state is. */
function look(chart: Locator) {
  return chart.evaluate((svg) => {
    const frame = svg.getBoundingClientRect()
    const isIn = ({ left, right, top, bottom }: DOMRect) =>
      right > frame.left && left < frame.right && bottom > frame.top && top < frame.bottom
    const texts = [...svg.querySelectorAll('text')]
      .filter((text) => text.getClientRects().length > 0 && isIn(text.getBoundingClientRect()))
      .map((text) => ({
        text: text.textContent ?? '',
        size: Number.parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.a ?? 0),
      }))
    const here = svg.querySelector('.here')?.getBoundingClientRect()
    const isWhole =
      here !== undefined &&
      here.left >= frame.left &&
      here.right <= frame.right &&
      here.top >= frame.top &&
      here.bottom <= frame.bottom
    return {
      texts: texts.map(({ text }) => text),
      small: texts.filter(({ size }) => size < 10.9),
      isWhole,
    }
  })
}

async function resize(page: Page, { width, height, docked }: (typeof sizes)[number]) {
  await page.setViewportSize({ width, height })
  await page
    .locator('authchart-inspector')
    .evaluate((panel, px) => panel.style.setProperty('--height', `${px}px`), docked)
}

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('the docked chart can be read, and follows the flow', async ({ app, page, member }) => {
  const inspector = new InspectorModel(page)
  const chart = inspector.panel.locator('svg.chart')
  await app.open()
  await inspector.open()
  await inspector.show('Chart')
  const expectReadable = async (here: string) => {
    for (const size of sizes) {
      await resize(page, size)
      await expect.poll(() => look(chart)).toMatchObject({ isWhole: true, small: [] })
      expect((await look(chart)).texts).toContain(here)
    }
  }
  await expectReadable('editing')
  await resize(page, sizes[0])
  await app.signIn.submit(member)
  await app.expectRoute('signedIn')
  await expectReadable('idle')
})

test('keys zoom and move the chart; no text is too small at any scale', async ({ app, page }) => {
  const inspector = new InspectorModel(page)
  const chart = inspector.panel.locator('svg.chart')
  await app.open()
  await inspector.open()
  await inspector.show('Chart')
  await chart.focus()
  for (let times = 0; times < 8; times += 1) {
    await page.keyboard.press('-')
    expect(await look(chart)).toMatchObject({ isWhole: true, small: [] })
  }
  await page.keyboard.press('0')
  await expect.poll(() => look(chart)).toMatchObject({ small: [] })
  expect((await look(chart)).texts).toEqual(
    expect.arrayContaining(['signIn', 'signedIn', 'editing']),
  )
  await page.keyboard.press('Home')
  for (let times = 0; times < 12; times += 1) await page.keyboard.press('ArrowRight')
  await inspector.panel.getByRole('button', { name: '← signIn.editing' }).click()
  await expect.poll(() => look(chart)).toMatchObject({ isWhole: true })
})

test('the heat map has a legend and numbers that can be read', async ({ app, page, member }) => {
  const inspector = new InspectorModel(page)
  const chart = inspector.panel.locator('.heat svg.chart')
  await app.enter(member)
  await inspector.open()
  await inspector.show('Tests')
  await expect(inspector.panel.getByRole('list', { name: 'Legend' })).toContainText('0× not taken')
  for (const size of sizes) {
    await resize(page, size)
    await expect.poll(() => look(chart)).toMatchObject({ small: [] })
  }
  await resize(page, sizes[0])
  expect((await look(chart)).texts).toContain('signIn 2/3')
  await inspector.panel.getByRole('button', { name: 'Go to the current state' }).click()
  await expect
    .poll(async () => (await look(chart)).texts)
    .toEqual(expect.arrayContaining(['idle', '1×', 'revokingAll', '0×']))
})
