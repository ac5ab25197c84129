import { withTexts } from '@authchart/machine/words'
import { german } from '@authchart/machine/words/de'

export const words = withTexts(german, { 'step.acceptTerms.title': 'Unsere Bedingungen' })
