import { appError, type AppError } from '../../shared/errors/errors'
import type { ExportFormat, JobOutcome, JobProgress } from '../../shared/history'
import type { ConversationId } from '../../shared/ids'
import type { JobView } from '../../shared/ipc/history'
import { err, ok, type Result } from '../../shared/result'
import type { FileChooser } from '../app/feature-files'
import type { HistoryJob, HistoryStore } from './core/ports'
import { say } from '../../shared/words/say'

const EXTENSIONS: Readonly<Record<ExportFormat, string>> = { markdown: 'md', json: 'json', text: 'txt' }

/** Exports and imports, one at a time, with their progress and a way to stop. */
export class HistoryJobs {
  private running: HistoryJob | null = null
  private choosing = false

  constructor(
    private readonly store: Pick<HistoryStore, 'exportTo' | 'importFrom'>,
    private readonly files: FileChooser,
    private readonly today: () => string,
    private readonly show: (job: JobView) => void,
  ) {}

  async export(format: ExportFormat, conversations: readonly ConversationId[] | null): Promise<Result<(JobOutcome & { readonly path: string }) | null, AppError>> {
    return this.alone(async () => {
      const path = await this.files.saveAs(say('dialogs.history-file', { day: this.today() }), { title: say('dialogs.export'), extension: EXTENSIONS[format] })
      if (path === null) return ok(null)
      const outcome = await this.follow('export', (progress) => this.store.exportTo(path, format, conversations, progress))
      return outcome.ok ? ok({ ...outcome.value, path }) : outcome
    })
  }

  async import(): Promise<Result<JobOutcome | null, AppError>> {
    return this.alone(async () => {
      const path = await this.files.open({ title: say('dialogs.import'), extension: 'json' })
      return path === null ? ok(null) : this.follow('import', (progress) => this.store.importFrom(path, progress))
    })
  }

  cancel(): void {
    this.running?.cancel()
  }

  /** Before the program ends: half a file helps nobody. */
  async stop(): Promise<void> {
    const job = this.running
    if (job === null) return
    job.cancel()
    await job.outcome
  }

  /** Two at once would ask the person two things at once. */
  private async alone<T>(work: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
    if (this.choosing || this.running !== null) return err(appError('history', 'another export or import is running'))
    this.choosing = true
    return work().finally(() => {
      this.choosing = false
    })
  }

  private async follow(kind: 'export' | 'import', start: (progress: (now: JobProgress) => void) => HistoryJob): Promise<Result<JobOutcome, AppError>> {
    this.show({ kind, done: 0, total: 0 })
    const job = start((now) => this.show({ kind, ...now }))
    this.running = job
    return job.outcome.finally(() => {
      this.running = null
      this.show(null)
    })
  }
}
