import '@authchart/example-shared/styles.css'
import { language } from '@authchart/example-shared/language'
import { showStartError } from '@authchart/example-shared/start-error'
import { ignoreStrayClicks } from '@authchart/example-shared/stray-clicks'

const page = document.querySelector<HTMLElement>('#page') ?? document.body
ignoreStrayClicks(page)

try {
  // Its modules import `auth`, which needs a configuration.
  const [{ start }] = await Promise.all([import('./start.tsx'), language.start()])
  start(page)
} catch (error) {
  showStartError(page, error)
}
