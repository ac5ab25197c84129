import { bundleSources } from './bundle-sources.mjs'

const heading = `# Forms

What \`useAuthForm()\` and \`formOf(view)\` give for each route: the fields, the actions and the keys of their texts. The
[guide](guides/forms.md) shows how to render them. \`npm run docs\` generates this page from the forms of all leaves of
the chart; \`npm test\` fails when it is stale.

- *name*: in \`form.fields\` and \`form.actions\`. The name of a field is also that of its input.
- *label*: the key of the text in \`words.texts\`.
- The pool of this page has user names and e-mail addresses, a hosted UI with one provider, and every second factor. Its
  sign-up has an e-mail address. \`repeatPassword\` is on.
- An error is \`failure.<code>\` ([failures](failures.md)) or \`problem.<key>\`, a status \`notice.<notice>\`
  ([notices](notices.md)) or \`status.<…>\`, a rule \`rule.<rule>\`.
`

const delivery = { medium: 'EMAIL', destination: 'a***@e***', attribute: 'email' }
const ada = {
  kind: 'userPool',
  username: 'ada',
  userId: 'ada',
  email: 'ada@example.com',
  name: 'Ada',
  groups: [],
  claims: {},
  provider: undefined,
}

const factors = ['PASSKEY', 'EMAIL', 'SMS', 'PASSWORD']

/** The challenge that each route answers. */
const challenges = {
  selectFactor: { type: 'factor', rejected: undefined },
  passkey: { type: 'passkey', request: '{}' },
  confirmSignIn: {
    type: 'code',
    factor: 'second',
    mfaType: 'TOTP',
    destination: undefined,
    deviceName: undefined,
  },
  customChallenge: { type: 'custom', parameters: { question: 'the question of the trigger' } },
  selectMfaType: { type: 'mfaType', options: ['TOTP', 'SMS', 'EMAIL'] },
  setupTotp: { type: 'mfaSetup', options: ['TOTP'] },
  setupEmail: { type: 'mfaSetup', options: ['EMAIL'] },
  newPassword: { type: 'newPassword', missingAttributes: ['name'], providedAttributes: [] },
}

/** The page as it should be. */
export async function formsPage() {
  const sources = await bundleSources('form-sources.mjs')
  const forms = new Map()
  for (const leaf of Object.keys(sources.routeOf)) {
    const form = formOfLeaf(leaf, sources)
    for (const one of [form, ...form.sections]) collect(forms, leaf, one)
  }
  return heading + [...forms.values()].map(sectionOf).join('')
}

/** The form of a leaf of the chart, with the key of each text in its place. */
function formOfLeaf(leaf, { authMachine, connect, english, formOf, withTexts, ...sources }) {
  const value = leaf.split('.').reduceRight((inner, name) => (inner ? { [name]: inner } : name), '')
  const snapshot = authMachine.resolveState({ value, context: contextOf(leaf, sources) })
  const words = withTexts(english, (key, { label }) =>
    // Says that a field may stay empty; the table has a column for it.
    key === 'field.optional' ? String(label) : key,
  )
  return formOf(
    connect(snapshot, () => undefined),
    { words, repeatPassword: true, now: 0 },
  )
}

/** All that a form can show. */
function contextOf(leaf, { initialContext, routeOf, Secret }) {
  const route = routeOf[leaf]
  const passwordPolicy = {
    minLength: 8,
    requireUppercase: true,
    requireLowercase: true,
    requireNumbers: true,
    requireSymbols: true,
  }
  const formSettings = {
    loginWith: ['username', 'email'],
    attributes: [{ name: 'email', isRequired: true }],
  }
  const firstFactors = ['PASSKEY', 'PASSWORD']
  const input = { passwordPolicy, formSettings, firstFactors, providers: ['Google'] }
  const attributes = { name: 'Ada', email: 'ada@example.com', phone_number: '+15550100200' }
  const device = { key: 'KEY', isCurrent: true, isRemembered: false }
  const isUnconfirmed = leaf === 'forgotPassword.editing'
  return {
    ...initialContext({ input }),
    username: 'ada',
    user: ada,
    elsewhere: ada,
    challenge: { kind: 'challenge', username: 'ada', factors, issuedAt: 0, ...challenges[route] },
    round: 1,
    totpSecret: /editing|verif/.test(leaf) ? new Secret('key') : undefined,
    delivery,
    resendAt: leaf.endsWith('cooling') ? 60_000 : 0,
    contacts: [{ attribute: 'email', value: 'a***@e***' }],
    account: {
      profile: {
        data: { attributes, mfa: { enabled: [], preferred: undefined } },
        isLoading: false,
      },
      devices: { data: [device], isLoading: false },
      passkeys: { data: [{ id: 'ID', name: undefined }], isLoading: false },
      factors: { data: ['PASSWORD'], isLoading: false },
    },
    failure: isUnconfirmed ? { code: 'noVerifiedContact', message: '' } : undefined,
  }
}

/** Adds what the form of one leaf has to that of the others. */
function collect(forms, leaf, form) {
  const known = forms.get(form.name) ?? {
    form,
    leaves: [],
    fields: new Map(),
    actions: new Map(),
    texts: new Set(),
  }
  forms.set(form.name, known)
  known.leaves.push(leaf)
  if (form.text) known.texts.add(form.text)
  if (form.submitLabel) known.form = form
  for (const field of form.fields) add(known.fields, field, leaf)
  for (const action of form.actions) add(known.actions, action, leaf)
}

function add(parts, part, leaf) {
  const known = parts.get(part.name) ?? { leaves: [], labels: new Set() }
  known.leaves.push(leaf)
  known.labels.add(part.label)
  parts.set(part.name, { ...known, part: known.part ?? part })
}

function sectionOf({ form, leaves, fields, actions, texts }) {
  const { name, route, title, submitLabel, submitAttributes } = form
  const heading = name === route ? `## \`${name}\`` : `### \`${name}\`, a section of \`${route}\``
  const facts = [
    `Title ${code(title)}`,
    ...(texts.size > 0 ? [`text ${[...texts].map(textOf).join(' or ')}`] : []),
    submitLabel
      ? `submits ${code(submitAttributes['data-action'])} with ${code(submitLabel)}`
      : 'nothing to submit',
  ]
  return `
${heading}

${facts.join(', ')}.
${tableOf('field | kind | label | `autocomplete` | may stay empty', [...fields.values()].map(fieldRow))}${tableOf(
  'action | event | label | kind | when',
  [...actions.values()].map((action) => actionRow(action, leaves)),
)}`
}

function tableOf(head, rows) {
  if (rows.length === 0) return ''
  const line = head.replaceAll(/[^|]+/g, '---')
  return `\n| ${head} |\n|${line}|\n${rows.join('')}`
}

function fieldRow({ part: { name, kind, attributes, isRequired }, labels }) {
  const cells = [
    code(name),
    kind,
    labelsOf(labels),
    attributes.autocomplete ?? '',
    isRequired ? '' : 'yes',
  ]
  return `| ${cells.join(' | ')} |\n`
}

function actionRow({ part: { name, event, kind }, labels, leaves }, all) {
  return `| ${[code(name), code(event), labelsOf(labels), kind, whenOf(leaves, all)].join(' | ')} |\n`
}

/** Blank for an action that is always there. */
function whenOf(leaves, all) {
  if (leaves.length === all.length) return ''
  return `in ${leaves.map(code).join(', ')}`
}

const labelsOf = (labels) => [...labels].map(code).join(', ')

/** A text that is no word of ours, and one with a key. */
const textOf = (text) => (text.includes('.') ? code(text) : text)

const code = (text) => `\`${text}\``
