import { noPasswordReason } from '@authchart/example-shared/account-kind'
import { sectionView } from '@authchart/example-shared/section-view'
import { sectionTitles } from '@authchart/example-shared/titles'
import type { PendingLeaf, ViewOf } from '@authchart/machine'
import { useEffect } from 'react'
import { ChangePassword } from './change-password.tsx'
import { Devices } from './devices.tsx'
import { NotHere } from './not-here.tsx'
import { Profile } from './profile.tsx'
import { SecondFactors } from './second-factors.tsx'

interface AccountProps {
  view: ViewOf<'signedIn'>
  task: PendingLeaf | undefined
}

/** What those can change who have an account in the user pool. */
export function Account({ view, task }: AccountProps) {
  const { profile, loadProfile, loadDevices } = view
  const noPassword = noPasswordReason(view.user)
  const viewOf = (...own: PendingLeaf[]) => sectionView(view, task, own)

  useEffect(() => {
    loadProfile()
    loadDevices()
  }, [loadProfile, loadDevices])

  return (
    <>
      <div className="column">
        <Profile view={viewOf('updatingAttributes', 'deletingAttributes', 'sendingCode')} />
        {noPassword ? (
          <NotHere title={sectionTitles.password} reason={noPassword} />
        ) : (
          <ChangePassword view={viewOf('changingPassword')} />
        )}
      </div>
      <div className="column">
        {noPassword ? (
          <NotHere title={sectionTitles.secondFactors} reason={noPassword} />
        ) : (
          profile.data && (
            <SecondFactors view={viewOf('settingMfaPreference')} mfa={profile.data.mfa} />
          )
        )}
        <Devices view={viewOf('remembering', 'forgetting')} />
      </div>
    </>
  )
}
