'use client'

import { createElement, type ReactNode, useState } from 'react'

export interface KeptChildrenProps {
  readonly isOpen: boolean
  readonly children?: ReactNode
}

/** Mounts its children when it is first open, and hides them while it is not. */
export function KeptChildren({ isOpen, children }: KeptChildrenProps) {
  const [wasOpen, setWasOpen] = useState(isOpen)
  if (isOpen && !wasOpen) setWasOpen(true)
  if (!isOpen && !wasOpen) return null
  // The element that browsers give no box, without a style that a content security policy may refuse.
  return createElement('slot', { name: 'authchart', hidden: !isOpen }, children)
}
