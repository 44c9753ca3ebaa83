import { say } from '../../../../shared/words/say'
import type { Jobs } from '../../state/history/jobs'
import { useStore } from '../../store/use-store'
import { Button, IconButton } from '../parts/controls/button'
import './job-bar.css'

/** The running export or import; afterwards one sentence about how it ended. */
export function JobBar({ jobs }: { readonly jobs: Jobs }) {
  const job = useStore(jobs.job)
  const outcome = useStore(jobs.outcome)
  return (
    <>
      {job !== null && (
        <div className="job" data-testid="job" data-done={job.done} data-total={job.total}>
          <label htmlFor="job-progress">{say(job.kind === 'export' ? 'history.exporting' : 'history.importing')}</label>
          <progress id="job-progress" {...(job.total > 0 && { value: job.done })} max={Math.max(1, job.total)} />
          <span className="job-count">{job.total > 0 ? say('history.job-progress', { done: job.done, total: job.total }) : ''}</span>
          <Button onClick={jobs.cancel} data-testid="cancel-job">{say('common.cancel')}</Button>
        </div>
      )}
      <div role="status" aria-live="polite">
        {outcome !== null && (
          <div className="job" data-testid="job-outcome">
            <p>{outcome}</p>
            <IconButton icon="close" label={say('common.dismiss')} onClick={jobs.dismiss} />
          </div>
        )}
      </div>
    </>
  )
}
