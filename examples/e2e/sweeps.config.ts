import { defineConfig } from '@playwright/test'
import base from './playwright.config.ts'

/** One thing on every screen (two clicks, cancel, reload, back …): too long for each `npm test`. */
export default defineConfig({ ...base, testIgnore: [], testMatch: 'sweeps/*.spec.ts' })
