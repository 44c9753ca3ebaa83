import { POLITE, PLAIN } from './plan'
import type { Script, Step } from './steps'
import { openWorld, type World } from './world'

/** The number that the person's voice says. */
const VOICE = 100
/** A good answer has 24,000 samples. */
const HEARD_SAMPLES = 20_000

const questionOf = (number: number): string => `Question number ${String(number)}?`

interface Hand {
  held: boolean
  readonly asked: string[]
}

/** Runs one script to its end and says what was wrong with it. */
export async function runScript({ manners, steps }: Script, trace?: (line: string) => void): Promise<readonly string[]> {
  const world = await openWorld(manners, trace)
  const hand: Hand = { held: false, asked: [] }
  try {
    await world.assistant.start()
    await world.pass(500)
    for (const step of steps) await take(world, hand, step)
    await calm(world, hand)
    await talkAgain(world)
    await world.pass(1_000)
    world.judge.account(world.assistant.snapshot(), world.stored(), hand.asked)
    await sleep(world)
  } catch (cause) {
    world.judge.fault('threw', cause instanceof Error ? (cause.stack ?? cause.message) : String(cause))
  }
  await world.close()
  if (world.ledgerBytes() !== world.wire.voiceBytes) world.judge.fault('ledger', `${String(world.ledgerBytes())} bytes told, ${String(world.wire.voiceBytes)} on the wire`)
  return world.judge.faults
}

async function take(world: World, hand: Hand, step: Step): Promise<void> {
  const { assistant, judge, page, server } = world
  switch (step.do) {
    case 'press':
      hand.held = true
      if (world.view().mode === 'hold') judge.annul(world.now())
      assistant.press()
      return world.pass(20)
    case 'release':
      hand.held = false
      assistant.release()
      return world.pass(20)
    case 'speak':
      page.voice = VOICE
      await world.pass(step.ms)
      page.voice = 0
      return
    case 'wait':
      return world.pass(step.ms)
    case 'escape':
      return escape(world)
    case 'type':
      return type(world, hand, step.number)
    case 'clip':
      return clip(world)
    case 'stop-clip':
      assistant.actions.stopPlaying()
      return world.pass(20)
    case 'hands-free':
    case 'hold':
      judge.modeChanged()
      assistant.setMode(step.do)
      return world.pass(20)
    case 'reconnect':
      assistant.retryConnection()
      return world.pass(20)
    case 'undo':
      assistant.undoCancel()
      return world.pass(20)
    case 'wake':
      assistant.resumed()
      return world.pass(20)
    case 'plan':
    case 'unasked':
    case 'odd':
    case 'close':
      server.step(step)
      return world.settle()
  }
}

async function escape({ assistant, judge, view, now, pass, page }: World): Promise<void> {
  judge.annul(now())
  assistant.cancel()
  await pass(160)
  const { mode, phase, switching } = view()
  if (mode === 'hold' && !switching && phase !== 'idle') judge.fault('Escape does not end', `phase ${phase}`)
  if (mode === 'hold' && page.sounding !== null) judge.fault('Escape does not silence', `phase ${phase}`)
}

async function type({ assistant, judge, view, now, pass }: World, hand: Hand, number: number): Promise<void> {
  if (view().mode === 'hold') judge.annul(now())
  const question = questionOf(number)
  if (assistant.sendText(question).ok) hand.asked.push(question)
  await pass(20)
}

async function clip({ assistant, judge, pass }: World): Promise<void> {
  const item = assistant.snapshot().items.findLast(({ kind, status }) => kind === 'speech' && status !== 'in-progress')
  if (item === undefined) return
  judge.clipAsked()
  await assistant.messageActions.play(item.id)
  await pass(20)
}

/** The person lets go of everything and waits; nothing may go on for ever. */
async function calm(world: World, hand: Hand): Promise<void> {
  const { assistant, judge, view, pass, page } = world
  if (hand.held) assistant.release()
  judge.modeChanged()
  assistant.setMode('hold')
  await pass(120_000)
  world.state.manners = POLITE
  world.server.heal()
  await pass(130_000)
  const { phase, switching } = view()
  if (phase !== 'idle') judge.fault(`stuck in ${phase}`, 'at the end')
  if (switching) judge.fault('stuck between the modes', 'at the end')
  if (page.isBusy) judge.fault('the page is still busy', `phase ${phase}`)
}

/** Behind all that, a good server is talked with as ever. */
async function talkAgain(world: World): Promise<void> {
  const { assistant, judge, page, server, view, pass } = world
  if (view().connection.state === 'failed') assistant.retryConnection()
  server.plans = [PLAIN, PLAIN, PLAIN]
  const before = judge.answers.length
  judge.annul(world.now())
  assistant.press()
  await pass(100)
  page.voice = VOICE
  await pass(600)
  page.voice = 0
  assistant.release()
  await pass(45_000)
  const heard = judge.answers.slice(before).map(({ mark }) => page.heard.get(mark) ?? 0)
  if (Math.max(0, ...heard) < HEARD_SAMPLES) judge.fault('no answer afterwards', `connection ${view().connection.state}, phase ${view().phase}, notice ${view().notice?.tag ?? 'none'}, heard ${heard.join(' ')}`)
}

async function sleep({ judge, view, pass }: World): Promise<void> {
  await pass(100_000)
  const { state } = view().connection
  if (state !== 'asleep') judge.fault('never sleeps', `connection ${state}`)
}
