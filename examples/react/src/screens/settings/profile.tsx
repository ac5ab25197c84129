import { sectionTitles } from '@authchart/example-shared/titles'
import type { ViewOf } from '@authchart/machine'
import { ProfileForm } from './profile-form.tsx'
import { ReadingState } from './reading-state.tsx'
import { Section } from './section.tsx'

export function Profile({ view }: { view: ViewOf<'signedIn'> }) {
  const { data } = view.profile
  return (
    <Section title={sectionTitles.profile}>
      <ReadingState reading={view.profile} what="your profile" onRetry={view.loadProfile} />
      {data && <ProfileForm view={view} attributes={data.attributes} />}
    </Section>
  )
}
