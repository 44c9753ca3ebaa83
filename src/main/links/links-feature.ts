import { ok } from '../../shared/result'
import { type LinkTarget, linkTarget } from '../../shared/markdown/addresses'
import { say } from '../../shared/words/say'
import { asWritten, type Words } from '../../shared/words/words'
import type { LinkOpening } from '../../shared/ipc/links'
import type { Feature, FeatureWorld } from '../app/feature'

export interface LinksWorld extends Pick<FeatureWorld, 'confirmPatiently'> {
  /** In the system's browser, or mail program; false: it did not take it. */
  readonly openLink: (url: string) => Promise<boolean>
}

/** Links of answers. */
export const createLinksFeature = ({ confirmPatiently, openLink }: LinksWorld): Feature => {
  const open = async (address: string): Promise<LinkOpening> => {
    const target = linkTarget(address)
    if (target === null) return 'refused'
    const answer = await confirmPatiently({ title: titleOf(target), text: textOf(target), yes: say('answers.link-open') })
    if (answer !== 'yes') return answer === 'asked-lately' ? 'asked-lately' : 'declined'
    return (await openLink(target.href)) ? 'opened' : 'failed'
  }
  return { routes: (door) => door.handle('link:open', async (address) => ok(await open(address))) }
}

function titleOf({ kind, place }: LinkTarget): Words {
  return say(kind === 'mail' ? 'answers.mail-title' : 'answers.link-title', { place })
}

/** The whole of it, in lines that a dialog can show. */
function textOf({ kind, href }: LinkTarget): Words {
  const lines = href.match(/.{1,72}/gu)?.join('\n') ?? href
  return asWritten(kind === 'open' ? `${lines}\n\n${say('answers.link-unencrypted')}` : lines)
}
