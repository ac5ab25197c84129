import { english, withTexts } from '@authchart/machine/words'
import { german } from '@authchart/machine/words/de'

export const shopWords = withTexts(english, {
  'title.signIn': 'Welcome to the shop',
  'rule.minLength': '{min} characters or more',
  'attribute.custom:shoe_size': 'Your shoe size',
})

export const germanShopWords = withTexts(german, (key, { code, message }) => {
  if (key === 'title.signIn') return 'Willkommen im Shop'
  if (code === 'refusedByTrigger' && String(message).includes('Too young')) {
    return 'Sie müssen mindestens 18 Jahre alt sein.'
  }
  return undefined
})
