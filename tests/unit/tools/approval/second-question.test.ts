import { expect, it } from 'vitest'
import { settled } from '../calls/calls-world'
import { world } from '../tools-world'

const DAY = 86_400_000
const noAnswer: (yes: boolean) => void = () => undefined

/** The button, held long enough by a hand that main sees. */
const holdButton = async ({ card, parts, cards, timers }: ReturnType<typeof world>) => {
  const id = card()?.id ?? ''
  parts.approvals.shown(id, 'panel')
  timers.pass(800)
  cards.pressed = { since: timers.now(), until: null }
  parts.approvals.hold(id)
  timers.pass(700)
  parts.approvals.release(id, 'up')
  await settled()
}

/** A dialog that stays open until the test, or the end of its card, closes it. */
const openDialog = ({ dialogs }: ReturnType<typeof world>) => {
  const seen = { text: '', yes: '', closed: false, answer: noAnswer }
  dialogs.open = ({ text, yes, over }) =>
    new Promise((answer) => {
      Object.assign(seen, { text, yes, answer })
      over?.addEventListener('abort', () => {
        seen.closed = true
        answer(false)
      })
    })
  return seen
}

it('that held the button for what leaves the machine is asked once more with all arguments, and the card waits for that answer alone', async () => {
  const sut = world()
  const dialog = openDialog(sut)
  await sut.call(['open', { host: 'a.example', path: '/x?y=z' }])
  await holdButton(sut)
  const meanwhile = sut.card()
  await sut.approve()
  const stillAsked = { ran: sut.ran(), closed: dialog.closed }
  dialog.answer(true)
  await settled()
  expect({ confirming: meanwhile?.confirming, armed: meanwhile?.armed, stillAsked, text: dialog.text.split('\n\n')[0], yes: dialog.yes, ran: sut.ran(), card: sut.card() }).toEqual({
    confirming: true, armed: false, stillAsked: { ran: [], closed: false }, text: 'host: a.example\npath: /x?y=z', yes: 'Allow this once', ran: ['open'], card: null,
  })
})

it.each([
  ['Escape', ({ parts }: ReturnType<typeof world>) => void parts.approvals.denyFirst(), ['open denied not-run']],
  ['nobody within a minute', ({ timers }: ReturnType<typeof world>) => timers.pass(60_000), ['open timed-out not-run']],
  ['the end of all tools', ({ calls }: ReturnType<typeof world>) => calls.stopAll(), ['open withdrawn not-run']],
])('that is asked once more ends with its card, which %s ends', async (_who, end, stored) => {
  const sut = world()
  const dialog = openDialog(sut)
  await sut.call(['open', { host: 'a.example' }])
  await holdButton(sut)
  end(sut)
  await settled()
  dialog.answer(true)
  await settled()
  expect({ closed: dialog.closed, card: sut.card(), ran: sut.ran(), stored: sut.stored() }).toEqual({ closed: true, card: null, ran: [], stored })
})

it('is asked the second question however lately the last no was', async () => {
  const sut = world()
  sut.person.says = false
  for (const host of ['a.example', 'b.example']) {
    await sut.call(['open', { host }])
    await holdButton(sut)
  }
  expect(sut.asked).toEqual(['Test: Do open?', 'Test: Do open?'])
})

it.each([
  ['30-days', 29, true, 30, [{ until: 1_000 + 30 * DAY }]],
  ['run', 400, true, 400, [{ until: 'run' }]],
  ['for-good', 4_000, true, 4_000, [{ until: null }]],
] as const)('allows for so long: %s', async (howLong, days, isOpen, overAfter, rules) => {
  const { call, card, parts, clock, ran, end, settings } = world()
  await call(['open', { host: 'a.example' }])
  await parts.approvals.allowAlways(card()?.id ?? '', howLong)
  await settled()
  await end(0)
  clock.now = 1_000 + days * DAY - 1
  await call(['open', { host: 'a.example' }])
  await end(1)
  const listed = parts.allowances.rules
  clock.now = 1_000 + overAfter * DAY
  await call(['open', { host: 'a.example' }])
  parts.allowances.review()
  expect({ ran: ran().length, listed, over: card() !== null, left: [parts.allowances.rules.length, settings().allowances.length] }).toMatchObject({
    ran: isOpen && howLong !== '30-days' ? 3 : 2, listed: rules, over: howLong === '30-days', left: howLong === '30-days' ? [0, 0] : [1, howLong === 'run' ? 0 : 1],
  })
})

it('is locked while Parley itself presses keys, and the card says so', async () => {
  const { call, card, parts, approve, ran } = world()
  await call(['open', { host: 'a.example' }])
  parts.approvals.typing(true)
  await approve()
  const typing = { locked: card()?.locked, armed: card()?.armed, ran: ran() }
  parts.approvals.typing(false)
  await approve()
  expect({ typing, after: ran() }).toEqual({ typing: { locked: true, armed: false, ran: [] }, after: ['open'] })
})

it('whose arguments have no room in a dialog is told so there: the card has all of them', async () => {
  const sut = world()
  const dialog = openDialog(sut)
  await sut.call(['open', { host: 'a.example', a: 'x'.repeat(400), b: 'x'.repeat(400), c: 'x'.repeat(400), d: 'x'.repeat(400), last: 'to=mallory' }])
  await holdButton(sut)
  expect(dialog.text.split('\n\n')[0]).toMatch(/… \(\d+ more characters, shown on the card\)$/)
})
