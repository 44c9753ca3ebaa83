import { useEffect, useState } from 'react'
import type { AssistantApi } from '../../../../shared/ipc/apis/assistant-api'
import { createHold, type Hold } from '../../state/panel/hold'

/** The hold of this screen; a window that loses the person's attention lets go, since the key-up will go elsewhere. */
export function useHold(assistant: Pick<AssistantApi, 'press' | 'release'>): Hold {
  const [hold] = useState(() => createHold(assistant))
  useEffect(() => {
    window.addEventListener('blur', hold.letGo)
    document.addEventListener('visibilitychange', hold.letGo)
    return () => {
      window.removeEventListener('blur', hold.letGo)
      document.removeEventListener('visibilitychange', hold.letGo)
      hold.letGo()
    }
  }, [hold])
  return hold
}
