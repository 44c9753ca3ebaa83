import type { Call } from '../../../../platform/worker/task'
import type { Session } from '../session'
import { writeBeside } from '../transfer/write-beside'
import { facts } from './facts'

/** A JSON array; times also as a person reads them. There are some hundreds at most. */
export async function exportFacts(session: Session, _call: Call, path: string): Promise<number> {
  const all = facts(session)
  const lines = all.map((fact) => JSON.stringify({ time: new Date(fact.at).toISOString(), ...fact }))
  await writeBeside(path, async (write) => {
    await write(`[\n${lines.join(',\n')}\n]\n`)
    return true
  })
  return all.length
}
