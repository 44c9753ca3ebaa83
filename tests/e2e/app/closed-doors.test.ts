import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../support/app/app'
import type { AssistantApi } from '../../../src/shared/ipc/apis/assistant-api'
import { followNames, listenOnLoopback, type Leaks } from '../support/app/leaks'
import { startRig, type Rig } from '../support/sound/rig'
import { bringForward, settingsPage } from '../support/app/settings-page'

const TAP_MS = 80
/** What goes out goes at once; a second try of Chromium's comes within this. */
const OUT_WITHIN_MS = 3_000

let rig: Rig
let app: App
let leaks: Leaks
beforeAll(async () => {
  rig = await startRig()
  leaks = await listenOnLoopback()
  // A camera, so that a refusal is one and not the lack of a device.
  app = await startApp(rig, { args: ['--use-fake-device-for-media-stream'] })
  await settingsPage(app)
})
afterAll(async () => {
  await app.close()
  await leaks.close()
  await rig.stop()
})

/** All that a page can try, to an address and to a name. It runs in the page, as what took the page over would. */
const tryAllRoads = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async ({ tcp, udp }) => {
    const tried: string[] = []
    const road = (name: string, go: () => unknown) => {
      try {
        const going = go()
        if (going instanceof Promise) going.catch(() => undefined)
      } catch { /* refused at once: that is what is wanted */ }
      tried.push(name)
    }
    const put = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, fields: Partial<HTMLElementTagNameMap[Tag]>) => {
      const node = Object.assign(document.createElement(tag), fields)
      document.body.append(node)
      return node
    }
    const gather = (name: string, servers: RTCIceServer[]) => road(name, async () => {
      const peer = new RTCPeerConnection({ iceServers: servers })
      peer.createDataChannel('x')
      await peer.setLocalDescription(await peer.createOffer())
    })
    const turn = (urls: string): RTCIceServer => ({ urls, username: 'what the room says', credential: 'x' })
    for (const host of ['127.0.0.1', 'said-in-the-room.parley.test']) {
      const [there, http] = [`${host}:${String(tcp)}`, `http://${host}:${String(tcp)}`]
      road('fetch', () => fetch(`${http}/fetch`))
      road('fetch without asking', () => fetch(`${http}/opaque`, { mode: 'no-cors', method: 'POST', body: 'x' }))
      road('XHR', () => { const request = new XMLHttpRequest(); request.open('GET', `${http}/xhr`); request.send() })
      road('WebSocket', () => new WebSocket(`ws://${there}/socket`))
      road('EventSource', () => new EventSource(`${http}/events`))
      road('beacon', () => navigator.sendBeacon(`${http}/beacon`, 'x'))
      road('image', () => put('img', { src: `${http}/image` }))
      road('script', () => put('script', { src: `${http}/script` }))
      road('style sheet', () => put('link', { rel: 'stylesheet', href: `${http}/style` }))
      road('style', () => document.body.style.setProperty('background-image', `url(${http}/background)`))
      road('font', () => new FontFace('x', `url(${http}/font)`).load())
      road('sound', () => put('audio', { src: `${http}/sound`, autoplay: true }))
      road('frame', () => put('iframe', { src: `${http}/frame` }))
      road('frame within', () => put('iframe', { srcdoc: `<img src="${http}/inner"><meta http-equiv="refresh" content="0;url=${http}/refresh">` }))
      road('object', () => put('object', { data: `${http}/object` }))
      road('form', () => { const form = put('form', { action: `${http}/form`, method: 'post' }); form.submit() })
      road('worker', () => new Worker(URL.createObjectURL(new Blob([`importScripts('${http}/worker'); fetch('${http}/worker-fetch')`]))))
      road('module', () => import(/* @vite-ignore */ `${http}/module`))
      for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'preload', 'modulepreload', 'icon', 'manifest', 'prerender']) road(`link ${rel}`, () => put('link', { rel, href: `${http}/${rel}`, as: rel === 'preload' ? 'fetch' : '' }))
      road('speculation', () => put('script', { type: 'speculationrules', textContent: JSON.stringify({ prefetch: [{ urls: [`${http}/speculated`] }], prerender: [{ urls: [`${http}/prerendered`] }] }) }))
      gather('STUN', [{ urls: `stun:${host}:${String(udp)}` }])
      gather('TURN over UDP', [turn(`turn:${host}:${String(udp)}?transport=udp`)])
      gather('TURN over TCP', [turn(`turn:${there}?transport=tcp`)])
      gather('TURN over TLS', [turn(`turns:${there}?transport=tcp`)])
      road('WebTransport', () => new WebTransport(`https://${host}:${String(udp)}/transport`).ready)
      road('service worker', () => navigator.serviceWorker.register(`${http}/service`))
      road('ping', () => put('a', { href: location.href, ping: `${http}/ping` }).click())
      road('download', () => put('a', { href: `${http}/download`, download: 'x' }).click())
      road('navigation', () => { location.href = `${http}/navigation` })
      road('window', () => window.open(`${http}/window`))
    }
    road('peers named to WebRTC', async () => {
      const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()]
      near.createDataChannel('x')
      await near.setLocalDescription(await near.createOffer())
      await far.setRemoteDescription(near.localDescription ?? { type: 'offer' })
      await far.setLocalDescription(await far.createAnswer())
      await near.setRemoteDescription(far.localDescription ?? { type: 'answer' })
      const candidates = ['127.0.0.1', 'said-in-the-room.local', 'said-in-the-room.parley.test'].flatMap((host) => [`1 1 udp 2113937151 ${host} ${String(udp)} typ host`, `2 1 tcp 1518280447 ${host} ${String(tcp)} typ host tcptype passive`])
      for (const each of candidates) await near.addIceCandidate({ candidate: `candidate:${each}`, sdpMid: '0', sdpMLineIndex: 0 })
    })
    await new Promise((resolve) => setTimeout(resolve, 500))
    return tried
  }, { tcp: leaks.tcp, udp: leaks.udp })

