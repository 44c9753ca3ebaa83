import { Collapsible } from '@base-ui/react/collapsible'
import type { ConversationItem, ToolCall } from '../../../../shared/conversation'
import type { RunningTool } from '../../../../shared/tools/view'
import { say } from '../../../../shared/words/say'
import { callAsSent, callFacts, callLine, callSign } from '../../words/call-words'
import { Icon } from './icon'
import { StatusMark } from './mark/status-mark'
import './tool-line.css'

interface ToolLineProps {
  readonly tool: ToolCall
  readonly status: ConversationItem['status']
  /** While it runs, or waits for the person. */
  readonly running: RunningTool | null
  /** By Tab. */
  readonly reachable: boolean
}

/** One quiet line that tells of a call; unfolded it says with what, what came of it, and who allowed it. */
export function ToolLine({ tool, status, running, reachable }: ToolLineProps) {
  const { words, aside } = callLine(tool, status, running)
  return (
    <Collapsible.Root className="tool-line" data-testid="tool-line" data-sign={callSign(tool, running)}>
      <Collapsible.Trigger className="tool-line-head" tabIndex={reachable ? 0 : -1} data-testid="tool-line-head">
        <span className="tool-line-sign">{running === null ? <Icon name={callSign(tool, running)} /> : <StatusMark status={running.state === 'waits' ? 'asking' : 'acting'} />}</span>
        <bdi className="tool-line-words">{words}</bdi>
        {aside !== '' && <span className="tool-line-aside">{aside}</span>}
        <span className="tool-line-fold"><Icon name="chevron-right" /></span>
      </Collapsible.Trigger>
      <Collapsible.Panel className="tool-line-panel">
        <dl data-testid="tool-line-facts">
          {callFacts(tool).map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd><bdi>{text}</bdi></dd>
            </div>
          ))}
        </dl>
        <details className="tool-line-sent" data-testid="tool-line-sent">
          <summary>{say('tools.as-sent')}</summary>
          <pre tabIndex={0} aria-label={say('tools.as-sent')}><bdi>{callAsSent(tool)}</bdi></pre>
        </details>
      </Collapsible.Panel>
    </Collapsible.Root>
  )
}
