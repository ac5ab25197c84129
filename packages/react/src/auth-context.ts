'use client'

import type { Auth } from '@authchart/machine'
import { createContext } from 'react'

export const AuthContext = createContext<Auth | undefined>(undefined)
