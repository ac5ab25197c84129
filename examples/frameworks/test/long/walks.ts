import { testingLibraryDriver } from '@authchart/testing'
import { uiFromForms, walkTests } from '@authchart/testing/vitest'
import { userEvent } from '@testing-library/user-event'
import { test } from 'vitest'
import { type FrameworkName, show } from '../frameworks.ts'

/** Walks over every transition through the form of a framework. */
export function walkThrough(name: FrameworkName): void {
  const driver = testingLibraryDriver({
    ui: uiFromForms(),
    async render(auth) {
      const { container, unmount } = await show(name, auth)
      return { handle: { user: userEvent.setup(), container }, container, unmount }
    },
  })
  walkTests(test, driver, { cover: 'transitions', out: `test-results/walks-${name}` })
}
