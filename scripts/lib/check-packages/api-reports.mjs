import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import {
  CompilerState,
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
} from '@microsoft/api-extractor'
import { root } from '../paths.mjs'

const reportsFolder = join(root, 'docs/api/reports')
const ending = '.api.md'
const quiet = { default: { logLevel: ExtractorLogLevel.None } }

/** How the reports read the declarations of a package, which are complete in themselves. */
const compilerOptions = {
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  lib: ['es2023', 'dom', 'dom.iterable'],
  jsx: 'react-jsx',
  strict: true,
  skipLibCheck: true,
  types: [],
}

/**
 * Compares the public API of the built packages with the reports in `docs/api/reports`.
 *
 * @param {{ isUpdate?: boolean }} [options] `isUpdate` writes the reports in place of comparing them
 * @returns {string[]} one line for each entry whose report differs, is missing, or is of no entry
 */
export function checkApi({ isUpdate = false } = {}) {
  const tempFolder = mkdtempSync(join(tmpdir(), 'authchart-api-'))
  try {
    const entries = readdirSync(join(root, 'packages')).flatMap(readEntries)
    const changed = extract(entries, { tempFolder, isUpdate })
    const stale = readdirSync(reportsFolder, { recursive: true })
      .filter((file) => file.endsWith(ending))
      .map((file) => file.replaceAll('\\', '/').slice(0, -ending.length))
      .filter((name) => !entries.some((entry) => entry.name === name))
    if (isUpdate) for (const name of stale) rmSync(join(reportsFolder, `${name}${ending}`))
    return [
      ...changed.map((name) => `docs/api/reports/${name}${ending} is not what the package exports`),
      ...stale.map((name) => `docs/api/reports/${name}${ending} is of no entry`),
    ]
  } finally {
    rmSync(tempFolder, { recursive: true })
  }
}

/**
 * The public entries of a package that have types.
 *
 * @param {string} part folder in `packages/`
 * @returns {{ name: string, types: string, folder: string }[]} `name` of the report: `machine/machine-cognito`,
 *   `machine/machine-words/de`
 */
function readEntries(part) {
  const folder = join(root, 'packages', part)
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return Object.entries(exports).flatMap(([subpath, { types }]) => {
    const name = `${part}/${part}${subpath.slice(1).replace('/', '-')}`
    return types ? [{ name, types: join(folder, types), folder }] : []
  })
}

/**
 * @param {ReturnType<typeof readEntries>} entries
 * @param {{ tempFolder: string, isUpdate: boolean }} options
 * @returns {string[]} the names of those whose reports changed
 */
function extract(entries, options) {
  for (const { name } of entries) {
    mkdirSync(join(reportsFolder, dirname(name)), { recursive: true })
  }
  const configs = entries.map((entry) => prepare(entry, options.tempFolder))
  const compilerState = CompilerState.create(configs[0], {
    additionalEntryPoints: entries.map(({ types }) => types),
  })
  return configs.flatMap((config, index) => {
    const { apiReportChanged } = Extractor.invoke(config, {
      compilerState,
      localBuild: options.isUpdate,
      messageCallback: (message) => {
        message.handled = true
      },
    })
    return apiReportChanged ? [entries[index].name] : []
  })
}

/**
 * @param {ReturnType<typeof readEntries>[number]} entry
 * @param {string} tempFolder
 */
function prepare({ name, types, folder }, tempFolder) {
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: types,
      compiler: { overrideTsconfig: { compilerOptions, include: [types] } },
      apiReport: {
        enabled: true,
        reportFileName: `${basename(name)}${ending}`,
        reportFolder: join(reportsFolder, dirname(name)),
        reportTempFolder: tempFolder,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: quiet,
        extractorMessageReporting: quiet,
        tsdocMessageReporting: quiet,
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(folder, 'package.json'),
  })
}
