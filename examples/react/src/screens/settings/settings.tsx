import { noAccountReason } from '@authchart/example-shared/account-kind'
import { sectionView } from '@authchart/example-shared/section-view'
import { sectionTitles } from '@authchart/example-shared/titles'
import type { PendingLeaf, ViewOf } from '@authchart/machine'
import { Account } from './account.tsx'
import { DangerZone } from './danger-zone.tsx'
import { NotHere } from './not-here.tsx'
import { SectionLinks } from './section-links.tsx'

interface SettingsProps {
  view: ViewOf<'signedIn'>
  task: PendingLeaf | undefined
}

export function Settings({ view, task }: SettingsProps) {
  const noAccount = noAccountReason(view.user)
  return (
    <div className="settings">
      <SectionLinks />
      {noAccount ? (
        Object.values(sectionTitles).map((title) => (
          <NotHere key={title} title={title} reason={noAccount} />
        ))
      ) : (
        <Account view={view} task={task} />
      )}
      <DangerZone view={sectionView(view, task, ['deletingUser'])} />
    </div>
  )
}
