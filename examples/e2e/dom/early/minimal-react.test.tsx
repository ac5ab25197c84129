import { AuthProvider } from '@authchart/react'
import { testingLibraryDriver } from '@authchart/testing'
import { uiFromForms, walkTests } from '@authchart/testing/vitest'
import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeAll, test } from 'vitest'
import { earlyAuth } from '../../../../packages/machine/src/early/early-auth.ts'
import { Auth } from '../../../minimal-react/src/form.tsx'
import { cover } from '../cover.ts'

// Screens change by themselves here, as in a page: no act() is around that.
beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false })
})

/** The UI gets the auth of the walk by way of the early entry, as a page whose chart has just loaded. */
const driver = testingLibraryDriver({
  ui: uiFromForms(),
  render: (whole) => {
    const auth = earlyAuth(async () => whole, {
      signIn: () => {
        throw new Error('The chart is there: its views are shown')
      },
      isRestoring: true,
    })
    const { container, unmount } = render(
      <AuthProvider auth={auth}>
        <Auth />
      </AuthProvider>,
    )
    return { handle: { user: userEvent.setup(), container }, container, unmount }
  },
})

walkTests(test, driver, { cover, out: 'test-results/dom-walks-early-react' })