/** In a page, from the only process there is that has a network. */
const fromMain = (address: string): Promise<string> =>
  app.electron.evaluate(({ net }, url) => net.fetch(url).then(() => 'there', () => 'failed'), address)

/** The names of those who would send something away; updates come from the other. */
const [SPIES, UPDATES] = ['.parley.test', 'github.com']

test('main has a network: an address is reached, a name is looked up, and how to go there is known', async () => {
  const names = await followNames(app, join(rig.folder, 'main.json'), UPDATES)
  const reached = await fromMain(`http://127.0.0.1:${String(leaks.tcp)}/main`)
  const local = await fromMain(`http://localhost:${String(leaks.tcp)}/by-name`)
  await fromMain('http://api.github.com/')
  const proxy = await app.electron.evaluate(({ session }) => session.defaultSession.resolveProxy('https://api.github.com/'))
  expect({ reached, local, proxy, names: await names(), heard: leaks.heard }).toEqual({
    reached: 'there', local: 'there', proxy: 'DIRECT', names: ['api.github.com'], heard: ['tcp GET /main HTTP/1.1', 'tcp GET /by-name HTTP/1.1'],
  })
})

/** Records in a page and presses meanwhile. `told`: of which keys the page was told. */
/** As long as a person's: what is down is told while it is. */
async function tap(key: string): Promise<void> {
  await rig.keyDown(key)
  await delay(TAP_MS)
  await rig.keyUp(key)
}

async function recordIn(page: Page, press: () => Promise<void>) {
  const recording = page.evaluate(async () => {
    const told: string[] = []
    const door: Pick<AssistantApi, 'onKeysHeld' | 'recordHotkey'> = Reflect.get(window, 'preferences') ?? Reflect.get(window, 'assistant')
    const stop = door.onKeysHeld((keys) => told.push(...keys))
    document.title = 'recording'
    const answer = await door.recordHotkey('talk')
    stop()
    return { told, answer: answer.ok ? answer.value : { tag: answer.error.tag, detail: answer.error.detail } }
  })
  await page.waitForFunction(() => document.title === 'recording')
  await app.view() // asked behind it: when this is answered, main has the request, too
  await press()
  await page.evaluate(() => void (document.title = ''))
  return recording
}

