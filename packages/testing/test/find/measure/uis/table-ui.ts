/**
 * A UI in the style of a page of tables: no labels, no headings, no `<form>`, texts in placeholders and in the cells
 * beside a field. It does not know what reads it.
 */
import { type Auth, type AuthView, createAuth } from '@authchart/machine'

const auth = createAuth({
  config: {
    region: 'eu-central-1',
    userPoolId: 'eu-central-1_Tables001',
    userPoolClientId: 'tablesclient00000000000001',
    authenticationFlowType: 'USER_PASSWORD_AUTH',
  },
})

type Row = readonly [cell: string, content: string]

const box = (name: string, hint: string, type = 'text') =>
  `<input class="box" id="${name}" type="${type}" placeholder="${hint}">`
const push = (id: string, text: string, isOff = false) =>
  `<input class="push" type="button" id="${id}" value="${text}"${isOff ? ' disabled' : ''}>`
const hop = (id: string, text: string) => `<a href="#" id="${id}">${text}</a>`

function table(title: string, rows: readonly Row[], below: readonly string[] = []): string {
  const lines = rows.map(
    ([cell, content]) => `<tr><td align="right">${cell}</td><td>${content}</td></tr>`,
  )
  return `<table border="0" cellpadding="4"><tr><td colspan="2"><b tabindex="-1">${title}</b></td></tr>${lines.join('')}</table><p>${below.join(' | ')}</p>`
}

