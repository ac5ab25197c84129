import type { FormOptions } from '@authchart/machine/forms'
import { wantedSection } from '../account/sections.ts'

/** How both apps want their forms. */
export const formOptions = {
  appName: 'Authchart',
  // The password can be looked at instead.
  repeatPassword: false,
  defaultCountry: 'US',
  customState: wantedSection,
} satisfies FormOptions
