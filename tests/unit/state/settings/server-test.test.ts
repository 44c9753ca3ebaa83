import { expect, it } from 'vitest'
import { createServerTests, type ServerTestState } from '../../../../src/renderer/src/state/settings/server-test'
import type { ConnectionVerdict } from '../../../../src/shared/providers/verdict-name'
import { appError } from '../../../../src/shared/errors/errors'
import type { InvokeAnswer } from '../../../../src/shared/ipc/contract'
import { err, ok } from '../../../../src/shared/result'

const ENTRY = { endpoint: { kind: 'openai' }, secret: null } as const
type Answer = InvokeAnswer<'server:test'>

/** What is shown, word by word; each test is answered when the trace says so. */
function tester() {
  const shown: string[] = []
  const asked: ((answer: Answer) => void)[] = []
  const words = (state: ServerTestState) => (state.name === 'tested' ? (state.verdict ?? 'failed') : state.name)
  const tests = createServerTests(() => new Promise<Answer>((resolve) => asked.push(resolve)))
  tests.state.subscribe(() => shown.push(words(tests.state.get())))
  const answer = (verdict: ConnectionVerdict) => asked.shift()?.(ok(verdict))
  return { tests, shown, answer, fail: () => asked.shift()?.(err(appError('unexpected'))) }
}

it('shows the verdict once what it allows is done; a test that failed or was stopped has none', async () => {
  const { tests, shown, answer, fail } = tester()
  const good = tests.run(ENTRY, () => Promise.resolve(shown.push('accepted') > 0))
  answer('ok')
  await good
  for (const verdict of ['wrong-key', 'stopped'] as const) {
    const run = tests.run(ENTRY, () => Promise.reject(new Error('nobody may accept this')))
    answer(verdict)
    await run
  }
  const broken = tests.run(ENTRY)
  fail()
  await broken
  expect(shown).toEqual(['testing', 'accepted', 'ok', 'testing', 'wrong-key', 'testing', 'untested', 'testing', 'failed'])
})

it('an answer about what is not entered any more is neither accepted nor shown', async () => {
  const { tests, shown, answer } = tester()
  const old = tests.run(ENTRY, () => Promise.resolve(shown.push('accepted') > 0))
  tests.forget()
  answer('ok')
  await old
  const slow = tests.run(ENTRY, () => {
    tests.forget()
    return Promise.resolve(true)
  })
  answer('ok')
  await slow
  expect(shown).toEqual(['testing', 'untested', 'testing', 'untested'])
})

it('a server that cannot be taken is not shown as tested: one could go on without it', async () => {
  const { tests, shown, answer } = tester()
  const run = tests.run(ENTRY, () => Promise.resolve(false))
  answer('ok')
  await run
  expect(shown).toEqual(['testing', 'untested'])
})
