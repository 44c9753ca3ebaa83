import { memo, useState } from 'react'
import type { Citations, Source } from '../../../../shared/knowledge/citations'
import { placeWords } from '../../../../shared/text/place-words'
import { say } from '../../../../shared/words/say'
import { notGivenWords, sourceHint } from '../../words/source-words'
import { Hinted } from './controls/hint'
import { Icon } from './icon'
import './sources.css'

/** Opens the file; null: it is open, otherwise the sentence that says why not. */
export type OpenSource = (source: Source) => Promise<string | null>

interface SourcesProps {
  readonly citations: Citations
  readonly open: OpenSource
  /** By Tab. */
  readonly reachable: boolean
}

/** What an answer rests on: files it names, files it was given and does not name, and signs of nothing. Not drawn again with every word of it. */
export const Sources = memo(function Sources({ citations: { named, unnamed, unknown, nothingFound }, open, reachable }: SourcesProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const chips = named.length > 0 ? named : unnamed
  const show = async (source: Source) => setProblem(await open(source))
  return (
    <div className="sources" role="group" aria-label={say('common.sources')} data-testid="sources">
      {unnamed.length > 0 && <p className="sources-note" data-testid="unnamed">{say('common.sources-unnamed')}</p>}
      {chips.length > 0 && (
        <ul>
          {chips.map((source) => (
            <li key={`${source.call} ${source.cite}`}>
              <Chip source={source} isNamed={named.length > 0} reachable={reachable} show={() => void show(source)} />
            </li>
          ))}
        </ul>
      )}
      {unknown.map((cite) => (
        <p key={cite} className="sources-unknown" data-testid="unknown-cite"><Icon name="warning" />{notGivenWords(cite)}</p>
      ))}
      {nothingFound && <p className="sources-note" data-testid="nothing-found">{say('common.sources-nothing')}</p>}
      <p role="status" className="sources-note" data-testid="source-problem">{problem}</p>
    </div>
  )
})

interface ChipProps {
  readonly source: Source
  readonly isNamed: boolean
  readonly reachable: boolean
  readonly show: () => void
}

function Chip({ source, isNamed, reachable, show }: ChipProps) {
  return (
    <Hinted hint={sourceHint(source)}>
      <button type="button" className="source" data-named={isNamed} tabIndex={reachable ? 0 : -1} onClick={show} data-testid="source" data-cite={source.cite}>
        <Icon name="trace" />
        <span><bdi>{placeWords(source)}</bdi></span>
      </button>
    </Hinted>
  )
}
