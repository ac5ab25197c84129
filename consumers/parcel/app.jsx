import { createAuth } from '@authchart/machine'
import { AuthProvider, useAuthMachine } from '@authchart/react'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

const auth = createAuth({ config: { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'abc' } })
const Screen = () => createElement('h1', null, useAuthMachine().route)
const root = createRoot(document.getElementById('root'))
root.render(createElement(AuthProvider, { auth }, createElement(Screen)))
