import '../base.css'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactNode } from 'react'
import { CrashGuard } from './layers/crash-guard'
import { HintBubble } from './controls/hint'

const HINT_DELAY_MS = 500

/** What every page of ours stands in. Our CSP takes no <style> element; what the parts would put into one is in base.css. */
export function Page({ children }: { readonly children: ReactNode }) {
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={HINT_DELAY_MS}>
        <CrashGuard>{children}</CrashGuard>
        <HintBubble />
      </Tooltip.Provider>
    </CSPProvider>
  )
}
