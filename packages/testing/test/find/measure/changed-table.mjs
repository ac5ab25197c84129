/** A change of the UI of tables, or of the contract that was found of it: what has to be named, and proposed instead. */

/** @typedef {{ what: string, name: string, proposal: string | undefined }} Change */

/** In the bundle of the UI. @type {(Change & { from: RegExp, to: string })[]} */
const inUi = [
  {
    what: 'the label of a button',
    from: /Mail me a code/g,
    to: 'Post me a code',
    name: 'actions.forgotPassword.submit',
    proposal: 'Post me a code',
  },
  {
    what: 'the text in a field',
    from: /activation code/g,
    to: 'number from our mail',
    name: 'actions.confirmSignUp.submit',
    proposal: 'number from our mail',
  },
  {
    what: 'a link instead of a button',
    from: /("type the answer"\)\],\s+\["", )push\("send", "Go on", off\)/,
    to: '$1hop("send", "Go on")',
    name: 'actions.customChallenge.submit',
    proposal: "getByRole('link', { name: 'Go on'",
  },
  {
    what: 'a button that is removed',
    from: /(view\.contacts\.map[\s\S]*?)hop\("skip", "Not today"\)/,
    to: '$1""',
    name: 'actions.verifyContact.skip',
    proposal: undefined,
  },
  {
    what: 'a title',
    from: /MEMBERS AREA/g,
    to: 'YOUR PAGES',
    name: 'routes.signedIn',
    proposal: 'YOUR PAGES',
  },
]

/** @type {Change[]} */
const inContract = [
  { what: 'a test id', name: 'actions.signOut', proposal: "'Log out'" },
  {
    what: 'two fields that are swapped',
    name: 'actions.signedIn.changePassword',
    proposal: "'password now', { exact: true }).fill(previousPassword)",
  },
  { what: 'two titles that are swapped', name: 'routes.signUp', proposal: 'NEW MEMBER' },
  { what: 'two titles that are swapped', name: 'routes.forgotPassword', proposal: 'LOST PASSWORD' },
]

/**
 * @param {string} script the bundle of the UI
 * @throws Error if there is nothing to change any more
 */
export function changedUi(script) {
  return inUi.reduce((text, { from, to, what }) => replaced(text, from, to, what), script)
}

/** @param {string} contract */
export function changedContract(contract) {
  const action = /'signedIn\.changePassword'[\s\S]*?\n {4}\},\n/.exec(contract)?.[0] ?? ''
  const swapped = replaced(
    replaced(
      replaced(action, /\.fill\(previousPassword\)/, '.fill(#)', 'fields'),
      /\.fill\(password \?\? ''\)/,
      '.fill(previousPassword)',
      'fields',
    ),
    /\.fill\(#\)/,
    ".fill(password ?? '')",
    'fields',
  )
  const link = /page\.getByRole\('link', \{ name: 'Log out', exact: true \}\)/g
  const text = replaced(contract.replace(action, swapped), link, "page.getByTestId('out')", 'id')
  const marked = replaced(text, 'NEW MEMBER', '#', 'titles')
  return replaced(
    replaced(marked, 'LOST PASSWORD', 'NEW MEMBER', 'titles'),
    '#',
    'LOST PASSWORD',
    'titles',
  )
}

/**
 * What the check has said of the changes.
 *
 * @param {{ name: string, proposal?: string }[]} broken
 */
export function judged(broken) {
  const changes = [...inUi, ...inContract]
  const named = new Map(broken.map(({ name, proposal }) => [name, proposal]))
  const isRight = (/** @type {Change} */ { name, proposal }) =>
    named.has(name) &&
    (proposal === undefined ? named.get(name) === undefined : named.get(name)?.includes(proposal))
  return {
    changes: changes.length,
    named: changes.filter(({ name }) => named.has(name)).length,
    proposed: changes.filter(isRight).length,
    notRight: changes
      .filter((change) => !isRight(change))
      .map(({ what, name }) => `${what}: ${name}`),
    wrong: [...named.keys()].filter((name) => changes.every((change) => change.name !== name)),
  }
}

/**
 * @param {string} text
 * @param {RegExp | string} from
 * @param {string} to
 * @param {string} what
 */
function replaced(text, from, to, what) {
  const changed = text.replace(from, to)
  if (changed === text) throw new Error(`There is nothing to change for ${what}`)
  return changed
}
