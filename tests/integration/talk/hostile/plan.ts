import type { Dice } from './dice'

/** How a hostile server names things and takes what it is told, for a whole script. */
export interface Manners {
  /** `again`: each session begins with the same names. `long`: far longer than anybody expects. */
  readonly ids: 'fresh' | 'again' | 'long'
  /** What it says to an item the client makes. */
  readonly echo: 'own' | 'fresh' | 'old-name' | 'none'
  readonly update: 'ack' | 'none' | 'refuse-first' | 'late'
  readonly begins: 'session.created' | 'conversation.created' | 'both'
  /** Names of the beta. */
  readonly beta: boolean
  readonly doubled: boolean
  /** Behind how many ms each answer of it comes. */
  readonly lagMs: number
  readonly transcribes: boolean
  /** The session ends that many seconds behind its beginning, or says so; 0: it does not say. */
  readonly expiresIn: number
}

/** How it answers one request. */
export interface AnswerPlan {
  readonly created: 'first' | 'none' | 'late' | 'twice' | 'behind-deltas'
  readonly startMs: number
  readonly chunks: number
  readonly chunkMs: number
  readonly gapMs: number
  readonly withResponseIds: boolean
  readonly odd: 'none' | 'empty-delta' | 'no-base64' | 'no-samples' | 'no-delta-field'
  readonly words: 'plain' | 'three-dones' | 'deltas-only' | 'none'
  readonly dones: readonly ('audio' | 'words' | 'part' | 'item' | 'response')[]
  readonly status: 'completed' | 'failed' | 'failed-silently' | 'incomplete' | 'cancelled'
  readonly outputListed: boolean
  readonly instead: 'answer' | 'error' | 'nameless-error' | 'silence' | 'call' | 'approval' | 'text'
  readonly afterCancel: 'done' | 'nothing' | 'goes-on' | 'refuses'
}

export const PLAIN: AnswerPlan = {
  created: 'first', startMs: 100, chunks: 10, chunkMs: 100, gapMs: 20, withResponseIds: true, odd: 'none', words: 'plain',
  dones: ['audio', 'words', 'part', 'item', 'response'], status: 'completed', outputListed: true, instead: 'answer', afterCancel: 'done',
}

export const POLITE: Manners = { ids: 'fresh', echo: 'own', update: 'ack', begins: 'session.created', beta: false, doubled: false, lagMs: 0, transcribes: true, expiresIn: 3_600 }

const mostly = <T>(dice: Dice, usual: T, others: readonly T[], share: number): T => (dice.chance(share) ? dice.one(others) : usual)

export const throwManners = (dice: Dice): Manners => ({
  ids: dice.one(['fresh', 'again', 'again', 'long']),
  echo: dice.one(['own', 'own', 'fresh', 'old-name', 'none']),
  update: mostly<Manners['update']>(dice, 'ack', ['none', 'refuse-first', 'late'], 0.25),
  begins: mostly<Manners['begins']>(dice, 'session.created', ['conversation.created', 'both'], 0.2),
  beta: dice.chance(0.15),
  doubled: dice.chance(0.15),
  lagMs: dice.one([0, 0, 5, 80, 400]),
  transcribes: dice.chance(0.7),
  expiresIn: dice.one([3_600, 3_600, 0, 90, 3]),
})

const DONES: AnswerPlan['dones'] = PLAIN.dones

const throwDones = (dice: Dice): AnswerPlan['dones'] => {
  const kept = DONES.filter(() => dice.chance(0.8))
  const shuffled = dice.chance(0.4) ? kept.toSorted(() => dice.next() - 0.5) : kept
  return dice.chance(0.2) ? shuffled.flatMap((each) => [each, each]) : shuffled
}

export const throwPlan = (dice: Dice): AnswerPlan => ({
  created: mostly<AnswerPlan['created']>(dice, 'first', ['none', 'late', 'twice', 'behind-deltas'], 0.35),
  startMs: dice.one([0, 50, 300, 2_000]),
  chunks: dice.one([0, 1, 5, 20, 60]),
  chunkMs: dice.one([1, 10, 100, 400]),
  gapMs: dice.one([0, 20, 100, 1_000]),
  withResponseIds: !dice.chance(0.25),
  odd: mostly<AnswerPlan['odd']>(dice, 'none', ['empty-delta', 'no-base64', 'no-samples', 'no-delta-field'], 0.25),
  words: mostly<AnswerPlan['words']>(dice, 'plain', ['three-dones', 'deltas-only', 'none'], 0.35),
  dones: dice.chance(0.4) ? throwDones(dice) : DONES,
  status: mostly<AnswerPlan['status']>(dice, 'completed', ['failed', 'failed-silently', 'incomplete', 'cancelled'], 0.2),
  outputListed: !dice.chance(0.3),
  instead: mostly<AnswerPlan['instead']>(dice, 'answer', ['error', 'nameless-error', 'silence', 'call', 'approval', 'text'], 0.3),
  afterCancel: dice.one(['done', 'done', 'nothing', 'goes-on', 'refuses']),
})
