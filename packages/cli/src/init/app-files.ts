import { posix } from 'node:path'
import type { WantedFile } from '../files/file-plan.ts'
import { type InitChoice, sandboxPort, seededUser } from './init-choice.ts'

/** The files around the screens: the auth, the local Cognito, the root of the app. */
export function appFiles(choice: InitChoice): readonly WantedFile[] {
  const { language, sources } = choice.project
  const inSources = (name: string) => posix.join(sources, name)
  return [
    { path: inSources(`auth.${language}`), text: authText(choice) },
    { path: inSources(`auth-sandbox.${language}`), text: sandboxText(choice) },
    {
      path: 'sandbox.json',
      text: `${JSON.stringify({ users: [seededUser] }, null, 2)}\n`,
    },
  ]
}

function authText({ project, outputs, isVite }: InitChoice): string {
  const run = `${project.packageManager} run sandbox`
  const imports = ["import { createAuth, readEntry } from '@authchart/machine'"]
  const [importOutputs, config] =
    outputs === undefined
      ? [
          [],
          `/** The local Cognito of \`${run}\`. Before you publish, put the ids of your user pool here. */\nconst config = sandboxConfig\n`,
        ]
      : [
          [`import outputs from '${relativeModule(project.sources, outputs)}'`],
          isVite
            ? `/** In the mode “sandbox” the local Cognito of \`${run}\`, or else your user pool. */\nconst config = import.meta.env.MODE === 'sandbox' ? sandboxConfig : outputs\n`
            : 'const config = outputs\n',
        ]
  const usesSandbox = outputs === undefined || isVite
  return [
    ...imports,
    ...importOutputs,
    ...(usesSandbox ? ["import { sandboxConfig } from './auth-sandbox'"] : []),
    '',
    config,
    '/** One for the whole app: it outlives every component. */',
    'export const auth = createAuth({ config, entry: readEntry() })',
    ...(isVite
      ? [
          '',
          '// Hot reload runs this file again; the auth of before would go on refreshing its tokens.',
          'import.meta.hot?.dispose(() => auth.stop())',
        ]
      : []),
    '',
  ].join('\n')
}

function relativeModule(folder: string, file: string): string {
  const path = posix.relative(folder, file)
  return path.startsWith('.') ? path : `./${path}`
}

function sandboxText({ project }: InitChoice): string {
  const isTypeScript = project.language === 'ts'
  return `${isTypeScript ? "import type { UserPoolConfig } from '@authchart/machine'\n\n" : ''}/** The local Cognito that \`${project.packageManager} run sandbox\` starts. Its user is in sandbox.json. */
export const sandboxConfig${isTypeScript ? ': UserPoolConfig' : ''} = {
  region: 'us-east-1',
  userPoolId: 'us-east-1_Sandbox01',
  userPoolClientId: 'sandboxclient0000000000001',
  endpoint: 'http://127.0.0.1:${sandboxPort}',
  loginWith: ['email'],
}
`
}
