import type { KnowledgePassage } from '../../shared/knowledge/passages'

/** Nobody asks for older ones. */
const MOST = 500

/** What the model was given in this run, by the names it cites. A name that is not here was made up. */
export class Given {
  private readonly passages = new Map<string, { readonly passage: KnowledgePassage; readonly private: boolean }>()
  private forgotten = 0
  private forgottenPrivate = 0

  /** Of a search that begins now. What it finds when all that was before is to be forgotten is not kept either. */
  taking(isPrivate: boolean): (passages: readonly KnowledgePassage[]) => void {
    const { forgotten, forgottenPrivate } = this
    return (passages) => {
      if (forgotten === this.forgotten && (!isPrivate || forgottenPrivate === this.forgottenPrivate)) this.add(passages, isPrivate)
    }
  }

  private add(passages: readonly KnowledgePassage[], isPrivate: boolean): void {
    for (const passage of passages) this.passages.set(passage.cite, { passage, private: isPrivate })
    for (const cite of [...this.passages.keys()].slice(0, Math.max(0, this.passages.size - MOST))) this.passages.delete(cite)
  }

  find(cite: string): KnowledgePassage | null {
    return this.passages.get(cite.trim().replace(/^\[|\]$/gu, '').toUpperCase())?.passage ?? null
  }

  /** The private conversation is over. */
  forgetPrivate(): void {
    this.forgottenPrivate += 1
    for (const [cite, { private: isPrivate }] of this.passages) if (isPrivate) this.passages.delete(cite)
  }

  forgetAll(): void {
    this.forgotten += 1
    this.passages.clear()
  }
}
