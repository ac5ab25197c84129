import { StepError } from '@authchart/machine'
import { AuthProvider } from '@authchart/react'
import { authAt } from '@authchart/testing/at'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { Auth } from '../../../minimal-react/src/form.tsx'
import { steps } from '../../../steps/src/steps.ts'
import '../../../minimal-react/src/styles.css'

export default {
  title: 'Own steps',
  render: (_args, { loaded }) => (
    <AuthProvider auth={loaded.auth}>
      <main>
        <Auth />
      </main>
    </AuthProvider>
  ),
} satisfies Meta

export const EnterInvitation: StoryObj = {
  loaders: [() => ({ auth: authAt('enterInvitation', { steps }) })],
}

export const UnknownInvitation: StoryObj = {
  loaders: [
    () => ({
      auth: authAt('enterInvitation', {
        steps,
        failure: new StepError('unknownInvitation', { field: 'code' }),
      }),
    }),
  ],
}

export const ChooseOrganisation: StoryObj = {
  loaders: [() => ({ auth: authAt('chooseOrganisation', { steps, pending: 'choose' }) })],
}

/** No server is called: what the UI has called is in `auth.calls`. */
export const AcceptTerms: StoryObj = {
  loaders: [
    () => ({ auth: authAt('acceptTerms', { steps, answers: { 'acceptTerms.accept': 'done' } }) }),
  ],
  async play({ canvas, userEvent, loaded: { auth } }) {
    await userEvent.click(canvas.getByLabelText('Send me the newsletter'))
    await userEvent.click(canvas.getByRole('button', { name: 'Accept' }))
    await expect(auth.calls).toEqual([{ name: 'accept', input: { newsletter: true } }])
    await canvas.findByRole('heading', { name: 'Choose an organisation' })
  },
}
