import { contactOf } from '../../chart/context.ts'
import { Secret } from '../../secret.ts'
import type { WithMetadata } from '../views/forms.ts'
import { deliveryOf } from './fields.ts'
import type { Screen } from './screen.ts'

export const contactScreens = {
  verifyContact: {
    show: ({ context }) => ({ contacts: context.contacts }),
    act: (send) => ({
      submit: ({ attribute, clientMetadata }: { attribute: string } & WithMetadata) =>
        send({ type: 'verifyContact.submit', attribute, clientMetadata }),
      cancel: () => send({ type: 'verifyContact.cancel' }),
      skip: () => send({ type: 'verifyContact.skip' }),
    }),
  },

  confirmContact: {
    show: (snapshot) => ({
      attribute: contactOf(snapshot.context),
      ...deliveryOf(snapshot.context),
      canResend: snapshot.can({ type: 'confirmContact.resend' }),
    }),
    act: (send) => ({
      submit: ({ code }: { code: string }) =>
        send({ type: 'confirmContact.submit', code: new Secret(code) }),
      resend: ({ clientMetadata }: WithMetadata = {}) =>
        send({ type: 'confirmContact.resend', clientMetadata }),
      cancel: () => send({ type: 'confirmContact.cancel' }),
      skip: () => send({ type: 'confirmContact.skip' }),
    }),
  },
} as const satisfies Record<string, Screen>
