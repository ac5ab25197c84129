import { AuthProvider } from '@authchart/react'
import { testingLibraryDriver } from '@authchart/testing'
import { uiFromForms, walkTests } from '@authchart/testing/vitest'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { test } from 'vitest'
import { ShopOfOrders } from './own-page.tsx'

const ui = uiFromForms({
  signedIn: {
    sign: () => screen.queryByRole('heading', { name: 'Your orders' }),
    signOut: ({ user }) => user.click(screen.getByRole('button', { name: 'Sign out' })),
  },
})

const driver = testingLibraryDriver({
  ui,
  render: (auth) => {
    const { container, unmount } = render(
      <AuthProvider auth={auth}>
        <ShopOfOrders />
      </AuthProvider>,
    )
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false })
    return { handle: { user: userEvent.setup(), container }, container, unmount }
  },
})

walkTests(test, driver, { cover: 'journeys', out: 'authchart-walks/own-page' })
