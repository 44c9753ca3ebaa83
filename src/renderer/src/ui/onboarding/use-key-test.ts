import { useEffect, useState } from 'react'
import type { AssistantApi } from '../../../../shared/ipc/apis/assistant-api'
import type { KeyTry } from '../../../../shared/ipc/hotkeys'
import { every } from '../../time/page-timers'

const UNTRIED: KeyTry = { down: false, heldMs: null, tries: 0 }
const COUNT_MS = 100

interface KeyTestView extends KeyTry {
  /** While it is down: for how long by now. Main has the exact figure in the end. */
  readonly forMs: number
}

export function useKeyTest({ onKeyTried }: Pick<AssistantApi, 'onKeyTried'>): KeyTestView {
  const [now, setNow] = useState<KeyTry>(UNTRIED)
  const [forMs, setForMs] = useState(0)
  useEffect(() => onKeyTried(setNow), [onKeyTried])
  useEffect(() => {
    if (!now.down) return
    const since = performance.now()
    const count = () => setForMs(performance.now() - since)
    const end = every(COUNT_MS, count)
    return () => {
      end()
      setForMs(0)
    }
  }, [now.down])
  return { ...now, forMs: now.down ? forMs : 0 }
}
