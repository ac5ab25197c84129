/**
 * Eine Oberfläche auf Deutsch in its own words, with `<div role="button">` for buttons and `aria-label` for fields, as
 * component libraries make them: cards, an overlay of settings, tabs of a factor. It does not know what reads it.
 */
import { type AuthView, createAuth } from '@authchart/machine'

const auth = createAuth({
  config: {
    region: 'eu-west-1',
    userPoolId: 'eu-west-1_Deutsch01',
    userPoolClientId: 'deutschclient0000000000001',
  },
})

type Run = () => unknown

function make(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...content: (Node | string)[]
) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value)
  node.append(...content)
  return node
}

function knopf(text: string, run: Run, isBusy = false) {
  const state = isBusy ? 'true' : 'false'
  const node = make(
    'div',
    { role: 'button', tabindex: '0', 'aria-disabled': state, class: 'knopf' },
    text,
  )
  node.addEventListener('click', () => {
    if (!isBusy) run()
  })
  return node
}

/** A symbol only: what it does is in its label. */
function symbol(sign: string, label: string, run: Run) {
  const node = make(
    'div',
    { role: 'button', tabindex: '0', 'aria-label': label, class: 'symbol' },
    sign,
  )
  node.addEventListener('click', () => run())
  return node
}

function feld(label: string, attributes: Readonly<Record<string, string>> = {}) {
  return make('input', { 'aria-label': label, type: 'text', ...attributes }) as HTMLInputElement
}

const passwort = (label: string, autocomplete: string) =>
  feld(label, { type: 'password', autocomplete })
const gesendet = ({ destination = 'niemanden' }) => make('p', {}, `Gesendet an ${destination}`)
const ziffern = () => feld('Bestätigungscode', { inputmode: 'numeric', maxlength: '6' })

function karte(title: string, ...content: (Node | string)[]) {
  return make('section', { class: 'karte' }, make('h2', { tabindex: '-1' }, title), ...content)
}

const answered = new Map<string, HTMLElement>()

/** The card of a view. Built once for each screen, so that what is typed stays. */
function karteOf(view: AuthView): HTMLElement {
  const busy = view.isPending
  const zurueck = 'goSignIn' in view ? [symbol('←', 'Zurück zum Login', view.goSignIn)] : []
  const abbruch = busy && 'cancel' in view ? [knopf('Vorgang abbrechen', view.cancel)] : []
  const andere =
    view.elsewhere && 'goSignedIn' in view
      ? [knopf('Mit dem anderen Konto weiter', view.goSignedIn)]
      : []
  const exits = [...zurueck, ...abbruch, ...andere]
  switch (view.route) {
    case 'restoring':
      return make('p', { 'aria-busy': 'true' }, 'Wird geladen')
    case 'signingOut':
      return make('p', { 'aria-busy': 'true' }, 'Sie werden abgemeldet')
    case 'redirecting':
      return make('p', {}, 'Weiterleitung', knopf('Hier bleiben', view.cancel))
    case 'signIn': {
      const name = feld('E-Mail oder Benutzername', { autocomplete: 'username' })
      name.value = view.username
      const geheim = passwort('Passwort', 'current-password')
      return karte(
        'Willkommen zurück',
        name,
        geheim,
        knopf(
          'Einloggen',
          () => view.submit({ username: name.value, password: geheim.value }),
          busy,
        ),
        knopf('Passwort vergessen', view.goForgotPassword),
        make('p', {}, 'Noch kein Konto?', knopf('Jetzt registrieren', view.goSignUp)),
        ...abbruch,
      )
    }
    case 'signUp': {
      const name = feld('Benutzername', { autocomplete: 'username' })
      const mail = feld('E-Mail', { type: 'email', autocomplete: 'email' })
      const geheim = passwort('Passwort wählen', 'new-password')
      const form = () => ({
        username: name.value,
        password: geheim.value,
        attributes: { email: mail.value },
      })
      return karte(
        'Registrieren',
        name,
        mail,
        geheim,
        knopf('Registrierung abschicken', () => view.submit(form()), busy),
        ...exits,
      )
    }
    case 'confirmSignUp': {
      const code = ziffern()
      return karte(
        'E-Mail bestätigen',
        gesendet(view),
        code,
        knopf('Bestätigen', () => view.submit({ code: code.value }), busy),
        knopf('Code erneut zusenden', () => view.resend(), !view.canResend),
        ...exits,
      )
    }
    case 'forgotPassword': {
      const name = feld('E-Mail oder Benutzername', { autocomplete: 'username' })
      return karte(
        'Passwort zurücksetzen',
        name,
        knopf('Code anfordern', () => view.submit({ username: name.value }), busy),
        ...exits,
      )
    }
    case 'resetPassword': {
      const code = ziffern()
      const geheim = passwort('Neues Passwort', 'new-password')
      return karte(
        'Neues Passwort vergeben',
        gesendet(view),
        code,
        geheim,
        knopf(
          'Passwort speichern',
          () => view.submit({ code: code.value, password: geheim.value }),
          busy,
        ),
        knopf('Code erneut zusenden', () => view.resend(), !view.canResend),
        ...exits,
      )
    }
    case 'selectFactor':
      return karte(
        'Wie möchten Sie sich anmelden?',
        knopf('Mit einem Code per E-Mail', () => view.submit({ factor: 'EMAIL' }), busy),
        ...exits,
      )
    case 'passkey':
      return karte(
        'Passkey',
        knopf('Passkey benutzen', () => view.submit(), busy),
        ...exits,
      )
    case 'confirmSignIn': {
      const code = ziffern()
      const merken = make('input', {
        type: 'checkbox',
        'aria-label': 'Diesem Gerät vertrauen',
      }) as HTMLInputElement
      const form = () => ({ code: code.value, rememberDevice: merken.checked })
      return karte(
        'Sicherheitscode',
        gesendet(view),
        code,
        merken,
        knopf('Prüfen', () => view.submit(form()), busy),
        ...exits,
      )
    }
    case 'selectMfaType': {
      const names = { SMS: 'Per SMS', TOTP: 'Mit der App', EMAIL: 'Per E-Mail' }
      const choices = view.options.map((mfaType) =>
        knopf(names[mfaType], () => view.submit({ mfaType }), busy),
      )
      return karte('Wie möchten Sie sich ausweisen?', ...choices, ...exits)
    }
    case 'setupTotp': {
      const code = ziffern()
      const geraet = feld('Bezeichnung der App')
      return karte(
        'App verknüpfen',
        make('code', {}, view.setupKey() ?? ''),
        geraet,
        code,
        knopf(
          'Verknüpfen',
          () => view.submit({ code: code.value, deviceName: geraet.value }),
          busy || view.isVerified,
        ),
        ...(view.canRetry ? [knopf('Nochmals versuchen', view.retry)] : []),
        knopf('Verlassen', view.leave),
        ...abbruch,
      )
    }
    case 'newPassword': {
      const vorname = feld('Vorname', { autocomplete: 'given-name' })
      const geheim = passwort('Neues Passwort', 'new-password')
      const form = () => ({ password: geheim.value, attributes: { given_name: vorname.value } })
      return karte(
        'Bitte ein eigenes Passwort festlegen',
        vorname,
        geheim,
        knopf('Übernehmen', () => view.submit(form()), busy),
        ...exits,
      )
    }
    case 'verifyContact': {
      const choices = view.contacts.map(({ attribute, value }) =>
        knopf(`${value} prüfen`, () => view.submit({ attribute }), busy),
      )
      return karte('Kontakt prüfen', ...choices, knopf('Später erledigen', view.skip), ...abbruch)
    }
    case 'confirmContact': {
      const code = ziffern()
      return karte(
        'Kontakt bestätigen',
        gesendet(view),
        code,
        knopf('Bestätigen', () => view.submit({ code: code.value }), busy),
        knopf('Code erneut zusenden', () => view.resend(), !view.canResend),
        knopf('Später erledigen', view.skip),
        ...abbruch,
      )
    }
    case 'signedIn':
      return konto(view, busy)
    default:
      return karte('Das geht hier nicht', ...exits)
  }
}

