import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Frame } from '../../../src/main/practice/session/wire'
import { dig, only, transcriptOf, turn, speech } from '../../unit/practice/trace'

const PROGRAM = fileURLToPath(new URL('../../../scripts/practice.mjs', import.meta.url))

interface Program {
  readonly child: ChildProcessWithoutNullStreams
  readonly output: () => string
  readonly errors: () => string
  readonly exit: Promise<number | null>
}

const children: ChildProcessWithoutNullStreams[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

const run = (...args: readonly string[]): Program => {
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: tmpdir() })
  children.push(child)
  const [out, err]: [string[], string[]] = [[], []]
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk.toString()))
  return { child, output: () => out.join(''), errors: () => err.join(''), exit: new Promise((resolve) => child.on('exit', resolve)) }
}

const converse = (url: string, token: string): Promise<readonly Frame[]> =>
  new Promise((resolve, reject) => {
    const frames: Frame[] = []
    const socket = new WebSocket(url, { headers: { authorization: `Bearer ${token}` } })
    socket.on('error', reject)
    socket.on('open', () => turn(speech(500)).forEach((event) => socket.send(JSON.stringify(event))))
    socket.on('message', (message) => {
      const frame = JSON.parse(message.toString()) as Frame
      frames.push(frame)
      if (frame.type === 'response.done') socket.close(1_000)
    })
    socket.on('close', () => resolve(frames))
  })

const urlOf = (program: Program): string => /^url {3}(\S+)$/m.exec(program.output())?.[1] ?? ''

describe('npm run practice', () => {
  it('prints URL and token, serves a turn, tells of the session, and ends cleanly on SIGTERM', async () => {
    const program = run('--token', 'sesame', '--speed', '50')
    await expect.poll(program.output, { timeout: 20_000 }).toContain('token sesame')
    const frames = await converse(urlOf(program), 'sesame')
    await expect.poll(program.output, { timeout: 5_000 }).toMatch(/^session sess_\S+ \(practice-echo\) ended with 1000: 1 responses, 0\.5 s heard, 0\.5 s committed, 0 truncations$/m)
    program.child.kill('SIGTERM')
    expect([transcriptOf(frames), await program.exit, program.errors()]).toEqual(['You said 0.5 seconds.', 0, ''])
  })

  it('takes faults and a script for tests in another process', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'practice-script-'))
    const file = join(folder, 'script.json')
    await writeFile(file, JSON.stringify([{ outputs: [{ kind: 'function-call', name: 'clock', arguments: '{}' }] }]))
    const program = run('--script', file, '--token', 'sesame', '--fault', 'obfuscation')
    await expect.poll(program.output, { timeout: 20_000 }).toContain('token sesame')
    const frames = await converse(urlOf(program), 'sesame')
    await rm(folder, { recursive: true })
    expect([dig(only(frames, 'response.output_item.done'), 0, 'item', 'name'), typeof only(frames, 'response.function_call_arguments.delta')[0]?.['obfuscation']]).toEqual([
      'clock',
      'string',
    ])
  })

  it.each([
    [['--fault', 'gremlins'], /^Unknown fault "gremlins"\. Possible are http-403, .*\.\n$/],
    [['--port', 'x'], /^--port needs a number from 0 to 65535, not "x"\.\n$/],
    [['--script', 'nowhere.json'], /^Cannot read the script file "nowhere\.json"\.\n$/],
  ])('refuses %j with one sentence and exit code 2', async (args, sentence) => {
    const program = run(...args)
    expect([await program.exit, program.output(), program.errors()]).toEqual([2, '', expect.stringMatching(sentence)])
  })
})
