import { expect, type Locator, type Page } from '@playwright/test'
import { NewPasswordFieldModel } from './passwords.model.ts'

/** A part of the settings. */
class SectionModel {
  readonly region: Locator
  readonly alert: Locator
  readonly cancel: Locator

  constructor(page: Page, title: string) {
    this.region = page.getByRole('region', { name: title, exact: true })
    this.alert = this.region.getByRole('alert')
    this.cancel = this.button('Cancel')
  }

  protected button(name: string): Locator {
    return this.region.getByRole('button', { name, exact: true })
  }

  protected field(label: string): Locator {
    return this.region.getByLabel(label, { exact: true })
  }
}

export class ProfileModel extends SectionModel {
  readonly name = this.region.getByLabel(/^Name\b/)
  readonly email = this.field('Email')
  readonly phone = this.region.getByLabel(/^Phone number\b/)
  readonly save = this.button('Save the profile')
  readonly removeName = this.button('Remove name')
  readonly removePhone = this.button('Remove phone number')
  readonly verifyPhone = this.button('Verify phone number')
  readonly verifyEmail = this.button('Verify email')
  readonly retry = this.button('Load your profile again')
}

export class ChangePasswordModel extends SectionModel {
  readonly previous = this.field('Current password')
  readonly next = new NewPasswordFieldModel(this.region)
  readonly change = this.button('Change the password')

  async submit(previous: string, next: string): Promise<void> {
    await this.previous.fill(previous)
    await this.next.input.fill(next)
    await this.change.click()
  }
}

export class SecondFactorsModel extends SectionModel {
  readonly app = this.choice('Authenticator app')
  readonly sms = this.choice('Text message (SMS)')
  readonly email = this.choice('Email message')
  readonly none = this.choice('Nothing but the password')
  readonly save = this.button('Save the choice')
  readonly setUpApp = this.button('Set up an authenticator app')

  /** The text of a factor: `On, preferred`, `On` or `Off`. */
  state(name: string): Locator {
    return this.region.locator('dt', { hasText: name }).locator('xpath=../dd')
  }

  async choose(choice: Locator): Promise<void> {
    await choice.check()
    await this.save.click()
  }

  private choice(name: string): Locator {
    return this.region.getByRole('radio', { name, exact: true })
  }
}

export class DevicesModel extends SectionModel {
  readonly items = this.region.getByRole('listitem')
  readonly current = this.items.filter({ hasText: 'This device' })
  readonly remember = this.region.getByRole('button', { name: /^Remember\b/ })
  readonly forget = this.region.getByRole('button', { name: /^Forget\b/ })
  readonly retry = this.button('Load your devices again')
}

export class DangerZoneModel extends SectionModel {
  readonly signOut = this.button('Sign out')
  readonly signOutEverywhere = this.button('Sign out everywhere')
  readonly open = this.button('Delete the account')
  readonly confirmation = this.field('Type “delete” to go on')
  readonly deleteForGood = this.button('Delete it for good')
}

export class SettingsModel {
  readonly home: Locator
  readonly tab: Locator
  readonly profile: ProfileModel
  readonly password: ChangePasswordModel
  readonly secondFactors: SecondFactorsModel
  readonly devices: DevicesModel
  readonly dangerZone: DangerZoneModel

  constructor(page: Page) {
    this.home = page.getByRole('tab', { name: 'Home', exact: true })
    this.tab = page.getByRole('tab', { name: 'Settings', exact: true })
    this.profile = new ProfileModel(page, 'Profile')
    this.password = new ChangePasswordModel(page, 'Password')
    this.secondFactors = new SecondFactorsModel(page, 'Second step at sign-in')
    this.devices = new DevicesModel(page, 'Devices')
    this.dangerZone = new DangerZoneModel(page, 'Danger zone')
  }

  /** Opens the tab, and waits until everything on it was read. */
  async open(): Promise<void> {
    await this.tab.click()
    await expect(this.profile.save).toBeVisible()
    await expect(this.devices.region).not.toContainText('Loading')
  }
}
