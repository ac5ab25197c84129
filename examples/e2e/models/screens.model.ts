import type { Page } from '@playwright/test'
import {
  ConfirmSignInModel,
  CustomChallengeModel,
  SelectMfaTypeModel,
  SetupEmailModel,
} from './challenges.model.ts'
import { ConfirmSignUpModel } from './confirm-sign-up.model.ts'
import { ConfirmContactModel, VerifyContactModel } from './contacts.model.ts'
import { PasskeyModel, PasskeyPromptModel, SelectFactorModel } from './passwordless.model.ts'
import { ForgotPasswordModel, NewPasswordModel, ResetPasswordModel } from './passwords.model.ts'
import { SettingsModel } from './settings.model.ts'
import { SetupTotpModel } from './setup-totp.model.ts'
import { SignInModel } from './sign-in.model.ts'
import { SignUpModel } from './sign-up.model.ts'
import { SignedInModel } from './signed-in.model.ts'

/** The screens of an app, by their routes. */
export class ScreensModel {
  readonly page: Page
  readonly signIn: SignInModel
  readonly selectFactor: SelectFactorModel
  readonly passkey: PasskeyModel
  readonly confirmSignIn: ConfirmSignInModel
  readonly customChallenge: CustomChallengeModel
  readonly selectMfaType: SelectMfaTypeModel
  readonly setupTotp: SetupTotpModel
  readonly setupEmail: SetupEmailModel
  readonly newPassword: NewPasswordModel
  readonly signUp: SignUpModel
  readonly confirmSignUp: ConfirmSignUpModel
  readonly forgotPassword: ForgotPasswordModel
  readonly resetPassword: ResetPasswordModel
  readonly verifyContact: VerifyContactModel
  readonly confirmContact: ConfirmContactModel
  readonly passkeyPrompt: PasskeyPromptModel
  readonly signedIn: SignedInModel
  readonly settings: SettingsModel

  constructor(page: Page) {
    this.page = page
    this.signIn = new SignInModel(page)
    this.selectFactor = new SelectFactorModel(page)
    this.passkey = new PasskeyModel(page)
    this.confirmSignIn = new ConfirmSignInModel(page)
    this.customChallenge = new CustomChallengeModel(page)
    this.selectMfaType = new SelectMfaTypeModel(page)
    this.setupTotp = new SetupTotpModel(page)
    this.setupEmail = new SetupEmailModel(page)
    this.newPassword = new NewPasswordModel(page)
    this.signUp = new SignUpModel(page)
    this.confirmSignUp = new ConfirmSignUpModel(page)
    this.forgotPassword = new ForgotPasswordModel(page)
    this.resetPassword = new ResetPasswordModel(page)
    this.verifyContact = new VerifyContactModel(page)
    this.confirmContact = new ConfirmContactModel(page)
    this.passkeyPrompt = new PasskeyPromptModel(page)
    this.signedIn = new SignedInModel(page)
    this.settings = new SettingsModel(page)
  }
}