/** The page of a view, as HTML. */
function pageOf(view: AuthView): string {
  const off = view.isPending
  const back = hop('back', 'Return to login page')
  const stop = view.isPending ? [hop('stop', 'Stop waiting')] : []
  const other = 'elsewhere' in view && view.elsewhere ? [hop('other', 'Use the other login')] : []
  switch (view.route) {
    case 'restoring':
      return '<i>Loading, please wait</i>'
    case 'signingOut':
      return '<i>Logging you out</i>'
    case 'redirecting':
      return `<i>Off to another page</i> ${hop('stop', 'Stay here')}`
    case 'signIn':
      return table(
        'MEMBERS LOGIN',
        [
          ['User:', box('user', 'user name')],
          ['Pass:', box('pass', 'password', 'password')],
          ['', push('send', 'Log in', off)],
        ],
        [
          hop('join', 'Register as a member'),
          hop('lost', 'Lost password'),
          hop('code1', 'Activate my registration'),
          hop('code2', 'I was sent a reset code'),
          ...stop,
        ],
      )
    case 'signUp':
      return table(
        'NEW MEMBER',
        [
          ['User:', box('user', 'choose a user name')],
          ['Mail:', box('mail', 'e-mail address')],
          ['Pass:', box('pass', 'choose a password', 'password')],
          ['Again:', box('again', 'same password again', 'password')],
          ['', push('send', 'Register', off)],
        ],
        [back, hop('code1', 'Activate my registration'), ...stop, ...other],
      )
    case 'confirmSignUp':
      return table(
        'ACTIVATION',
        [
          ['Sent to:', view.destination ?? 'no address'],
          ['Code:', box('code', 'activation code')],
          ['', push('send', 'Activate', off)],
        ],
        [view.canResend ? hop('again', 'Mail it again') : '', back, ...stop, ...other],
      )
    case 'forgotPassword':
      return table(
        'LOST PASSWORD',
        [
          ['User:', box('user', 'user name')],
          ['', push('send', 'Mail me a code', off)],
        ],
        [hop('code2', 'I was sent a reset code'), back, ...stop, ...other],
      )
    case 'resetPassword':
      return table(
        'SET A PASSWORD',
        [
          ['Sent to:', view.destination ?? 'no address'],
          ['Code:', box('code', 'reset code')],
          ['Pass:', box('pass', 'new password', 'password')],
          ['', push('send', 'Store password', off)],
        ],
        [view.canResend ? hop('again', 'Mail it again') : '', back, ...stop, ...other],
      )
    case 'selectFactor':
      return table(
        'HOW TO GET IN',
        [
          ['Pass:', box('pass', 'your password', 'password')],
          ['', push('send', 'Go on', off)],
        ],
        [hop('mailed', 'Mail me a code'), back, ...stop, ...other],
      )
    case 'passkey':
      return table('PASSKEY', [['', push('send', 'Use it', off)]], [back, ...stop, ...other])
    case 'confirmSignIn':
      return table(
        `CODE FOR ${view.mfaType}`,
        [
          ['Sent to:', view.destination ?? 'no address'],
          ['Code:', box('code', '6 digits')],
          ['', `<input type="checkbox" id="trust"> Trust this computer`],
          ['', push('send', 'Go on', off)],
        ],
        [back, ...stop, ...other],
      )
    case 'customChallenge':
      return table(
        'QUESTION',
        [
          [view.parameters.question ?? '', box('answer', 'type the answer')],
          ['', push('send', 'Go on', off)],
        ],
        [back, ...stop, ...other],
      )
    case 'selectMfaType':
      return table(
        'SECOND CHECK',
        [
          [
            'By:',
            `<select id="kind">${view.options.map((option) => `<option value="${option}">${option === 'TOTP' ? 'Authenticator app' : option === 'SMS' ? 'Text message' : 'E-mail'}</option>`).join('')}</select>`,
          ],
          ['', push('send', 'Go on', off)],
        ],
        [back, ...stop, ...other],
      )
    case 'setupEmail':
      return table(
        'MAIL FOR CODES',
        [
          ['Mail:', box('mail', 'e-mail address')],
          ['', push('send', 'Store', off)],
        ],
        [back, ...stop, ...other],
      )
    case 'setupTotp':
      return table(
        'AUTHENTICATOR',
        [
          ['Key:', `<tt>${view.setupKey() ?? ''}</tt>`],
          ['App:', box('app', 'a name for your app')],
          ['Code:', box('code', '6 digits')],
          ['', push('send', 'Check it', off || view.isVerified)],
        ],
        [view.canRetry ? hop('retry', 'Try it again') : '', hop('leave', 'Leave this'), ...stop],
      )
    case 'newPassword':
      return table(
        'FIRST LOGIN',
        [
          ...view.missingAttributes.map(
            (name): Row => [`${name}:`, box(name, name.replace('_', ' '))],
          ),
          ['Pass:', box('pass', 'new password', 'password')],
          ['', push('send', 'Store password', off)],
        ],
        [back, ...stop, ...other],
      )
    case 'verifyContact':
      return table(
        'CHECK YOUR ADDRESS',
        view.contacts.map(
          ({ attribute, value }): Row => [
            attribute,
            push(`verify-${attribute}`, `Mail a code to ${value}`, off),
          ],
        ),
        [hop('skip', 'Not today'), ...stop],
      )
    case 'passkeyPrompt':
      return table(
        'A PASSKEY',
        [['', push('send', 'Make a passkey', off)]],
        [hop('skip', 'Not now'), hop('never', 'Never ask me again'), ...stop],
      )
    case 'confirmContact':
      return table(
        'ADDRESS CODE',
        [
          ['Sent to:', view.destination ?? 'no address'],
          ['Code:', box('code', 'code')],
          ['', push('send', 'Check it', off)],
        ],
        [view.canResend ? hop('again', 'Mail it again') : '', hop('skip', 'Not today'), ...stop],
      )
    case 'signedIn':
      return table(
        'MEMBERS AREA',
        [
          [
            'Name:',
            `${box('name', 'your name')} ${push('rename', 'Store name', off)} ${push('unname', 'Clear name', off)}`,
          ],
          ['Old pass:', box('old', 'password now', 'password')],
          [
            'New pass:',
            `${box('pass', 'password from now on', 'password')} ${push('change', 'Change password', off)}`,
          ],
          ['Mail:', push('check', 'Check my mail address', off)],
          ['App:', push('totp', 'Use an authenticator', off)],
          ['', push('close', 'Cancel my membership', off)],
        ],
        [
          hop('read', 'Reload'),
          hop('out', 'Log out'),
          hop('outAll', 'Log out everywhere'),
          ...stop,
        ],
      )
  }
}

const value = (id: string) => (document.getElementById(id) as HTMLInputElement | null)?.value ?? ''

