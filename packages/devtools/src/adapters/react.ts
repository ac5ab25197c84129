'use client'

import type { AnyAuth } from '@authchart/machine'
import { useEffect, useState } from 'react'
import type { InspectOptions } from '../trace/inspector.ts'
import { beginInspector, showInspector } from './show-inspector.ts'

export interface AuthInspectorProps {
  readonly auth: AnyAuth
  /** As they are the first time. */
  readonly options?: InspectOptions | undefined
}

/** The inspector of an auth, for as long as this is in the tree: it draws itself at the end of the page. */
export function AuthInspector({ auth, options }: AuthInspectorProps): null {
  const [first] = useState(options)
  beginInspector(auth, first)
  useEffect(() => showInspector(auth, first), [auth, first])
  return null
}
