import { useAuthMachine } from '@authchart/react'

export function App() {
  const view = useAuthMachine()
  return <h1>{view.route === 'signedIn' ? view.greeting.name : view.route}</h1>
}
