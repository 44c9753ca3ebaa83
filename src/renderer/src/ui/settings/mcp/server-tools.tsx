import { useState } from 'react'
import type { ToolDecision } from '../../../../../shared/ipc/mcp'
import type { ListedServerTool } from '../../../../../shared/mcp/setup'
import { say } from '../../../../../shared/words/say'
import { allowWords } from '../../../words/server-words'
import { Button } from '../../parts/controls/button'
import { ServerTool, ToolText } from './server-tool'

interface ServerToolsProps {
  readonly label: string
  readonly tools: readonly ListedServerTool[]
  readonly decide: (decisions: readonly ToolDecision[]) => Promise<string | null>
}

/** The tools of a server. Those that are new or changed stand first, in full, and are off until they are allowed behind that. */
export function ServerTools({ label, tools, decide }: ServerToolsProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const unseen = tools.filter(({ standing }) => standing !== 'seen')
  const said = async (decisions: readonly ToolDecision[]) => setProblem(await decide(decisions))
  const all = (on: boolean) => unseen.map(({ tool, hash }) => ({ tool, hash, on, level: null }))
  if (tools.length === 0) return null
  return (
    <div className="server-tools">
      {unseen.length > 0 && (
        <section className="server-unseen" aria-label={say('servers.review-of', { server: label })} data-testid="unseen-tools">
          <h4>{say('servers.review', { tools: unseen.length })}</h4>
          <p className="field-hint">{say('servers.review-about')}</p>
          {unseen.map((tool) => (
            <article key={tool.tool} className="server-tool" data-testid="unseen-tool" data-standing={tool.standing}>
              <h5>{tool.title} <small>{say(tool.standing === 'new' ? 'servers.tool-new' : 'servers.tool-changed')}</small></h5>
              <ToolText tool={tool} />
            </article>
          ))}
          <div className="server-actions">
            <Button look="main" onClick={() => void said(all(true))} data-testid="allow-tools">{allowWords(unseen.length)}</Button>
            <Button onClick={() => void said(all(false))} data-testid="leave-tools-off">{say('servers.leave-off')}</Button>
          </div>
        </section>
      )}
      {tools.filter(({ standing }) => standing === 'seen').map((tool) => (
        <ServerTool key={tool.tool} tool={tool} decide={(on, level) => void said([{ tool: tool.tool, hash: tool.hash, on, level }])} />
      ))}
      <p role="alert" className="field-problem" data-testid="tools-problem">{problem}</p>
    </div>
  )
}
