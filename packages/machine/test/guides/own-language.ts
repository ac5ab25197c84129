import { english, type Words } from '@authchart/machine/words'

export const arabic: Words = {
  language: 'ar',
  direction: 'rtl',
  texts: {
    ...english.texts,
    'title.signIn': 'تسجيل الدخول',
    'field.email': 'البريد الإلكتروني',
    'field.password': 'كلمة المرور',
    'submit.signIn': 'تسجيل الدخول',
    'text.codeByEmail': 'أرسلنا رمزًا بالبريد الإلكتروني إلى {destination}.',
  },
}
