import { createAuth, readEntry, type UserPoolConfig } from '@authchart/machine'

const response = await fetch('/auth-config.json')
const config = (await response.json()) as UserPoolConfig

export const auth = createAuth({ config, entry: readEntry() })
