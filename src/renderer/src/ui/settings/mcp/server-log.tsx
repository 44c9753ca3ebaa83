import { useRef } from 'react'
import type { ServerLogLine } from '../../../../../shared/mcp/servers'
import { say } from '../../../../../shared/words/say'
import { clock } from '../../../words/clock'
import { Button } from '../../parts/controls/button'
import { More } from '../../parts/more'

interface ServerLogProps {
  readonly label: string
  readonly lines: readonly ServerLogLine[]
}

const lineText = ({ at, from, text }: ServerLogLine): string => `${clock.time(at)} ${from === 'parley' ? `${say('common.app')}: ` : ''}${text}`

/** What the server writes, and what happened to it. It can be copied for whoever can help. */
export function ServerLog({ label, lines }: ServerLogProps) {
  const box = useRef<HTMLTextAreaElement>(null)
  const copy = () => {
    box.current?.select()
    document.execCommand('copy')
  }
  return (
    <More title={say('servers.log')} testId="server-log-open">
      {lines.length === 0
        ? <p className="field-hint">{say('servers.log-empty')}</p>
        : (
          <>
            <textarea ref={box} className="server-log" readOnly rows={8} value={lines.map(lineText).join('\n')} aria-label={say('servers.log-of', { server: label })} data-testid="server-log" />
            <Button icon="copy" onClick={copy} data-testid="server-log-copy">{say('servers.log-copy')}</Button>
          </>
        )}
    </More>
  )
}
