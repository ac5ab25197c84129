import type { Locator, Page } from '@playwright/test'
import { AwsIdentityModel } from './aws-identity.model.ts'

export class SignedInModel {
  readonly signOut: Locator
  readonly signOutEverywhere: Locator
  readonly awsIdentity: AwsIdentityModel

  constructor(page: Page) {
    this.signOut = page.getByRole('button', { name: 'Sign out', exact: true })
    this.signOutEverywhere = page.getByRole('button', { name: 'Sign out everywhere', exact: true })
    this.awsIdentity = new AwsIdentityModel(page.getByRole('region', { name: 'AWS identity' }))
  }
}
