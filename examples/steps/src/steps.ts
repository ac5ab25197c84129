import { defineStep } from '@authchart/machine'
import { post } from './post.ts'

/** The invitation that was accepted: the sign-up sends it, see `auth.ts`. */
export const accepted: { invitation?: string } = {}

/** Before the form for a sign-up. */
const enterInvitation = defineStep({
  route: 'enterInvitation',
  at: 'beforeSignUp',
  isNeeded: () => true,
  actions: {
    enter: async ({ code }: { code: string }, { signal }) => {
      await post(fetch, '/api/invitation', { code }, signal)
      accepted.invitation = code
    },
  },
  form: { submit: 'enter', fields: { code: { kind: 'text' } } },
  texts: {
    title: 'Enter your invitation',
    'field.code': 'Invitation code',
    'action.enter': 'Continue',
    'failure.unknownInvitation': 'We do not know this invitation.',
  },
})

/** After each sign-in, until the user has accepted the current terms. */
const acceptTerms = defineStep({
  route: 'acceptTerms',
  at: 'beforeSignedIn',
  isNeeded: ({ user }) => user.claims['custom:terms'] !== '3',
  show: () => ({ version: 3 }),
  actions: {
    accept: async (input: { newsletter: boolean }, { auth, signal }) => {
      await post(auth.fetch, '/api/terms', input, signal)
    },
  },
  form: { submit: 'accept', fields: { newsletter: { kind: 'checkbox' } } },
  texts: {
    title: 'Accept our terms',
    'field.newsletter': 'Send me the newsletter',
    'action.accept': 'Accept',
  },
})

/** Then the user chooses for whom to work. The server may fail or take long. */
export const chooseOrganisation = defineStep({
  route: 'chooseOrganisation',
  at: 'beforeSignedIn',
  isNeeded: ({ user }) => user.claims['custom:organisation'] === undefined,
  show: () => ({ organisations: ['acme', 'globex', 'initech'] }),
  actions: {
    choose: async (input: { organisation: string }, { auth, signal }) => {
      await post(auth.fetch, '/api/organisation', input, signal)
      // The next step, and the next reload, read the claim that the server has set.
      await auth.getSession({ forceRefresh: true })
    },
    later: async () => undefined,
  },
  form: {
    submit: 'choose',
    fields: {
      organisation: {
        kind: 'choice',
        options: ({ organisations }) => organisations.map((value) => ({ value })),
      },
    },
  },
  texts: {
    title: 'Choose an organisation',
    'action.choose': 'Work for it',
    'action.later': 'Later',
    'status.choose': 'Opening the organisation…',
  },
})

export const steps = [enterInvitation, acceptTerms, chooseOrganisation] as const
