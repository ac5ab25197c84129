import '@angular/compiler'
import { provideZonelessChangeDetection } from '@angular/core'
import { createApplication } from '@angular/platform-browser'
import type { Auth } from '@authchart/machine'
import { createComponent } from 'solid-js'
import { render } from 'solid-js/web'
import { flushSync, mount, unmount } from 'svelte'
import { AuthScreens as AngularScreens, AUTH } from '../angular/auth-screens.ts'
import { AuthScreens as LitScreens } from '../lit/auth-screens.ts'
import { AuthScreens as SolidScreens } from '../solid/form.tsx'
import SvelteScreens from '../svelte/auth.svelte'

type Unmount = () => unknown

/** How the form of each framework comes into a page. */
export const frameworks = {
  async angular(auth: Auth, container: Element): Promise<Unmount> {
    const providers = [provideZonelessChangeDetection(), { provide: AUTH, useValue: auth }]
    const app = await createApplication({ providers })
    app.bootstrap(AngularScreens, container)
    return () => app.destroy()
  },
  async lit(auth: Auth, container: Element): Promise<Unmount> {
    const element = Object.assign(new LitScreens(), { auth })
    container.append(element)
    await element.updateComplete
    return () => element.remove()
  },
  async solid(auth: Auth, container: Element): Promise<Unmount> {
    return render(() => createComponent(SolidScreens, { auth }), container)
  },
  async svelte(auth: Auth, container: Element): Promise<Unmount> {
    const app = mount(SvelteScreens, { target: container, props: { auth } })
    flushSync()
    return () => unmount(app)
  },
}

export type FrameworkName = keyof typeof frameworks

/** The form of a framework in the page. */
export async function show(name: FrameworkName, auth: Auth) {
  const container = document.body.appendChild(document.createElement('main'))
  // Angular replaces the content of this one.
  const host = container.appendChild(document.createElement('div'))
  const unmount = await frameworks[name](auth, host)
  return {
    container,
    async unmount() {
      await unmount()
      container.remove()
    },
  }
}
