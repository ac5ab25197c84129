import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTwoFilesPatch } from 'diff'
import type { Command, Ended } from '../command.ts'
import { carryOut } from '../files/carry-out.ts'
import { reportExisting } from '../files/report-existing.ts'
import { findCode } from '../migrate/find-code.ts'
import { origins } from '../migrate/libraries.ts'
import { type Migration, migrateApp } from '../migrate/migrate-app.ts'
import { unsavedFiles } from '../migrate/unsaved-files.ts'
import { installCommand } from '../project/install-command.ts'
import { has, type Project, readProject } from '../project/read-project.ts'
import { readArgs, readWord } from '../read-options.ts'

const help = `Usage: authchart migrate [paths] [options]

Rewrites code that uses Amplify (Auth.* of versions 1 to 5, the functions of version 6, Hub, useAuthenticator) or
amazon-cognito-identity-js where Authchart has an equal, and lists the rest: file, line, what to do, and a page about it.
Both find the same session in the storage, so an app can move part by part. Paths are files and folders; by default all.

  --from LIBRARY  classic, v6 or identity-js: only the code of that one. By default all
  --dry-run       Print what would change as a diff, and write nothing
  --force         Also change files that Git could not bring back
  --json          Print one line of JSON: { written, rewritten, findings, unreadable, install }
  -h, --help      Show this help

Exit codes: 0; 1 if nothing was written, or a file does not parse; 2 for a wrong command line.
`

export const migrate: Command = {
  help,
  async run(args, { folder }) {
    const { values, positionals } = readArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        from: { type: 'string', default: 'auto' },
        'dry-run': { type: 'boolean', default: false },
        force: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    })
    const from = readWord('--from', values.from, [...origins, 'auto'])
    const project = readProject(folder)
    const paths = findCode(folder, positionals.length > 0 ? positionals : ['.'])
    const migration = migrateApp(project, paths, from)
    const dryRun = values['dry-run']
    const present = migration.files
      .map(({ path }) => path)
      .filter((path) => existsSync(join(folder, path)))
    const unsaved = dryRun || values.force ? [] : unsavedFiles(folder, present)
    if (unsaved.length > 0) return rejectUnsaved(unsaved)
    const diff = dryRun && !values.json ? diffOf(folder, migration) : ''
    const done = carryOut(folder, migration.files, { force: values.force, keep: false, dryRun })
    if (done.existing.length > 0) {
      return reportExisting(done.existing, '--force replaces them.')
    }
    const exitCode = migration.unreadable.length > 0 ? 1 : 0
    const install = migration.packages.filter((name) => !has(project.manifest, name))
    if (values.json) {
      const { rewritten, findings, unreadable } = migration
      const report = { written: done.written, rewritten, findings, unreadable, install }
      return { output: `${JSON.stringify(report)}\n`, exitCode }
    }
    const text = report(project, migration, done.written, install, dryRun)
    return { output: `${diff}${text}`, exitCode }
  },
}

function rejectUnsaved(paths: readonly string[]): Ended {
  const list = paths.map((path) => `  ${path}\n`).join('')
  return {
    output: '',
    complaint: `authchart: Git could not bring these files back, so nothing was written:\n\n${list}\nCommit them first, or use --force.\n`,
    exitCode: 1,
  }
}

function diffOf(folder: string, { files }: Migration): string {
  return files
    .map(({ path, text }) => {
      const place = join(folder, path)
      const isNew = !existsSync(place)
      const before = isNew ? '' : readFileSync(place, 'utf8')
      const patch = createTwoFilesPatch(
        isNew ? '/dev/null' : `a/${path}`,
        `b/${path}`,
        before,
        text,
      )
      return `${patch.replace(/^=+\n/, '')}\n`
    })
    .join('')
}

function report(
  { packageManager }: Project,
  { rewritten, findings, unreadable }: Migration,
  written: readonly string[],
  install: readonly string[],
  dryRun: boolean,
): string {
  const todo = findings.filter(({ kind }) => kind === 'todo')
  const check = findings.filter(({ kind }) => kind === 'check')
  if (written.length === 0 && findings.length === 0 && unreadable.length === 0) {
    return 'Nothing to do: no code uses Amplify or amazon-cognito-identity-js for sign-in.\n'
  }
  const places = (count: number) => `${count} ${count === 1 ? 'place' : 'places'}`
  const verb = dryRun ? 'Would rewrite' : 'Rewrote'
  const count = `${written.length} ${written.length === 1 ? 'file' : 'files'}`
  const lines = [
    written.length > 0
      ? `${verb} ${places(rewritten.length)}; ${count}:`
      : 'Nothing has an equal any more.',
    ...written.map((path) => `  ${path}`),
    ...section(`Have a look at ${places(check.length)}:`, check),
    ...section(`To do by hand: ${places(todo.length)}.`, todo),
    ...(unreadable.length > 0 ? ['', 'Does not parse, and stays as it is:'] : []),
    ...unreadable.map(({ path, reason }) => `  ${path}: ${reason}`),
    ...(install.length > 0 && !dryRun
      ? ['', 'Next:', `  ${installCommand(packageManager, install)}`]
      : []),
  ]
  return `${lines.join('\n')}\n`
}

function section(title: string, findings: Migration['findings']): readonly string[] {
  if (findings.length === 0) return []
  return [
    '',
    title,
    ...findings.flatMap(({ path, line, what, advice, link }) => [
      `  ${path}:${line}  ${what}`,
      `      ${advice}`,
      `      ${link}`,
    ]),
  ]
}
