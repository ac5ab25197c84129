import { createAuth, Secret } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { type Outcome, outcomes, scriptedCognito, scriptedConfig } from '@authchart/testing'
import { waitFor } from 'xstate'
import { inspectAuth } from '../src/index.ts'

/*
 * A sign-in story on the real machine with a scripted Cognito: a wrong password, a second factor, a code
 * that is sent twice. `?until=` stops it at a state; `?events=` adds events of a busy app; `?connect=`
 * shows it in the standalone page as well.
 */

const { searchParams } = new URL(location.href)
const cognito = scriptedCognito()
globalThis.fetch = cognito.fetch
localStorage.clear()
const auth = createAuth({ config: scriptedConfig })
inspectAuth(auth, {
  capacity: 10_000,
  connect: searchParams.get('connect') ?? undefined,
}).mount(document.body)

const actor = actorOf(auth)
const pause = () => new Promise((resolve) => setTimeout(resolve, 120))

async function ends(actorName: string, name: string, send: () => void) {
  const outcome = outcomes.find((one) => one.actor === actorName && one.name.startsWith(name))
  if (!outcome) throw new Error(`No outcome ${name} of ${actorName}`)
  await requested(outcome, send)
  cognito.release()
  // However busy the machine is.
  await waitFor(actor, (snapshot) => !snapshot.hasTag('pending'))
  await pause()
}

async function requested(outcome: Outcome | undefined, send: () => void) {
  cognito.arm(outcome)
  send()
  await cognito.requested()
  await pause()
}

const username = 'ada@example.com'
const password = new Secret('correct horse battery staple')
const signIn = () => actor.send({ type: 'signIn.submit', username, password })
const until = searchParams.get('until') ?? 'signedIn'

async function story() {
  await auth.ready()
  await pause()
  await ends('signIn', 'NotAuthorizedException', signIn)
  if (until === 'pending') {
    return requested(
      outcomes.find(({ actor }) => actor === 'signIn'),
      () => {
        signIn()
        signIn()
      },
    )
  }
  await ends('signIn', 'SMS_MFA', signIn)
  if (until === 'challenge') return actor.send({ type: 'signIn.submit', username, password })
  const code = new Secret('123456')
  await ends('respondToChallenge', 'CodeMismatchException', () =>
    actor.send({ type: 'confirmSignIn.submit', code, rememberDevice: false }),
  )
  await ends('respondToChallenge', 'tokens', () => {
    actor.send({ type: 'confirmSignIn.submit', code, rememberDevice: true })
    actor.send({ type: 'confirmSignIn.submit', code, rememberDevice: true })
  })
}

await story()
document.documentElement.dataset.story = 'running'
// A busy session: each frame some more, two events of the trace for each that is sent.
for (let left = Number(searchParams.get('events')); left > 0; left -= 40) {
  for (let sent = 0; sent < 20; sent += 1) actor.send({ type: 'signedIn.cancel' })
  await new Promise((resolve) => requestAnimationFrame(resolve))
}
document.documentElement.dataset.story = 'over'
