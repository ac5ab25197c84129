import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createAuth, memoryStorage } from '@authchart/machine'
import { openAmplifyMachine } from '../support/open-amplify-machine.mjs'

export const title = 'Chart'

export const meaning = `What a handle costs (\`createAuth()\`, beside the machine of Amplify UI, made and started), and how many transitions a second it takes:
from sign-in to sign-up and back. In Node; memory is what is still in use after a collection.`

const peer = 'Amplify UI, its machine'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')

const config = {
  region: 'eu-central-1',
  userPoolId: 'eu-central-1_Bench0001',
  userPoolClientId: 'bench',
}
const fetch = () => Promise.reject(new TypeError('There is no network'))

/** @param {{ isShort: boolean }} options @returns {Promise<import('../support/statistics.mjs').Row[]>} */
export async function compare({ isShort }) {
  const { createAuthenticatorMachine, interpret } = await openAmplifyMachine()
  const ours = () => createAuth({ config, storage: memoryStorage(), fetch })
  const theirs = () => interpret(createAuthenticatorMachine()).start()
  const count = isShort ? 10 : 200
  const rounds = isShort ? 1 : 5
  measureHandles(ours, 20)
  measureHandles(theirs, 20)
  const handles = { ours: [], theirs: [] }
  for (let round = 0; round < rounds; round += 1) {
    handles.ours.push(measureHandles(ours, count))
    handles.theirs.push(measureHandles(theirs, count))
  }
  const pick = (name) => ({
    ours: handles.ours.map((measured) => measured[name]),
    theirs: handles.theirs.map((measured) => measured[name]),
  })
  const transitions = { ours: [], theirs: [] }
  const events = isShort ? 100 : 2_000
  for (let round = 0; round < rounds; round += 1) {
    transitions.ours.push(await ourTransitions(ours, events))
    transitions.theirs.push(await theirTransitions(interpret, createAuthenticatorMachine, events))
  }
  return [
    { what: 'a handle, time', peer, unit: 'ms', limit: 0.5, ...pick('ms') },
    { what: 'a handle, memory', peer, unit: 'kB', limit: 0.5, ...pick('kB') },
    { what: 'transitions', peer, unit: 'per s', better: 'more', ...transitions },
  ]
}

/** @param {() => { stop(): void }} make @param {number} count */
function measureHandles(make, count) {
  collect()
  const before = process.memoryUsage().heapUsed
  const begun = performance.now()
  const made = Array.from({ length: count }, make)
  const ms = (performance.now() - begun) / count
  collect()
  const kB = (process.memoryUsage().heapUsed - before) / count / 1024
  for (const handle of made) handle.stop()
  return { ms, kB }
}

async function ourTransitions(make, events) {
  const auth = make()
  await auth.ready()
  const begun = performance.now()
  for (let left = events; left > 0; left -= 2) {
    go(auth, 'signIn', 'goSignUp')
    go(auth, 'signUp', 'goSignIn')
  }
  const rate = events / ((performance.now() - begun) / 1000)
  auth.stop()
  return rate
}

function go(auth, route, action) {
  const view = auth.getView()
  if (view.route !== route) throw new Error(`The screen is ${view.route}, not ${route}`)
  view[action]()
}

async function theirTransitions(interpret, createAuthenticatorMachine, events) {
  const services = {
    getCurrentUser: () => Promise.reject(new Error('signed out')),
    getAmplifyConfig: async () => ({}),
  }
  const machine = createAuthenticatorMachine()
  const service = interpret(machine).start()
  const until = (fits) =>
    new Promise((resolve) => {
      service.onTransition((state) => fits(state) && resolve(undefined))
    })
  if (!service.getSnapshot().matches('setup')) await until((state) => state.matches('setup'))
  service.send({ type: 'INIT', data: { services } })
  await until((state) => state.matches('signInActor'))
  await new Promise((resolve) => setTimeout(resolve, 20))
  const begun = performance.now()
  for (let left = events; left > 0; left -= 2) {
    service.send({ type: 'SIGN_UP' })
    expectState(service, 'signUpActor')
    service.send({ type: 'SIGN_IN' })
    expectState(service, 'signInActor')
  }
  const rate = events / ((performance.now() - begun) / 1000)
  service.stop()
  return rate
}

function expectState(service, name) {
  const state = service.getSnapshot()
  if (!state.matches(name))
    throw new Error(`Amplify's machine is at ${JSON.stringify(state.value)}`)
}
