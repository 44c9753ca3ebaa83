import { expect, test } from 'vitest'
import { refusedStart } from '../../../src/main/app/refused-switches'

const start = (args: readonly string[], more: { readonly isTestBuild?: boolean; readonly isRoot?: boolean } = {}) => refusedStart({ args, isTestBuild: false, isRoot: false, ...more })

test.each(['--remote-debugging-port=0', '--remote-debugging-pipe', '--remote-debugging-address=0.0.0.0', '--inspect', '--inspect-brk=9229', '--inspect-port=0', '--disable-web-security', '--zygote-cmd-prefix=x', '--browser-subprocess-path=/x', '--ssl-key-log-file=/x', '--ignore-certificate-errors-spki-list=x', '--use-fake-ui-for-media-stream', '--REMOTE-DEBUGGING-PORT=9222', '-inspect', '/remote-debugging-port=9222'])(
  '%s opens a packaged app to others, test build or not',
  (arg) => expect([start(['--hidden', arg]), start([arg], { isTestBuild: true, isRoot: true })]).toEqual(['opened', 'opened']),
)

test.each(['--no-sandbox', '/no-sandbox', '--no-sandbox=1', '--disable-setuid-sandbox', '--single-process', '--no-zygote'])('%s is for a test build as root only', (arg) => {
  expect([start([arg]), start([arg], { isRoot: true }), start([arg], { isTestBuild: true }), start([arg], { isTestBuild: true, isRoot: true })]).toEqual(['no-sandbox', 'no-sandbox', 'no-sandbox', null])
})

test('what a person may say is heeded, and words behind the switches are words', () => {
  expect([start(['--hidden', '--verbose', '--trace-dir=/tmp/inspect', '--user-data-dir=/x']), start(['--hidden', '--', '--inspect'])]).toEqual([null, null])
})
