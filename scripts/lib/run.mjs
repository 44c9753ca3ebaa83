import { spawn } from 'node:child_process'
import { toolEnvironment } from './environment.mjs'

/**
 * @typedef {object} RunResult
 * @property {number} code exit code; 127 = not found, 124 = ran into its time limit, 1 = killed by a signal
 * @property {string} stdout empty unless captured
 * @property {string} stderr empty unless captured
 */

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] what a tool needs, unless given
 * @property {number} [limitMs] no limit unless given
 * @property {boolean} [capture] collect the output instead of showing it
 */

/**
 * Runs a program to its end. Never throws for a program that fails: the exit code says so.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, { cwd, env = toolEnvironment(), limitMs, capture = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit' })
    const output = { stdout: '', stderr: '' }
    let late = false
    const timer = limitMs === undefined ? undefined : setTimeout(() => { late = true; child.kill('SIGKILL') }, limitMs)
    child.stdout?.on('data', (chunk) => { output.stdout += String(chunk) })
    child.stderr?.on('data', (chunk) => { output.stderr += String(chunk) })
    const settle = (/** @type {number} */ code) => { clearTimeout(timer); resolve({ code, ...output }) }
    child.once('error', () => settle(127))
    child.once('close', (code) => settle(late ? 124 : (code ?? 1)))
  })
}

/**
 * Runs npm: the one that started this script if there is one, so that a second npm on the PATH is never mixed in.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function npm(args, options) {
  const cli = process.env['npm_execpath']
  if (cli?.endsWith('npm-cli.js')) return run(process.execPath, [cli, ...args], options)
  // On Windows npm is a .cmd file, which Node starts only through the shell.
  return process.platform === 'win32' ? run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options) : run('npm', args, options)
}
