import { AuthProvider } from '@authchart/react'
import { testingLibraryDriver } from '@authchart/testing'
import { uiFromForms, walkTests } from '@authchart/testing/vitest'
import { userEvent } from '@testing-library/user-event'
import { createRoot } from 'react-dom/client'
import { test } from 'vitest'
import { Screens } from '../src/react-screens.tsx'
import { steps } from '../src/steps.ts'
import { behaviour, ofSteps } from './behaviour.ts'

const driver = testingLibraryDriver({
  ui: uiFromForms({ steps }),
  steps,
  render: (auth) => {
    const container = document.body.appendChild(document.createElement('div'))
    const root = createRoot(container)
    root.render(
      <AuthProvider auth={auth}>
        <Screens />
      </AuthProvider>,
    )
    const unmount = () => {
      root.unmount()
      container.remove()
    }
    return { handle: { user: userEvent.setup(), container }, container, unmount }
  },
})

walkTests(test, driver, { behaviour, cover: 'states', only: ofSteps, out: 'test-results/react' })
