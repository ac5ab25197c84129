import { errorOf } from '../params.ts'
import { authSetup } from '../setup.ts'
import { accountTasks } from './account-tasks.ts'
import { confirmContact } from './confirm-contact.ts'
import { devices } from './devices.ts'
import { passkeyPrompt } from './passkeys/passkey-prompt.ts'
import { passkeys } from './passkeys/passkeys.ts'
import { signedInTotp } from './signed-in-totp.ts'
import { verifyContact } from './verify-contact.ts'

export const signedIn = authSetup.createStateConfig({
  tags: ['authenticated'],
  entry: ['clearElsewhere', 'clearChallenge', 'noticeLink'],
  initial: 'idle',
  invoke: {
    id: 'account',
    src: 'account',
    onError: { actions: { type: 'emitFailure', params: errorOf } },
  },
  on: {
    signOut: [
      {
        guard: { type: 'isGlobal', params: ({ event }) => event },
        target: '.revokingAll',
        actions: 'clearMessages',
      },
      { target: 'signingOut', actions: 'clearMessages' },
    ],
    'link.opened': {
      actions: [{ type: 'setLink', params: ({ event }) => event }, 'noticeLink'],
    },
    'signedIn.load': { actions: { type: 'load', params: ({ event }) => event } },
    'account.read': { actions: { type: 'setReadings', params: ({ event }) => event } },
    'session.refreshed': {
      actions: [
        { type: 'setUser', params: ({ event }) => event },
        { type: 'emitRefreshed', params: ({ event }) => event },
      ],
    },
    'session.refreshFailed': {
      actions: { type: 'emitRefreshFailed', params: ({ event }) => event },
    },
    'session.found': {
      target: 'restoring',
      actions: [
        'clearMessages',
        'emitSignedOut',
        'clearUser',
        'clearUsername',
        { type: 'setNotice', params: { notice: 'userSwitched' } },
      ],
    },
    'session.ended': [
      {
        guard: { type: 'hasReason', params: ({ event }) => event },
        target: 'signIn',
        actions: [
          'clearMessages',
          { type: 'setReason', params: ({ event }) => event },
          'emitSignedOut',
        ],
      },
      {
        target: 'signIn',
        actions: [
          'clearMessages',
          'emitSignedOut',
          { type: 'setNotice', params: { notice: 'signedOutElsewhere' } },
        ],
      },
    ],
  },
  states: {
    idle: {
      entry: 'takeUpgrade',
      always: [
        { guard: 'hasNewDevice', target: 'devices.confirming' },
        { guard: 'isRememberWanted', target: 'devices.remembering' },
        { guard: 'hasContacts', target: 'verifyContact' },
        // These two only where a reload has interrupted them.
        { guard: 'hasDelivery', target: 'confirmContact' },
        { guard: 'isTotpUnfinished', target: 'setupTotp' },
        { guard: 'isPasskeyPrompted', target: 'passkeyPrompt' },
      ],
      on: {
        'signedIn.changePassword': { target: 'tasks.changingPassword', actions: 'clearMessages' },
        'signedIn.updateAttributes': {
          target: 'tasks.updatingAttributes',
          actions: 'clearMessages',
        },
        'signedIn.deleteAttributes': {
          target: 'tasks.deletingAttributes',
          actions: 'clearMessages',
        },
        'signedIn.verifyAttribute': { target: 'tasks.sendingCode', actions: 'clearMessages' },
        'signedIn.setMfaPreference': {
          target: 'tasks.settingMfaPreference',
          actions: 'clearMessages',
        },
        'signedIn.deleteUser': { target: 'tasks.deletingUser', actions: 'clearMessages' },
        'signedIn.rememberDevice': { target: 'devices.remembering', actions: 'clearMessages' },
        'signedIn.forgetDevice': { target: 'devices.forgetting', actions: 'clearMessages' },
        'signedIn.registerPasskey': { target: 'passkeys.starting', actions: 'clearMessages' },
        'signedIn.deletePasskey': { target: 'passkeys.deletingPasskey', actions: 'clearMessages' },
        'signedIn.setupTotp': { target: 'setupTotp', actions: 'clearMessages' },
      },
    },
    tasks: accountTasks,
    devices,
    passkeys,
    setupTotp: signedInTotp,
    verifyContact,
    confirmContact,
    passkeyPrompt,
    // Other devices cannot be signed out later.
    revokingAll: {
      tags: ['pending'],
      // Already in flight: a second click must not send another request.
      on: { signOut: {} },
      invoke: {
        id: 'globalSignOut',
        src: 'globalSignOut',
        onDone: { target: '#auth.signingOut.ending' },
        onError: [
          {
            guard: { type: 'isSessionRejected', params: errorOf },
            target: '#auth.signingOut',
            actions: { type: 'setFailure', params: errorOf },
          },
          { target: 'idle', actions: { type: 'setFailure', params: errorOf } },
        ],
      },
    },
  },
})
