import { AuthProvider } from '@authchart/react'
import { testingLibraryDriver } from '@authchart/testing'
import { uiFromForms, walkTests } from '@authchart/testing/vitest'
import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Auth } from '../../minimal-react/src/form.tsx'
import { beginningWithForm, earlyAuthOf } from './early-auth-of.ts'
import { earlyChoice } from './early-choice.ts'

const acted = vi.fn()

// Screens change by themselves here, as in a page: no act() is around that.
beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false })
})
afterAll(() => expect(acted).toHaveBeenCalled())

const driver = testingLibraryDriver({
  ui: uiFromForms(),
  render: (auth) => {
    const { container, unmount } = render(
      <AuthProvider auth={earlyAuthOf(auth, acted)}>
        <Auth />
      </AuthProvider>,
    )
    return { handle: { user: userEvent.setup(), container }, container, unmount }
  },
})

walkTests(test, beginningWithForm(driver), {
  ...earlyChoice,
  out: 'test-results/dom-walks-early-react',
})
