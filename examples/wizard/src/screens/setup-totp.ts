import type { ViewOf } from '@authchart/machine'
import { element } from '../dom.ts'
import type { Page } from '../page.ts'
import { codeStep } from '../steps.ts'

export function setupTotp(view: ViewOf<'setupTotp'>): Page {
  return {
    title: 'Set up an authenticator app',
    intro: [
      view.secret &&
        element(
          'p',
          {},
          `Type this key for ${view.username} into the app: `,
          element('code', {}, view.secret.reveal()),
        ),
    ],
    ...(view.secret && !view.isVerified ? codePage(view) : goOn(view)),
    onStop: view.cancel,
    links: [{ text: 'Not now', follow: () => view.leave() }],
  }
}

const codePage = (view: ViewOf<'setupTotp'>) => ({
  steps: [
    codeStep('Code in the app'),
    { name: 'deviceName', label: 'A name for the app', isOptional: true },
  ],
  finish: 'Set up',
  onFinish: ({ code = '', deviceName }: Readonly<Record<string, string>>) =>
    view.submit({ code, deviceName: deviceName || undefined }),
})

const goOn = (view: ViewOf<'setupTotp'>) => ({
  steps: [],
  finish: view.isVerified ? 'Finish' : 'Get a key',
  onFinish: () => view.retry(),
})
