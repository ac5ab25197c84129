import { AuthProvider } from '@authchart/react'
import { testingLibraryDriver } from '@authchart/testing'
import { uiFromForms, walkTests } from '@authchart/testing/vitest'
import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeAll, test } from 'vitest'
import { App } from '../../react/src/app.tsx'
import { cover } from './cover.ts'

// Screens change by themselves here, as in a page: no act() is around that.
beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false })
})

const driver = testingLibraryDriver({
  ui: uiFromForms(),
  render: (auth) => {
    const { container, unmount } = render(
      <AuthProvider auth={auth}>
        <App outboxUrl={undefined} />
      </AuthProvider>,
    )
    return { handle: { user: userEvent.setup(), container }, container, unmount }
  },
})

walkTests(test, driver, { cover, out: 'test-results/dom-walks-react' })
