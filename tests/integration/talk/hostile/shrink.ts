import { type AnswerPlan, type Manners, PLAIN, POLITE } from './plan'
import { runScript } from './run-script'
import type { Script, Step } from './steps'

const RUNS = 120

const kindOf = (fault: string): string => fault.split(':')[0] ?? fault

const keysOf = <T extends object>(value: T): readonly (keyof T)[] => Object.keys(value).filter((key): key is Extract<keyof T, string> => key in value)

const politer = (manners: Manners, name: keyof Manners): Manners => ({ ...manners, [name]: POLITE[name] })

const plainer = (step: Extract<Step, { plan: AnswerPlan }>, name: keyof AnswerPlan): Step => ({ ...step, plan: { ...step.plan, [name]: PLAIN[name] } })

/** Ways to make a script smaller, the boldest first. */
function* smaller({ manners, steps }: Script): Generator<Script> {
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = Math.floor(size / 2))
    for (let at = 0; at < steps.length; at += size) yield { manners, steps: steps.toSpliced(at, size) }
  for (const name of keysOf(POLITE)) if (manners[name] !== POLITE[name]) yield { manners: politer(manners, name), steps }
  for (const [at, step] of steps.entries())
    if (step.do === 'plan' || step.do === 'unasked')
      for (const name of keysOf(PLAIN)) if (JSON.stringify(step.plan[name]) !== JSON.stringify(PLAIN[name])) yield { manners, steps: steps.with(at, plainer(step, name)) }
}

/** The smallest script found that still fails in one of the same ways. */
export async function shrink(script: Script, faults: readonly string[]): Promise<Script> {
  const kinds = new Set(faults.map(kindOf))
  let best = script
  let runs = 0
  for (let shrunk = true; shrunk && runs < RUNS; ) {
    shrunk = false
    for (const candidate of smaller(best)) {
      if ((runs += 1) > RUNS) break
      if (!(await runScript(candidate)).some((fault) => kinds.has(kindOf(fault)))) continue
      best = candidate
      shrunk = true
      break
    }
  }
  return best
}
