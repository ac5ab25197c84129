import { StepError } from '@authchart/machine'
import { authAt } from '@authchart/testing/at'
import { authPlugin } from '@authchart/vue'
import type { Meta, StoryObj } from '@storybook/vue3-vite'
import { expect } from 'storybook/test'
import { createApp } from 'vue'
import App from '../../../minimal-vue/src/app.vue'
import { steps } from '../../../steps/src/steps.ts'
import '../../../minimal-vue/src/styles.css'

export default {
  title: 'Own steps',
  // An app of its own, as the plugin belongs to an app.
  render: (_args, { loaded }) => ({
    template: '<main ref="main"></main>',
    mounted(this: { $refs: { main: Element } }) {
      createApp(App).use(authPlugin, loaded.auth).mount(this.$refs.main)
    },
  }),
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
