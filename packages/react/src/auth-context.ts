'use client'

import type { AnyAuth } from '@authchart/machine'
import { createContext } from 'react'

export const AuthContext = createContext<AnyAuth | undefined>(undefined)
