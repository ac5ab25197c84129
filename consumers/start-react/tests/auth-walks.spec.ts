import { uiFromForms, walkTests } from '@authchart/testing/playwright'
import { test } from '@playwright/test'
import { config } from '../src/auth-config.ts'

walkTests(test, { ui: uiFromForms(), config, cover: 'journeys' })
