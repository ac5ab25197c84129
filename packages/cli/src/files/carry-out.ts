import { join } from 'node:path'
import type { FilePlan, WantedFile } from './file-plan.ts'
import { planFiles } from './file-plan.ts'
import { writeAll } from './write-all.ts'

export interface CarryOutOptions {
  /** Replace what is there. */
  readonly force: boolean
  /** Leave what is there, and write the rest. */
  readonly keep: boolean
  readonly dryRun: boolean
}

/** What was done, or would be. */
export interface CarriedOut {
  /** Files that are the developer's: then nothing is written. */
  readonly existing: readonly string[]
  readonly written: readonly string[]
  readonly unchanged: readonly string[]
  /** Files of the developer that stay, because of `keep`. */
  readonly left: readonly string[]
}

/**
 * Writes the files that are wanted, all or none. A file with another content is not replaced without `force`.
 *
 * @throws Error that names a file which cannot be written
 */
export function carryOut(
  folder: string,
  wanted: readonly WantedFile[],
  options: CarryOutOptions,
): CarriedOut {
  const plan = planFiles(folder, wanted)
  const { force, keep, dryRun } = options
  const files = force ? [...plan.written, ...plan.existing] : plan.written
  const existing = force || keep ? [] : pathsOf(plan.existing)
  if (!dryRun && existing.length === 0) {
    writeAll(files.map(({ path, text }) => ({ path: join(folder, path), text })))
  }
  return {
    existing,
    written: existing.length > 0 ? [] : inOrder(wanted, pathsOf(files)),
    unchanged: plan.unchanged,
    left: keep && !force ? pathsOf(plan.existing) : [],
  }
}

function pathsOf(files: FilePlan['written']): readonly string[] {
  return files.map(({ path }) => path)
}

function inOrder(wanted: readonly WantedFile[], paths: readonly string[]): readonly string[] {
  return pathsOf(wanted).filter((path) => paths.includes(path))
}
