import { Window } from 'happy-dom'
import { expect, onTestFinished, test } from 'vitest'
import {
  reject,
  rememberSubmission,
  replaceSession,
  seed,
  sessionItems,
  stubbornStorage,
  submitAgain,
} from '../../src/drivers/page/in-page.ts'

const key = (name: string) => `CognitoIdentityServiceProvider.client.${name}`
const session = { [key('ada.idToken')]: 'new', [key('LastAuthUser')]: 'ada' }

/** A page as Playwright drives it: functions go there as text. */
function openPage() {
  const window = new Window({ url: 'https://app.example/' })
  onTestFinished(() => window.happyDOM.close())
  const { document } = window
  const realm = {
    window,
    document,
    localStorage: window.localStorage,
    sessionStorage: window.sessionStorage,
  }
  const names = [...Object.keys(realm), 'Storage', 'globalThis']
  const values = [...Object.values(realm), window.Storage, window]
  function evaluate<Argument, Result>(run: (argument: Argument) => Result, argument: Argument) {
    return new Function(...names, `return (${run})`)(...values)(argument) as Result
  }
  evaluate(stubbornStorage, undefined as never)
  return { document, evaluate, storage: window.localStorage }
}

test.each([
  ['reads', (storage: Storage) => storage.getItem(key('LastAuthUser'))],
  ['writes', (storage: Storage) => storage.setItem(key('LastAuthUser'), 'eve')],
  ['removals', (storage: Storage) => storage.removeItem(key('LastAuthUser'))],
] as const)(
  'while the storage rejects %s of the app, the driver can still use it',
  async (rejected, app) => {
    const { evaluate, storage } = openPage()
    evaluate(seed, { local: { [key('bob.idToken')]: 'old', other: 'stored' }, session: {} })
    evaluate(reject, rejected)
    expect(() => app(storage as unknown as Storage)).toThrow('The storage rejects it')

    evaluate(replaceSession, session)
    expect(JSON.parse(await evaluate(sessionItems, undefined))).toEqual(
      Object.entries(session).sort(),
    )
    expect(() => app(storage as unknown as Storage)).toThrow('The storage rejects it')

    evaluate(reject, '')
    expect({ ...storage }).toEqual({ ...session, other: 'stored' })
    expect(() => app(storage as unknown as Storage)).not.toThrow()
  },
)

test('without a stubborn storage, the storage of the page is used', () => {
  const window = new Window({ url: 'https://app.example/' })
  onTestFinished(() => window.happyDOM.close())
  const run = new Function('localStorage', 'Storage', 'globalThis', `return (${replaceSession})`)
  run(window.localStorage, window.Storage, window)(session)
  expect({ ...window.localStorage }).toEqual(session)
})

test('a form is submitted once more only if the last action has submitted it', () => {
  const { document, evaluate } = openPage()
  evaluate(rememberSubmission, undefined as never)
  document.body.innerHTML =
    '<form><button>Confirm</button><button type="button">Resend</button></form>'
  const [confirm, resend] = document.querySelectorAll('button')
  let submissions = 0
  document.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault()
    submissions += 1
  })
  expect(evaluate(submitAgain, undefined as never)).toBe(false)
  confirm?.click()
  expect(evaluate(submitAgain, undefined as never)).toBe(true)
  expect(submissions).toBe(2)
  resend?.click()
  expect(evaluate(submitAgain, undefined as never)).toBe(false)
  expect(submissions).toBe(2)
})
