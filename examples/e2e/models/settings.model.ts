import { expect, type Locator, type Page } from '@playwright/test'
import { NewPasswordFieldModel } from './passwords.model.ts'
import { optional, text } from './texts.ts'

/** A task of the account: its form, and the tab that shows it. */
class SectionModel {
  readonly tab: Locator
  readonly region: Locator
  readonly alert: Locator
  readonly cancel: Locator

  constructor(page: Page, name: string) {
    this.tab = page.locator(`#tab-${name}`)
    this.region = page.locator(`[data-authform="${name}"]`)
    this.alert = this.region.getByRole('alert').filter({ hasText: /\S/ })
    this.cancel = this.button(text('action.cancel'))
  }

  async show(): Promise<void> {
    await this.tab.click()
    await expect(this.region).toBeVisible()
  }

  protected button(name: string): Locator {
    return this.region.getByRole('button', { name, exact: true })
  }

  /** An attribute that is not stored may stay empty. */
  protected attribute(name: 'name' | 'email' | 'phone_number'): Locator {
    const key = `attribute.${name}` as const
    return this.region
      .getByLabel(text(key), { exact: true })
      .or(this.region.getByLabel(optional(key), { exact: true }))
  }
}

const verify = (label: string) => text('action.verifyAttribute', { label })
const remove = (label: string) => text('action.deleteAttributes', { label })

export class ProfileModel extends SectionModel {
  readonly name = this.attribute('name')
  readonly email = this.attribute('email')
  readonly phone = this.attribute('phone_number')
  readonly save = this.button(text('submit.updateAttributes'))
  readonly removeName = this.button(remove(text('attribute.name')))
  readonly removePhone = this.button(remove(text('attribute.phone_number')))
  readonly verifyPhone = this.button(verify(text('attribute.phone_number')))
  readonly verifyEmail = this.button(verify(text('attribute.email')))
}

export class ChangePasswordModel extends SectionModel {
  readonly previous = this.region.getByLabel(text('field.previousPassword'), { exact: true })
  readonly next = new NewPasswordFieldModel(this.region)
  readonly change = this.button(text('submit.changePassword'))

  async submit(previous: string, next: string): Promise<void> {
    await this.previous.fill(previous)
    await this.next.input.fill(next)
    await this.change.click()
  }
}

export class SecondFactorsModel extends SectionModel {
  readonly app = this.choice(text('mfa.TOTP'))
  readonly sms = this.choice(text('mfa.SMS'))
  readonly email = this.choice(text('mfa.EMAIL'))
  readonly none = this.choice(text('mfa.none'))
  readonly save = this.button(text('submit.setMfaPreference'))
  readonly setUpApp = this.button(text('action.setupTotp'))

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
  readonly current = this.items.filter({ hasText: text('device.current') })
  readonly remember = this.region.locator('[value^="rememberDevice."]')
  readonly forget = this.region.locator('[value^="forgetDevice."]')
}

export class PasskeysModel extends SectionModel {
  readonly items = this.region.getByRole('listitem')
  readonly create = this.button(text('action.registerPasskey'))
  readonly delete = this.region.locator('[value^="deletePasskey."]')
}

export class DeleteAccountModel extends SectionModel {
  readonly confirmation = this.region.getByLabel(
    text('field.confirmation', { word: text('word.delete') }),
    { exact: true },
  )
  readonly delete = this.button(text('submit.deleteUser'))
}

/** The account of the user, which is read on demand. */
export class SettingsModel {
  /** Reads it, or reads it again. */
  readonly load: Locator
  readonly tabs: Locator
  readonly profile: ProfileModel
  readonly password: ChangePasswordModel
  readonly secondFactors: SecondFactorsModel
  readonly devices: DevicesModel
  readonly passkeys: PasskeysModel
  readonly deleteAccount: DeleteAccountModel

  constructor(page: Page) {
    this.load = page.locator('[data-action="signedIn.load"]')
    this.tabs = page.getByRole('tab')
    this.profile = new ProfileModel(page, 'updateAttributes')
    this.password = new ChangePasswordModel(page, 'changePassword')
    this.secondFactors = new SecondFactorsModel(page, 'setMfaPreference')
    this.devices = new DevicesModel(page, 'devices')
    this.passkeys = new PasskeysModel(page, 'passkeys')
    this.deleteAccount = new DeleteAccountModel(page, 'deleteUser')
  }

  /** Shows the account, and waits until all of it was read. */
  async open(): Promise<void> {
    await this.load.click()
    await expect(this.profile.tab).toBeVisible()
    await expect(this.devices.tab).toBeVisible()
  }
}
