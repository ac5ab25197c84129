import type { Locator, Page } from '@playwright/test'
import { AwsIdentityModel } from './aws-identity.model.ts'
import { text } from './texts.ts'

export class SignedInModel {
  readonly signOut: Locator
  readonly signOutEverywhere: Locator
  readonly awsIdentity: AwsIdentityModel

  constructor(page: Page) {
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    this.signOut = button(text('action.signOut'))
    this.signOutEverywhere = button(text('action.globalSignOut'))
    this.awsIdentity = new AwsIdentityModel(page)
  }
}
