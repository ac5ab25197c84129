'use client'

import { createElement, type ReactNode, useState } from 'react'

export interface HiddenChildrenProps {
  readonly isOpen: boolean
  readonly children?: ReactNode
}

/** Mounts its children when it is first open, and hides them while it is not. */
export function HiddenChildren({ isOpen, children }: HiddenChildrenProps) {
  const [wasOpen, setWasOpen] = useState(isOpen)
  if (isOpen && !wasOpen) setWasOpen(true)
  if (!isOpen && !wasOpen) return null
  // The element that browsers give no box, without a style that a content security policy may reject.
  return createElement('slot', { name: 'authchart', hidden: !isOpen }, children)
}
