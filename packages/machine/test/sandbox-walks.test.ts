import { createSandbox } from '@authchart/sandbox'
import { describe, test } from 'vitest'
// Loaded beforehand: the first load is slower than a request may be.
import '@aws-sdk/client-cognito-identity'
import 'oauth4webapi'
import { sandboxBehaviour, sandboxDriver } from '../src/testing/drivers/sandbox.ts'
import { planWalks } from '../src/testing/plan/plan-walks.ts'
import { runWalk } from '../src/testing/run/run-walk.ts'

const behaviour = sandboxBehaviour()
const sandbox = createSandbox()
const { open, refuses = () => undefined } = sandboxDriver({
  fetch: sandbox.fetch,
  config: { ...sandbox.config },
})
const plan = planWalks({ behaviour, refuses })

describe('walks over the sandbox', () => {
  for (const walk of plan.walks) {
    test(walk.title, async () => {
      await runWalk(behaviour, walk, await open())
    })
  }
})
