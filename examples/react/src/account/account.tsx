import {
  openWantedSection,
  sectionByKey,
  shownSections,
  wantedSection,
} from '@authchart/example-shared/sections'
import type { Words } from '@authchart/machine/words'
import { type ReactForm, useAuthUser } from '@authchart/react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { AuthForm } from '../auth-form.tsx'
import { Devices } from './devices.tsx'
import { Passkeys } from './passkeys.tsx'

interface AccountProps {
  form: ReactForm
  words: Words
  /** The section that was opened; by default the one in the address, or else the first. */
  section: string | undefined
  onSection: (section: string) => void
}

/** The user, with a tab for each task of the account. */
export function Account({ form, words, section, onSection }: AccountProps) {
  const user = useAuthUser()
  const tabs = useRef<HTMLDivElement>(null)
  const sections = shownSections(form.sections)
  const wanted = section ?? wantedSection()
  const open = (sections.find(({ name }) => name === wanted) ?? sections[0])?.name
  const first = useRef(form)

  useEffect(() => openWantedSection(first.current.actions), [])

  function move(event: KeyboardEvent) {
    const next = sectionByKey(event.key, sections, open)
    if (!next) return
    event.preventDefault()
    onSection(next)
    tabs.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus()
  }

  return (
    <>
      <AuthForm form={form}>
        <p className="lead">{user.email ?? user.username}</p>
      </AuthForm>
      {sections.length > 0 && (
        <div className="account">
          <div ref={tabs} className="tabs" role="tablist" aria-label={form.title} onKeyDown={move}>
            {sections.map(({ name, title }) => (
              <button
                key={name}
                type="button"
                role="tab"
                id={`tab-${name}`}
                aria-selected={name === open}
                aria-controls={`panel-${name}`}
                tabIndex={name === open ? 0 : -1}
                onClick={() => onSection(name)}
              >
                {title}
              </button>
            ))}
          </div>
          {sections.map((section) => (
            <div
              key={section.name}
              role="tabpanel"
              id={`panel-${section.name}`}
              aria-labelledby={`tab-${section.name}`}
              hidden={section.name !== open}
            >
              <AuthForm form={section} heading="h2">
                {section.name === 'devices' && <Devices actions={section.actions} words={words} />}
                {section.name === 'passkeys' && (
                  <Passkeys actions={section.actions} words={words} />
                )}
              </AuthForm>
            </div>
          ))}
        </div>
      )}
    </>
  )
}
