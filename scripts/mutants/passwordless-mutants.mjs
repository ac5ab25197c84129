/**
 * Faults of sign-in without a password, each as one replacement in one file, for the generated checks of
 * `packages/testing`: they go through every place of the chart's model. `find` occurs in the file exactly
 * once (a test checks it).
 *
 * @typedef {import('./source-mutants.mjs').SourceMutant} SourceMutant
 */

const forms = 'packages/machine/src/forms'
const describe = `${forms}/describe`
const states = 'packages/machine/src/chart/states'

const generated = { in: 'packages/testing', tests: ['test/contract/forms-of-passwordless.test.ts'] }

/** @type {readonly SourceMutant[]} */
export const passwordlessMutants = [
  {
    ...generated,
    name: 'the field of a code takes 6 digits, and codes of 8 are cut',
    file: `${forms}/dress/field-attributes.ts`,
    find: 'maxlength: 32,',
    replace: 'maxlength: 6,',
  },
  {
    ...generated,
    name: 'the screen of the passkey offers no other factor',
    file: `${describe}/passwordless-forms.ts`,
    find: 'actions: [cancelAction(view), otherFactorAction(view), ...exitActions(view)],',
    replace: 'actions: [cancelAction(view), ...exitActions(view)],',
  },
  {
    ...generated,
    name: 'each button of a factor requests a code by e-mail',
    file: `${describe}/passwordless-forms.ts`,
    find: 'act: () => submit({ factor }),',
    replace: "act: () => submit({ factor: 'EMAIL' }),",
  },
  {
    ...generated,
    name: 'another code can be requested during the cool-down',
    file: `${describe}/actions.ts`,
    find: '    isDisabled: !canResend,\n',
    replace: '',
  },
  {
    ...generated,
    name: 'the screen of the passkey stays busy after its dialog was cancelled',
    file: `${states}/passkey.ts`,
    find: "      on: { 'passkey.cancel': { target: 'editing' } },\n      invoke: {\n        id: 'getPasskey',",
    replace:
      "      on: { 'passkey.cancel': { target: 'requesting' } },\n      invoke: {\n        id: 'getPasskey',",
  },
  {
    ...generated,
    name: 'the button that skips the prompt creates a passkey',
    file: `${describe}/passkey-forms.ts`,
    find: 'act: view.skip,',
    replace: 'act: () => view.submit(),',
  },
  {
    ...generated,
    name: 'the prompt stays when it is skipped',
    file: `${states}/passkeys/passkey-prompt.ts`,
    find: "'passkeyPrompt.skip': { target: '#auth.signedIn.idle', actions: 'clearMessages' },",
    replace: "'passkeyPrompt.skip': { target: '.editing', actions: 'clearMessages' },",
  },
  {
    ...generated,
    name: 'the list of passkeys shows the first without its button to delete it',
    file: `${describe}/passkey-forms.ts`,
    find: '...passkeys.map(',
    replace: '...passkeys.slice(1).map(',
  },
  {
    ...generated,
    name: 'the button of a passkey deletes another one',
    file: `${describe}/passkey-forms.ts`,
    find: 'act: () => deletePasskey({ id: passkey.id }),',
    replace: "act: () => deletePasskey({ id: passkey.name ?? '' }),",
  },
  {
    ...generated,
    name: 'the form of the sign-in needs a password of users who have none',
    file: `${describe}/sign-in-forms.ts`,
    find: "const isPasswordLater = factors.some((factor) => factor !== 'PASSWORD')",
    replace: "const isPasswordLater = factors.includes('SMS')",
  },
  {
    ...generated,
    name: 'browsers do not fill in passkeys: `webauthn` is missing',
    file: `${describe}/sign-in-forms.ts`,
    find: "autocomplete: 'username webauthn'",
    replace: "autocomplete: 'username'",
  },
  {
    ...generated,
    name: 'a first password needs the previous one',
    file: `${describe}/account-forms.ts`,
    find: '...(isFirst ? [] : [previousPasswordField]),',
    replace: 'previousPasswordField,',
  },
]
