import { AuthProvider } from '@authchart/react'
import { testingLibraryDriver } from '@authchart/testing'
import { uiFromForms, walkTests } from '@authchart/testing/vitest'
import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { test } from 'vitest'
import { Shop } from './shop.tsx'

const driver = testingLibraryDriver({
  ui: uiFromForms(),
  render: (auth) => {
    const { container, unmount } = render(
      <AuthProvider auth={auth}>
        <Shop />
      </AuthProvider>,
    )
    // Screens change by themselves, as in a page: no act() is around that.
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false })
    return { handle: { user: userEvent.setup(), container }, container, unmount }
  },
})

walkTests(test, driver, { cover: 'states' })
