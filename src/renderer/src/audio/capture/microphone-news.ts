import type { AudioReport, DeviceNews } from '../../../../shared/ipc/sound'
import type { Device } from '../devices/devices'
import type { Live, Microphones, OpenMicrophone } from './capture-ports'

/** What the person should know of the microphone, although nothing failed. */
export class MicrophoneNews {
  constructor(
    private readonly microphones: Pick<Microphones, 'refresh' | 'best' | 'isBluetooth'>,
    private readonly report: (report: AudioReport) => void,
  ) {}

  opened({ device, standIn }: OpenMicrophone): void {
    if (standIn !== null) this.tell('mic-one-channel', device)
    else if (device !== null && this.microphones.isBluetooth(device)) this.tell('mic-bluetooth', device)
  }

  silent(device: Device | null): void {
    this.tell('mic-silent', device)
  }

  /** It is no other one when the sound service itself went away and came back. */
  replaced(lost: Live, next: Device | null): void {
    if (next !== null && next.id !== lost.device?.id) this.tell('mic-replaced', next)
  }

  /** Nothing is opened in its place now. The end of a track is heard before the list of devices has changed. */
  async willBeReplaced(lost: Live): Promise<void> {
    await this.microphones.refresh()
    this.replaced(lost, this.microphones.best(lost.wish))
  }

  private tell(news: DeviceNews, device: Device | null): void {
    this.report({ kind: 'deviceNews', news, device: device?.label ?? '' })
  }
}
