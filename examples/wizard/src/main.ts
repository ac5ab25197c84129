import './styles.css'
import { element } from './dom.ts'

const host = document.querySelector<HTMLElement>('#app') ?? document.body

try {
  const { auth } = await import('./auth.ts')
  const { createApp } = await import('./app.ts')
  const show = createApp(host)
  auth.subscribe(show)
  show(auth.getView())
} catch (error) {
  host.replaceChildren(element('p', {}, `This page cannot start: ${error}`))
}
