import { describe } from 'vitest'
import { byPassword, planOverWire, testWalksOverWire } from '../support/wire-walks.ts'

// `npm test` takes the same transitions against the sandbox, in one process (`drivers/sandbox-walks.test.ts`).
describe('all walks of transitions', () => {
  testWalksOverWire(planOverWire('transitions'), byPassword, {
    'a user who has a passkey is offered none': 1,
    'no user has signed in with a passkey here before': 2,
    'the storage does one thing at a time: external events wait until that is done': 9,
    'a session that is gone takes its refresh with it': 2,
    'the vault answers at once: nothing comes between': 3,
  })
})
