import { sectionView } from '@authchart/example-shared/section-view'
import type { PendingLeaf, ViewOf } from '@authchart/machine'
import { useEffect } from 'react'
import { ChangePassword } from './change-password.tsx'
import { DangerZone } from './danger-zone.tsx'
import { Devices } from './devices.tsx'
import { Profile } from './profile.tsx'
import { SecondFactors } from './second-factors.tsx'

interface SettingsProps {
  view: ViewOf<'signedIn'>
  task: PendingLeaf | undefined
}

export function Settings({ view, task }: SettingsProps) {
  const { profile, loadProfile, loadDevices } = view
  const viewOf = (...own: PendingLeaf[]) => sectionView(view, task, own)

  useEffect(() => {
    loadProfile()
    loadDevices()
  }, [loadProfile, loadDevices])

  return (
    <>
      <Profile view={viewOf('updatingAttributes', 'deletingAttributes', 'sendingCode')} />
      <ChangePassword view={viewOf('changingPassword')} />
      {profile.data && (
        <SecondFactors view={viewOf('settingMfaPreference')} mfa={profile.data.mfa} />
      )}
      <Devices view={viewOf('remembering', 'forgetting')} />
      <DangerZone view={viewOf('deletingUser')} />
    </>
  )
}
