import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { embeddingServer } from '../../support/knowledge/embedding-server'
import { makeSignedCertificate } from '../support/certificate'
import { newFolder, write } from './support/knowledge'

const ASKING = join(import.meta.dirname, 'support/asking-process.ts')

/** What came of it where only these authorities are trusted beside those of the system; that any should be is said in vain. */
async function askedWith(authorities: string, url: string): Promise<unknown> {
  const papers = newFolder()
  write(papers, { 'goats.txt': 'Beta keeps goats on the hill.' })
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', ASKING, papers, url, 'hills with goats'], { env: { ...process.env, NODE_EXTRA_CA_CERTS: authorities, NODE_TLS_REJECT_UNAUTHORIZED: '0' } })
  return JSON.parse(stdout) as unknown
}

/** The road out: a name that is looked up, over TLS, with a certificate that only who is told so trusts. */
test('by its name and encrypted the key goes along, where this computer was told to trust its authority; elsewhere nothing is sent', async () => {
  const { authority, ...tls } = await makeSignedCertificate(hostname())
  const file = join(newFolder(), 'authority.pem')
  writeFileSync(file, authority)
  const server = await embeddingServer({ host: hostname(), tls })
  const strict = await askedWith('', server.url)
  const sentToStranger = [...server.asked]
  const trusting = await askedWith(file, server.url)
  expect({ strict, sentToStranger, trusting, asked: server.asked.map(({ authorization, input }) => [authorization, input]) }).toEqual({
    strict: { done: 0, trouble: 'The embedding server cannot be reached.', mode: 'words' },
    sentToStranger: [],
    trusting: { done: 1, trouble: null, mode: 'both' },
    asked: [['Bearer k-1', ['Beta keeps goats on the hill.']], ['Bearer k-1', ['hills with goats']]],
  })
}, 90_000)
