import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt } from '../../../scripts/lib/app-build.mjs'
import { startRig } from '../../e2e/support/sound/rig'
import { withStore } from '../../e2e/support/history/seeded-history'
import { benchAnswers } from './answers/bench'
import { benchBeside } from './beside/bench'
import { type BenchPart, PARTS } from './beside/rounds'
import { Figures, printComparison } from './figures'
import { fillThroughStore } from './fill'
import { measureLongHistory } from './long-history'
import { measureMain, printDelays } from './main-delay'

/**
 * What a long history costs in the real app: the same with an empty database and with 100,000 items, in turns, so that both meet the
 * same machine.
 */
async function benchHistory(rounds: number): Promise<void> {
  await ensureBuilt()
  const rig = await startRig()
  try {
    const [empty, long] = [join(rig.folder, 'empty'), join(rig.folder, 'long')]
    await withStore(empty, () => Promise.resolve())
    console.log(`100,000 items written through the store: ${(await fillThroughStore(long)).toFixed(2)} ms each`)
    const [small, large] = [new Figures(), new Figures()]
    for (let round = 0; round < rounds; round += 1) {
      await measureLongHistory(rig, empty, small)
      await measureLongHistory(rig, long, large)
    }
    printComparison(small, large, ['empty', '100,000'])
    console.log('')
    printDelays(await measureMain(rig))
  } finally {
    await rig.stop()
  }
}

/** `before=/a/checkout` */
const buildOf = (text: string): readonly [string, string] => {
  const [name = '', root = ''] = text.split('=')
  return [name, resolve(root)]
}

/** Another build is measured in turns with this one. */
const USAGE = 'npm run bench:app -- [--only history|beside|answers] [--part sound|start|idle]… [--rounds N] [--build NAME=DIR]… [--out FILE]'

const partOf = (name: string): BenchPart => {
  const part = PARTS.find((each) => each === name)
  if (part === undefined) throw new Error(USAGE)
  return part
}

const { values } = parseArgs({
  options: { only: { type: 'string' }, part: { type: 'string', multiple: true, default: [...PARTS] }, rounds: { type: 'string' }, build: { type: 'string', multiple: true, default: [] }, out: { type: 'string' } },
})
if (values.only === undefined || values.only === 'history') await benchHistory(Number(values.rounds ?? '5'))
if (values.only === 'answers') await benchAnswers(Number(values.rounds ?? '5'))
if (values.only === undefined || values.only === 'beside') {
  await benchBeside({ rounds: Number(values.rounds ?? '3'), parts: values.part.map(partOf), builds: new Map(values.build.map(buildOf)), out: values.out ?? null })
}