test('a key is recorded for the window in front that asks for one; who is left is told nothing more, and a refusal names no key', async () => {
  const settings = await settingsPage(app, 'shortcuts')
  await bringForward(app, 'settings')
  const [nothing, refused] = [async () => undefined, { tag: 'unexpected', detail: 'hotkey:record: refused' }]
  const panelBehind = await recordIn(app.page, nothing)
  const inFront = await recordIn(settings, () => tap('F9'))
  const types = await recordIn(settings, () => tap('a'))
  const left = await recordIn(settings, async () => {
    await bringForward(app, 'index')
    await rig.tapKeys('b')
  })
  const behind = await recordIn(settings, nothing)
  const panelInFront = await recordIn(app.page, nothing) // no step of it asks for a key now
  expect({ panelBehind, inFront, types, left, behind, panelInFront }).toEqual({
    panelBehind: { told: [], answer: refused },
    inFront: { told: ['F9'], answer: 'F9' },
    types: { told: ['A'], answer: { tag: 'key-types', detail: undefined } },
    left: { told: [], answer: { tag: 'timeout', detail: 'no key came' } },
    behind: { told: [], answer: refused },
    panelInFront: { told: [], answer: refused },
  })
})

test.each(['panel', 'settings'] as const)('the %s has none: of all the roads it tries, none leads out, not even for a name', async (name) => {
  const page = name === 'panel' ? app.page : await settingsPage(app)
  const at = page.url()
  leaks.heard.splice(0)
  const names = await followNames(app, join(rig.folder, `${name}.json`), SPIES)
  const tried = await tryAllRoads(page)
  await delay(OUT_WITHIN_MS)
  const windows = await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  expect({ roads: tried.length > 60, heard: leaks.heard, names: await names(), at: page.url(), windows }).toEqual({ roads: true, heard: [], names: [], at, windows: 2 })
})

test('of all media the panel has the microphone, in its own document; a screen in no way', async () => {
  await app.page.reload() // what the roads left behind
  await app.page.waitForFunction(() => 'assistant' in window)
  const asked = await app.page.evaluate(async () => {
    const said = (wish: unknown, from: Navigator = navigator) =>
      from.mediaDevices.getUserMedia(wish as MediaStreamConstraints).then((stream) => stream.getTracks().map((track) => { track.stop(); return track.kind }).join('+'), (error: DOMException) => error.name)
    const desktop = { mandatory: { chromeMediaSource: 'desktop' } }
    const tab = { mandatory: { chromeMediaSource: 'tab' } }
    const frame = document.createElement('iframe')
    frame.srcdoc = '<p>inside'
    frame.allow = 'microphone; camera'
    document.body.append(frame)
    await new Promise((resolve) => (frame.onload = resolve))
    const inner = frame.contentWindow?.navigator
    return {
      microphone: await said({ audio: true }), camera: await said({ video: true }), both: await said({ audio: true, video: true }),
      screen: await said({ video: desktop }), tab: await said({ video: tab }), tabSound: await said({ audio: tab }), all: await said({ audio: desktop, video: desktop }),
      frame: inner === undefined ? 'no frame' : await said({ audio: true }, inner),
      chosen: await navigator.mediaDevices.getDisplayMedia({ audio: true, video: true }).then(() => 'granted', (error: DOMException) => error.name),
      alive: true,
    }
  })
  const { microphone, alive, ...others } = asked
  const refused = expect.stringMatching(/^(NotAllowed|NotSupported|InvalidState|Abort)Error$/)
  expect({ microphone, alive, others }).toEqual({ microphone: 'audio', alive: true, others: Object.fromEntries(Object.keys(others).map((name) => [name, refused])) })
})
