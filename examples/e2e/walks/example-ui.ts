import { defineUi } from '@authchart/testing'
import { uiFromForms } from '@authchart/testing/playwright'
import type { Page } from '@playwright/test'
import { ScreensModel } from '../models/screens.model.ts'

const forms = uiFromForms()

type Actions = typeof forms.actions
type AccountAction = Extract<keyof Actions, `signedIn.${string}`>

/** Opens the tab of the account where an action is. */
const inTab = <Type extends AccountAction>(section: string, type: Type): Actions[Type] =>
  (async (page: Page, payload: never) => {
    const tab = page.locator(`#tab-${section}`)
    if (!(await tab.isVisible())) await new ScreensModel(page).settings.load.click()
    await tab.click()
    const act = forms.actions[type] as (page: Page, payload: never) => Promise<unknown>
    await act(page, payload)
  }) as Actions[Type]

/** The contract of both example apps: that of the forms, with the tabs of the account and the form for a token. */
export const exampleUi = defineUi<Page>({
  ...forms,
  actions: {
    ...forms.actions,
    'signIn.federate': async (page, { token }) => {
      const form = new ScreensModel(page).signIn.token
      if (!(await form.token.isVisible())) await form.summary.click()
      await form.submit(token.token, token.profile.name)
    },
    'signedIn.updateAttributes': inTab('updateAttributes', 'signedIn.updateAttributes'),
    'signedIn.deleteAttributes': inTab('updateAttributes', 'signedIn.deleteAttributes'),
    'signedIn.verifyAttribute': inTab('updateAttributes', 'signedIn.verifyAttribute'),
    'signedIn.changePassword': inTab('changePassword', 'signedIn.changePassword'),
    'signedIn.setMfaPreference': inTab('setMfaPreference', 'signedIn.setMfaPreference'),
    'signedIn.setupTotp': inTab('setMfaPreference', 'signedIn.setupTotp'),
    'signedIn.rememberDevice': inTab('devices', 'signedIn.rememberDevice'),
    'signedIn.forgetDevice': inTab('devices', 'signedIn.forgetDevice'),
    'signedIn.registerPasskey': inTab('passkeys', 'signedIn.registerPasskey'),
    'signedIn.deletePasskey': inTab('passkeys', 'signedIn.deletePasskey'),
    'signedIn.deleteUser': inTab('deleteUser', 'signedIn.deleteUser'),
  },
})
