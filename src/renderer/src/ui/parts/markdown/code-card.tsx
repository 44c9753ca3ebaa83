import { useContext, useRef, useState } from 'react'
import { withoutUnseen } from '../../../../../shared/text/plain-line'
import { say } from '../../../../../shared/words/say'
import { Button } from '../controls/button'
import { Leaf } from './leaf'
import { LinkWays } from './link'

interface CodeCardProps {
  readonly text: string
  readonly from: number
  readonly to: number
  /** As the answer names it. */
  readonly language: string
}

/** What is not seen and what turns the direction is no code that anybody wants. */
export function CodeCard({ text, from, to, language }: CodeCardProps) {
  const code = useRef<HTMLElement>(null)
  const [copied, setCopied] = useState(false)
  const { reachable } = useContext(LinkWays)
  return (
    <div className="code-card" dir="ltr" onPointerLeave={() => setCopied(false)}>
      <div className="code-head">
        <span>{withoutUnseen(language)}</span>
        <Button look="plain" icon="copy" tabIndex={reachable ? 0 : -1} onClick={() => setCopied(code.current !== null && copy(code.current))} data-testid="copy-code">
          {say(copied ? 'common.copied' : 'common.copy')}
        </Button>
      </div>
      <pre data-scrolls><code ref={code}><Leaf text={withoutUnseen(text)} from={from} to={to} /></code></pre>
    </div>
  )
}

/** Only with a press of the person's, and without a permission to write to the clipboard at any time. */
function copy(code: HTMLElement): boolean {
  const selection = window.getSelection()
  if (selection === null) return false
  const before = selection.rangeCount === 0 ? null : selection.getRangeAt(0)
  selection.selectAllChildren(code)
  const done = document.execCommand('copy')
  selection.removeAllRanges()
  if (before !== null) selection.addRange(before)
  return done
}
