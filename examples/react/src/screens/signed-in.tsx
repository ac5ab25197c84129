import { messageOf } from '@authchart/example-shared/messages'
import { type Tab, tabByKey, tabNames, tabs } from '@authchart/example-shared/tabs'
import { titles } from '@authchart/example-shared/titles'
import type { PendingLeaf, ViewOf } from '@authchart/machine'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Home } from './home.tsx'
import { Settings } from './settings/settings.tsx'

interface SignedInProps {
  view: ViewOf<'signedIn'>
  tab: Tab
  onTab: (tab: Tab) => void
}

export function SignedIn({ view, tab, onTab }: SignedInProps) {
  const tabList = useRef<HTMLDivElement>(null)
  const [task, setTask] = useState<PendingLeaf>()
  const { pending, failure } = view
  // The settings form that was submitted last shows its own failure.
  if (tab === 'settings' && pending && pending !== task) setTask(pending)

  function move(event: KeyboardEvent) {
    const next = tabByKey(event.key, tab)
    if (!next) return
    event.preventDefault()
    onTab(next)
    tabList.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus()
  }

  return (
    <>
      <h1 tabIndex={-1}>{titles.signedIn}</h1>
      <p className="alert" role="alert">
        {failure && !task && messageOf(failure)}
      </p>
      <div ref={tabList} className="tabs" role="tablist" aria-label="Your account" onKeyDown={move}>
        {tabNames.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={name === tab}
            aria-controls="tab-panel"
            tabIndex={name === tab ? 0 : -1}
            onClick={() => onTab(name)}
          >
            {tabs[name]}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${tab}`}>
        {tab === 'home' ? <Home view={view} /> : <Settings view={view} task={task} />}
      </div>
    </>
  )
}
