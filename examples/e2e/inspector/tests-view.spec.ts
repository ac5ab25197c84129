import { routeOf } from '@authchart/machine'
import { coverageOf, planWalks, resultOf } from '@authchart/testing'
import { expectAccessible } from '../support/axe.ts'
import { expect, test } from '../support/test.ts'
import { InspectorModel } from './inspector.model.ts'

const states = Object.keys(routeOf).length

test('shows what this session came by', async ({ app, page, member }) => {
  // All of the chart is looked through.
  test.slow()
  const inspector = new InspectorModel(page)
  await app.enter(member)
  await inspector.open()
  await inspector.show('Tests')
  await expect(inspector.panel.getByRole('button', { name: 'signedIn.idle: 1×' })).toBeVisible()
  await expect(inspector.panel).toContainText(
    new RegExp(`4 of ${states} states · \\d+ of \\d+ transitions`),
  )
  await expect(inspector.panel).toContainText('None that has been seen so far.')
  await expectAccessible(page)
})

test('shows what walks have covered, from the files that they leave', async ({ app, page }) => {
  const inspector = new InspectorModel(page)
  const plan = planWalks({ cover: 'states' })
  const files = plan.walks.map((walk, index) => ({
    name: `coverage-${index}.json`,
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(coverageOf(plan, [resultOf(walk, 5, undefined)]))),
  }))
  await app.open()
  await inspector.open()
  await inspector.show('Tests')
  await inspector.panel.getByLabel('What is shown').selectOption('walks')
  await expect(inspector.panel).toContainText('npx authchart-test plan')
  const chooser = page.waitForEvent('filechooser')
  await inspector.panel.getByRole('button', { name: 'Open coverage…' }).press('Enter')
  await (await chooser).setFiles(files)
  await expect(inspector.panel).toContainText(`${states} of ${states} states`)
  await inspector.panel.getByLabel('Find a state or transition').fill('setupEmail')
  await expect(inspector.panel.getByText('the plan covers states alone').first()).toBeVisible()
})
