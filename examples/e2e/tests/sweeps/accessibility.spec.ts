import { expectAccessible } from '../../support/axe.ts'
import { test } from '../../support/test.ts'
import { routes, visit } from '../../support/visit.ts'

for (const route of routes) {
  test(`${route} has no violation, in light and dark`, async ({ page, visitor }) => {
    await visit(route, visitor)
    await expectAccessible(page)
  })
}
