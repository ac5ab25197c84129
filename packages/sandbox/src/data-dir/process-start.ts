import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * When a process started, in the system's own format. Two processes that had the same id at
 * different times have different values. Undefined if the process does not run or the system does
 * not say.
 */
export function processStart(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return onLinux(pid)
    return process.platform === 'win32' ? onWindows(pid) : onUnix(pid)
  } catch {
    return undefined
  }
}

/**
 * Ticks since this boot (`man 5 proc`), the 22nd field; the second field may have blanks and
 * brackets.
 */
function onLinux(pid: number) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${ticks}`
}

const onUnix = (pid: number) =>
  run('ps', ['-o', 'lstart=', '-p', String(pid)], { ...process.env, LC_ALL: 'C', TZ: 'UTC' })

const onWindows = (pid: number) =>
  run('powershell.exe', [
    '-NoProfile',
    '-Command',
    `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`,
  ])

const run = (command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env) =>
  execFileSync(command, args, { encoding: 'utf8', env, timeout: 5000, stdio: 'pipe' }).trim() ||
  undefined
