import type { ConnectionVerdict } from '../../shared/providers/verdict-name'
import { type AppError, appError } from '../../shared/errors/errors'
import type { ServerEntry } from '../../shared/ipc/servers'
import { err, type Result } from '../../shared/result'
import { isConfirmed, originOf } from '../../shared/providers/servers'
import type { Endpoint, Settings } from '../../shared/settings'
import type { SecretPlace } from '../../shared/view'
import type { Answer, Confirm, PatientConfirm } from '../app/confirm-port'
import type { Timers } from '../platform/ports'
import type { ConnectionTest } from './connection-test'
import { endpointName, type FindPractice } from './endpoint-target'
import { patientConfirm } from '../app/patient-confirm'
import { reach } from './reach'
import type { Secrets } from '../app/secrets/secrets'
import type { SettingsService } from '../app/settings/settings-service'
import { say } from '../../shared/words/say'

/** More than a person tries; as a way to look for open ports it is too slow to be of use. */
const TESTS = { most: 10, withinMs: 60_000 }

export interface ServerChoiceParts {
  readonly settings: SettingsService
  readonly secrets: Secrets
  readonly test: ConnectionTest
  readonly timers: Pick<Timers, 'now'>
  readonly practice: FindPractice
  readonly confirm: Confirm
  /** Learns every key that is used, so that none can be written down. */
  readonly secretUsed: (secret: string) => void
  readonly secretChanged: () => void
}

/** As the settings hold them. */
const MOST_CONFIRMED = 200

/** A server is tried before it is chosen, its key kept only when it is, and a new one chosen only when a person has said so to main. */
export class ServerChoice {
  private tested: readonly number[] = []

  private readonly ask: PatientConfirm

  constructor(private readonly parts: ServerChoiceParts) {
    this.ask = patientConfirm(parts.confirm, parts.timers)
  }

  async test({ endpoint, secret }: ServerEntry): Promise<ConnectionVerdict> {
    const { settings, secrets, practice, secretUsed, test, timers } = this.parts
    const now = timers.now()
    this.tested = this.tested.filter((at) => now - at < TESTS.withinMs)
    if (this.tested.length >= TESTS.most) return 'often'
    this.tested = [...this.tested, now]
    if (secret !== null) secretUsed(secret)
    return test.run(reach({ ...settings.current, endpoint }, secrets, practice, secret))
  }

  stopTest(): void {
    this.parts.test.stop()
  }

  /** The key first: a server that is chosen is called at once. */
  async use({ endpoint: wanted, secret }: ServerEntry): Promise<Result<Settings, AppError>> {
    const { settings, secrets, secretChanged } = this.parts
    const place = await this.mayUse(wanted)
    const answer = place === 'yes' ? await this.mayReplace(wanted, secret) : place
    if (answer !== 'yes') return err(appError(answer))
    const taken = await secrets.takeFrom(wanted)
    if (!taken.ok) return taken
    const endpoint = taken.value
    if (secret !== null) {
      const entered = await secrets.enter(endpoint, secret)
      if (!entered.ok) return entered
    }
    const isSame = JSON.stringify(endpoint) === JSON.stringify(settings.current.endpoint)
    const used = settings.update({ endpoint, confirmedServers: this.confirmedWith(endpoint) })
    if (secret !== null && isSame) secretChanged()
    return used
  }

  /** A key that an older version left in the address goes to where keys are kept; where nothing keeps it, it stays, or it would be lost. */
  async tidy(): Promise<void> {
    const { settings, secrets } = this.parts
    const { endpoint } = settings.current
    const taken = await secrets.takeFrom(endpoint)
    if (!taken.ok || !secrets.outlivesRun(taken.value) || settings.current.endpoint !== endpoint) return
    if (JSON.stringify(taken.value) !== JSON.stringify(endpoint)) settings.update({ endpoint: taken.value })
  }

  /** A key for the server in use. */
  async enterSecret(secret: string): Promise<Result<SecretPlace, AppError>> {
    const entered = await this.parts.secrets.enter(this.parts.settings.current.endpoint, secret)
    if (entered.ok) this.parts.secretChanged()
    return entered
  }

  async forgetSecret(): Promise<SecretPlace> {
    const place = await this.parts.secrets.forget(this.parts.settings.current.endpoint)
    this.parts.secretChanged()
    return place
  }

  /** At once where the server in use is confirmed; where only the settings file has named it, when the person has said so. */
  whenConfirmed(run: () => void): void {
    const { settings } = this.parts
    const { endpoint } = settings.current
    if (isConfirmed(endpoint, settings.current)) return run()
    void this.mayUse(endpoint).then((answer) => {
      if (answer !== 'yes' || JSON.stringify(settings.current.endpoint) !== JSON.stringify(endpoint)) return
      settings.update({ confirmedServers: this.confirmedWith(endpoint) })
      run()
    })
  }

  /** Asked for each new host; also of the server that is in use, where only the settings file has named it. */
  private async mayUse(endpoint: Endpoint): Promise<Answer> {
    if (isConfirmed(endpoint, this.parts.settings.current) || endpoint.kind !== 'custom') return 'yes'
    const { host } = new URL(endpoint.url)
    return this.ask({
      title: say('dialogs.use-server', { host }),
      text: say('dialogs.use-server-text', { address: originOf(endpoint.url) }),
      yes: say('dialogs.use-server-yes'),
    })
  }

  /** Whoever pays for the talk is not changed by a page: another key in the place of one that is there needs a yes. */
  private async mayReplace(endpoint: Endpoint, secret: string | null): Promise<Answer> {
    if (secret === null) return 'yes'
    const kept = (await this.parts.secrets.find(endpoint)).secret
    if (kept === null || kept === secret) return 'yes'
    return this.ask({ title: say('dialogs.replace-key', { server: endpointName(endpoint) }), text: say('dialogs.replace-key-text'), yes: say('dialogs.replace-key-yes') })
  }

  private confirmedWith(endpoint: Endpoint): string[] {
    const { confirmedServers } = this.parts.settings.current
    if (endpoint.kind !== 'custom') return [...confirmedServers]
    return [...new Set([...confirmedServers, originOf(endpoint.url)])].slice(-MOST_CONFIRMED)
  }
}
