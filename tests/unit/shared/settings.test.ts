import { expect, test } from 'vitest'
import { Tells } from '../../../src/shared/ipc/contract'
import { EndpointSchema, SettingsSchema, defaultSettings } from '../../../src/shared/settings'

test('a place that no desktop has, on which Electron would throw, is no place', () => {
  const settings = (x: number) => ({ ...defaultSettings('linux'), indicatorPlaces: [{ display: '1', x, y: 0 }] })
  const move = (dx: number) => [{ dx, dy: 0, done: false }]
  const read = [-3_840, 2 ** 31].flatMap((value) => [SettingsSchema.safeParse(settings(value)), Tells['indicator:move'].args.safeParse(move(value))])
  expect(read.map(({ success }) => success)).toEqual([true, true, false, false])
})

test('a server whose name no name server can know is none: what is confirmed would not fit into the settings', () => {
  const server = (chars: number) => ({ kind: 'custom', url: `wss://${'a.'.repeat(chars / 2)}b/v1` })
  expect([252, 254, 500].map((chars) => EndpointSchema.safeParse(server(chars)).success)).toEqual([true, false, false])
})