/** Does what an element of the page stands for. */
function does(id: string, view: AuthView): unknown {
  if (id === 'stop' && 'cancel' in view) return view.cancel()
  if (id === 'back' && 'goSignIn' in view) return view.goSignIn()
  if (id === 'other' && 'goSignedIn' in view) return view.goSignedIn()
  if (id === 'again' && 'resend' in view) return view.resend()
  if (id === 'skip' && 'skip' in view) return view.skip()
  if (id === 'code1' && 'goConfirmSignUp' in view)
    return view.goConfirmSignUp({ username: value('user') })
  if (id === 'code2' && 'goResetPassword' in view)
    return view.goResetPassword({ username: value('user') })
  if (id.startsWith('verify-') && view.route === 'verifyContact')
    return view.submit({ attribute: id.slice(7) })
  if (id === 'send') return sends(view)
  if (view.route === 'signIn') return id === 'join' ? view.goSignUp() : view.goForgotPassword()
  if (id === 'mailed' && view.route === 'selectFactor') return view.submit({ factor: 'EMAIL' })
  if (view.route === 'setupTotp') return id === 'retry' ? view.retry() : view.leave()
  if (view.route === 'signedIn') return member[id]?.(view)
}

const member: Readonly<Record<string, (view: Extract<AuthView, { route: 'signedIn' }>) => void>> = {
  rename: (view) => view.updateAttributes({ attributes: { name: value('name') } }),
  unname: (view) => view.deleteAttributes({ names: ['name'] }),
  change: (view) =>
    view.changePassword({ previousPassword: value('old'), password: value('pass') }),
  check: (view) => view.verifyAttribute({ attribute: 'email' }),
  totp: (view) => view.setupTotp(),
  close: (view) => view.deleteUser(),
  read: (view) => view.loadProfile(),
  out: (view) => view.signOut(),
  outAll: (view) => view.globalSignOut(),
}

function sends(view: AuthView): unknown {
  switch (view.route) {
    case 'signIn':
      return view.submit({ username: value('user'), password: value('pass') })
    case 'signUp':
      if (value('pass') !== value('again')) return complain('The passwords differ')
      return view.submit({
        username: value('user'),
        password: value('pass'),
        attributes: { email: value('mail') },
      })
    case 'confirmSignUp':
    case 'confirmContact':
      return view.submit({ code: value('code') })
    case 'forgotPassword':
      return view.submit({ username: value('user') })
    case 'resetPassword':
      return view.submit({ code: value('code'), password: value('pass') })
    case 'confirmSignIn': {
      const rememberDevice = (document.getElementById('trust') as HTMLInputElement).checked
      return view.submit({ code: value('code'), rememberDevice })
    }
    case 'selectFactor':
      return view.submit({ factor: 'PASSWORD', password: value('pass') })
    case 'passkey':
      return view.submit()
    case 'customChallenge':
      return view.submit({ answer: value('answer') })
    case 'selectMfaType':
      return view.submit({ mfaType: value('kind') as (typeof view.options)[number] })
    case 'setupEmail':
      return view.submit({ email: value('mail') })
    case 'setupTotp':
      return view.submit({ code: value('code'), deviceName: value('app') })
    case 'newPassword': {
      const attributes = Object.fromEntries(
        view.missingAttributes.map((name) => [name, value(name)]),
      )
      return view.submit({ password: value('pass'), attributes })
    }
    default:
      return undefined
  }
}

const page = document.getElementById('page') as HTMLElement
const message = document.getElementById('message') as HTMLElement

function complain(text: string): void {
  message.textContent = text
}

function show(auth: Auth): void {
  const view = auth.getView()
  page.innerHTML = pageOf(view)
  const user = document.getElementById('user') as HTMLInputElement | null
  if (user && 'username' in view) user.value = view.username ?? ''
  page.querySelector<HTMLElement>('[tabindex]')?.focus()
  message.setAttribute('role', view.failure ? 'alert' : 'status')
  complain(view.failure?.message ?? view.notice ?? '')
}

page.addEventListener('click', (event) => {
  const { id } = event.target as HTMLElement
  if (!id || (event.target as HTMLElement).matches('.box, select, [type=checkbox]')) return
  event.preventDefault()
  does(id, auth.getView())
})
auth.subscribe(() => show(auth))
show(auth)