let isOpen = false

/** The account: a greeting, and the settings once they are opened. */
function konto(view: Extract<AuthView, { route: 'signedIn' }>, busy: boolean): HTMLElement {
  const alt = passwort('Bisheriges Passwort', 'current-password')
  const neu = passwort('Neues Passwort', 'new-password')
  const name = feld('Ihr Name', { autocomplete: 'name' })
  const settings = make(
    'div',
    { class: 'einstellungen' },
    make('h3', {}, 'Passwort'),
    alt,
    neu,
    knopf(
      'Passwort ändern',
      () => view.changePassword({ previousPassword: alt.value, password: neu.value }),
      busy,
    ),
    make('h3', {}, 'Profil'),
    name,
    knopf(
      'Namen speichern',
      () => view.updateAttributes({ attributes: { name: name.value } }),
      busy,
    ),
    knopf('E-Mail bestätigen', () => view.verifyAttribute({ attribute: 'email' }), busy),
    knopf('App einrichten', view.setupTotp, busy),
    knopf('Konto löschen', view.deleteUser, busy),
    ...(busy ? [knopf('Vorgang abbrechen', view.cancel)] : []),
  )
  const open = symbol('⚙', 'Einstellungen', () => {
    isOpen = !isOpen
    if (isOpen) view.loadProfile()
    show()
  })
  return karte(
    `Guten Tag, ${view.user.email ?? view.user.username}`,
    open,
    ...(isOpen ? [settings] : []),
    knopf('Ausloggen', view.signOut),
    knopf('Überall ausloggen', view.globalSignOut),
  )
}

/** By the field of a failure, its input. */
const inputOf: Readonly<Record<string, string>> = {
  username: '[autocomplete=username]',
  password: '[autocomplete=new-password], [autocomplete=current-password]',
  previousPassword: '[autocomplete=current-password]',
  code: '[inputmode=numeric]',
  'attributes.email': '[autocomplete=email]',
}

const app = document.getElementById('app') as HTMLElement

function show(): void {
  const view = auth.getView()
  if (view.route !== 'signedIn' && view.route !== 'restoring') isOpen = false
  const typed = [...app.querySelectorAll('input')]
  const next = karteOf(view)
  // What was typed into the same screen stays.
  if (answered.get('shown')?.dataset.route === view.route) {
    next.querySelectorAll('input').forEach((input, index) => {
      input.value = typed[index]?.value ?? ''
      input.checked = typed[index]?.checked ?? false
    })
  }
  next.dataset.route = view.route
  answered.set('shown', next)
  const note = make(
    'p',
    { role: view.failure ? 'alert' : 'status' },
    view.failure?.message ?? view.notice ?? '',
  )
  app.replaceChildren(next, note)
  const field = view.failure?.field && inputOf[view.failure.field]
  const input = field ? next.querySelector<HTMLInputElement>(field) : null
  // A code that was rejected is of no use.
  if (input && view.failure?.field === 'code') input.value = ''
  const focused = input ?? next.querySelector<HTMLElement>('h2')
  focused?.focus()
}

auth.subscribe(show)
show()
