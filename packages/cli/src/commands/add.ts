import { isAbsolute, join, relative, resolve } from 'node:path'
import type { Command, Ended } from '../command.ts'
import { type CarriedOut, carryOut } from '../files/carry-out.ts'
import { reportExisting } from '../files/report-existing.ts'
import { nearestWord } from '../nearest-word.ts'
import { installCommand } from '../project/install-command.ts'
import { has, type Project, readProject, withoutFramework } from '../project/read-project.ts'
import { readArgs, readWord } from '../read-options.ts'
import { readTemplates } from '../read-templates.ts'
import { chooseScreens, type ScreensChoice } from '../screens/choose-screens.ts'
import { routesWithoutFile, type ScreenRoute, screenRoutes } from '../screens/route-screens.ts'
import { cssKinds, type Target, targets } from '../screens/templates.ts'
import { UsageError } from '../usage-error.ts'

const help = `Usage: authchart add [react|vue|html] [options]

Copies the screens into your app: from then on they are yours. They import @authchart and the framework only.
Without a name it is the framework in package.json. html needs none: it shows one question at a time. In a project without TypeScript the files are JavaScript.

  --only ROUTES  Screens of your own for these routes only, e.g. signIn,confirmSignIn: all others have one form
                 that shows every route. By default every route has its screen
  --dir DIR      Where to write; default src/auth
  --css KIND     plain (default): a file of CSS. tailwind: classes of Tailwind 4
  --dry-run      Say what would be written, and write nothing
  --force        Replace files that have another content
  --keep         Leave files that have another content, and write the rest
  --json         Print one line of JSON: { target, language, css, dir, routes, written, unchanged, left, install }
  -h, --help     Show this help

Routes: ${screenRoutes.slice(0, 7).join(', ')},
        ${screenRoutes.slice(7).join(', ')}
`

export const add: Command = {
  help,
  async run(args, { folder }) {
    const { values, positionals } = readArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        only: { type: 'string', multiple: true },
        dir: { type: 'string' },
        css: { type: 'string', default: 'plain' },
        'dry-run': { type: 'boolean', default: false },
        force: { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    })
    const css = readWord('--css', values.css, cssKinds)
    const routes = readRoutes(values.only)
    const named = readTarget(positionals)
    if (named === 'html' && (css !== 'plain' || values.only)) {
      throw new UsageError('html has no --only and no --css: its screens are one.')
    }
    const project = readProject(folder)
    const choice: ScreensChoice = {
      target: named ?? frameworkOf(project),
      language: project.language,
      css,
      routes,
      dir: readDir(folder, values.dir ?? join(project.sources, 'auth')),
    }
    const dryRun = values['dry-run']
    const done = carryOut(folder, chooseScreens(folder, readTemplates(), choice), {
      force: values.force,
      keep: values.keep,
      dryRun,
    })
    if (done.existing.length > 0) {
      return reportExisting(
        done.existing,
        '--force replaces them. --keep leaves them and writes the rest. --dir chooses another folder.',
      )
    }
    const install = missing(project, choice.target)
    if (values.json) {
      const { written, unchanged, left } = done
      return { output: `${JSON.stringify({ ...choice, written, unchanged, left, install })}\n` }
    }
    return report(project, choice, done, install, dryRun)
  },
}

function readTarget([name, ...others]: readonly string[]): Target | undefined {
  if (others.length > 0) throw new UsageError(`One framework, not ${others.length + 1}.`)
  return name === undefined ? undefined : readWord('The framework', name, targets)
}

function frameworkOf(project: Project): Target {
  if (project.framework) return project.framework
  throw withoutFramework(project, targets.map((name) => `authchart add ${name}`).join(', or '))
}

function readRoutes(only: readonly string[] | undefined): readonly ScreenRoute[] {
  if (only === undefined) return screenRoutes
  const names = only.flatMap((list) => list.split(',')).map((name) => name.trim())
  const unknown = names.find((name) => !screenRoutes.some((route) => route === name))
  if (unknown === undefined) return screenRoutes.filter((route) => names.includes(route))
  const reason = routesWithoutFile.get(unknown)
  if (reason) throw new UsageError(`--only: ${unknown} has no screen of its own: ${reason}.`)
  const nearest = nearestWord(unknown, screenRoutes)
  throw new UsageError(
    `--only: there is no screen '${unknown}'. ${nearest ? `Do you mean '${nearest}'?` : `Screens: ${screenRoutes.join(', ')}.`}`,
  )
}

/** Relative to the folder of the app, and in it. */
function readDir(folder: string, dir: string): string {
  const path = relative(folder, resolve(folder, dir))
  if (path.startsWith('..') || isAbsolute(path)) {
    throw new UsageError(`--dir is a folder of the app, not '${dir}'.`)
  }
  return path.replaceAll('\\', '/')
}

function missing({ manifest }: Project, target: Target): readonly string[] {
  const names = ['@authchart/machine', ...(target === 'html' ? [] : [`@authchart/${target}`])]
  return names.filter((name) => !has(manifest, name))
}

function report(
  { packageManager, manifest }: Project,
  { target, routes, dir, css }: ScreensChoice,
  { written, unchanged, left }: CarriedOut,
  install: readonly string[],
  dryRun: boolean,
): Ended {
  if (written.length === 0 && left.length === 0) {
    return { output: `Nothing to do: all ${unchanged.length} files are in ${dir}.\n` }
  }
  const count = `${written.length} ${written.length === 1 ? 'file' : 'files'}`
  const screens = routes.length === 1 ? '1 screen' : `${routes.length} screens`
  const which = target === 'html' ? '' : `, with ${screens} of your own`
  const lines = [
    `${dryRun ? 'Would write' : 'Wrote'} ${count} to ${dir}${which}:`,
    ...written.map((path) => `  ${path}`),
    ...(left.length > 0 ? ['Left as they are:', ...left.map((path) => `  ${path}`)] : []),
  ]
  const next = [
    ...(install.length > 0 ? [installCommand(packageManager, install)] : []),
    ...(css === 'tailwind' && !has(manifest, 'tailwindcss')
      ? ['Tailwind 4 is not in package.json: https://tailwindcss.com/docs/installation']
      : []),
    `Show them: ${usage(target, dir)}`,
  ]
  const steps = dryRun ? [] : ['', 'Next:', ...next.map((line) => `  ${line}`)]
  return { output: `${[...lines, ...steps].join('\n')}\n` }
}

function usage(target: Target, dir: string): string {
  if (target === 'html') {
    return `createAuthScreens(host) of ${dir}/auth-screens, with each view of the auth`
  }
  return target === 'react'
    ? `<AuthScreens /> of ${dir}/auth-screens, below <AuthProvider>`
    : `<AuthScreens /> of ${dir}/auth-screens.vue, in an app with authPlugin`
}
