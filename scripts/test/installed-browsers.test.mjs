import { expect, test } from 'vitest'
import { installedBrowsers } from '../lib/browser/installed-browsers.mjs'

test('looks along the PATH on Linux', () => {
  expect(installedBrowsers('linux', { PATH: '/usr/bin:/opt/bin' })).toContain('/usr/bin/chromium')
})

test('looks for applications on macOS', () => {
  expect(installedBrowsers('darwin', { HOME: '/Users/me', PATH: '' })).toContain(
    '/Users/me/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  )
})

test('looks in the program directories of Windows', () => {
  const env = { PROGRAMFILES: 'C:\\Program Files', Path: 'C:\\Windows' }
  expect(installedBrowsers('win32', env)).toContain(
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  )
})
