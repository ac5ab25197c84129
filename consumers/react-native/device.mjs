import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'

const folders = { 'linux x64': 'linux64-bin', 'darwin x64': 'osx-bin', 'darwin arm64': 'osx-bin' }

/**
 * Hermes itself: React Native's engine, as the program of its package for the command line. It reads lines of code and
 * prints; what a device does for the engine, this does: timers, requests, and the given native modules.
 *
 * @param {Record<string, (...parameters: any[]) => unknown>} modules
 */
export function startDevice(modules) {
  const folder = folders[`${process.platform} ${process.arch}`]
  const program = `node_modules/hermes-engine-cli/${folder}/hermes`
  if (!folder || !existsSync(program)) {
    process.stdout.write(
      `hermes-engine-cli has no engine for ${process.platform} ${process.arch}\n`,
    )
    process.exit(77)
  }
  const engine = spawn(program, ['-prompt=', '-prompt2='], { stdio: ['pipe', 'pipe', 'inherit'] })
  const evaluations = new Map()
  let lastEvaluation = 0

  const run = (code) => engine.stdin.write(`void (0, eval)(${JSON.stringify(code)})\n`)
  const define = (name, value) => run(`globalThis.${name} = ${JSON.stringify(value)}`)
  const native = { ...modules, request }

  function evaluate(expression) {
    lastEvaluation += 1
    const evaluation = lastEvaluation
    const send = `hostSend({ evaluation: ${evaluation}, value })`
    const sendError = `hostSend({ evaluation: ${evaluation}, error: String(error && error.stack) })`
    run(`Promise.resolve(${expression}).then((value) => ${send}, (error) => ${sendError})`)
    return new Promise((resolve, reject) => evaluations.set(evaluation, { resolve, reject }))
  }

  async function receive({ id, name, parameters, timer, ms, log, evaluation, value, error }) {
    if (log) process.stdout.write(`${log}\n`)
    if (timer) setTimeout(() => run(`fireTimer(${timer})`), ms).unref()
    if (evaluation && error) evaluations.get(evaluation).reject(new Error(error))
    if (evaluation && !error) evaluations.get(evaluation).resolve(value)
    if (!name) return
    try {
      const answer = await native[name](...parameters)
      run(`answerCall(${JSON.stringify({ id, value: answer })})`)
    } catch (thrown) {
      run(`answerCall(${JSON.stringify({ id, error: String(thrown) })})`)
    }
  }

  createInterface(engine.stdout).on('line', (line) => {
    const at = line.indexOf('@@')
    if (at >= 0) receive(JSON.parse(line.slice(at + 2)))
    else if (/Error/.test(line)) {
      for (const { reject } of evaluations.values()) reject(new Error(line))
    }
  })
  define('hostBytes', [...randomBytes(65_536)])
  return {
    run,
    define,
    evaluate,
    step: (name, parameter) => evaluate(`steps.${name}(${JSON.stringify(parameter) ?? ''})`),
    stop: () => engine.kill(),
  }
}

/** As a device sends it: redirects are followed. */
async function request(url, method, headers, body) {
  const response = await fetch(url, { method, headers, ...(body && { body }) })
  const lines = [...response.headers].map(([name, value]) => `${name}: ${value}\r\n`)
  return { status: response.status, headers: lines.join(''), text: await response.text() }
}
