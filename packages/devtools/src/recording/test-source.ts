import type { Replay } from '@authchart/testing'

/** A Vitest test that takes a recorded session: the real client over a scripted Cognito, without a browser. */
export function testSource(replay: Replay): string {
  return `\
${imports(replay)}import { withVault, authBehaviour, explore, runWalk, walkOf, wireDriver } from '@authchart/testing'
import { test } from 'vitest'

/*
 * Recorded with the inspector. Each step is made to happen and compared with what the chart says.
 * What was typed is not in it: passwords and codes are those of the example person of the tests.
 */
const replay = ${JSON.stringify(replay, undefined, 2)}

const behaviour = withVault(authBehaviour)

test(replay.title, { timeout: 60_000 }, async () => {
  const walk = walkOf(explore(behaviour), replay)
  await runWalk(behaviour, walk, await wireDriver(${isFederated(replay) ? '{ identityPool }' : ''}).open())
})
`
}

/** A sign-in with another provider's token needs the AWS SDK. */
const isFederated = ({ start, steps }: Replay) => /federate/.test([start, ...steps].join())

const imports = (replay: Replay) =>
  isFederated(replay) ? "import { identityPool } from '@authchart/machine/identity-pool'\n" : ''
