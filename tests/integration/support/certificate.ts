import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const CURVE = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1']

export interface Pair {
  readonly key: string
  readonly cert: string
}

const request = (...more: readonly string[]) => promisify(execFile)('openssl', ['req', '-x509', ...CURVE, ...more])

async function pairIn(folder: string, name: string, ...more: readonly string[]): Promise<Pair> {
  const [keyFile, certFile] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)]
  await request('-keyout', keyFile, '-out', certFile, ...more)
  return { key: await readFile(keyFile, 'utf8'), cert: await readFile(certFile, 'utf8') }
}

/** Keys are made for this run, live in a temporary folder and are gone before the first test. */
async function made<T>(make: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'practice-tls-'))
  const done = await make(folder)
  await rm(folder, { recursive: true })
  return done
}

const forName = (name: string, more = '') => ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}${more}`]

/** Signed by nobody but itself. */
export const makeCertificate = (): Promise<Pair> => made((folder) => pairIn(folder, 'own', ...forName('localhost', ',IP:127.0.0.1')))

/** For a name, signed by an authority of its own, as in a company: only who trusts `authority` trusts it. */
export const makeSignedCertificate = (name: string): Promise<Pair & { readonly authority: string }> =>
  made(async (folder) => {
    const { cert: authority } = await pairIn(folder, 'authority', '-subj', '/CN=Authority of this run')
    const by = ['-CA', join(folder, 'authority.pem'), '-CAkey', join(folder, 'authority.key'), '-addext', 'basicConstraints=critical,CA:FALSE']
    return { ...(await pairIn(folder, 'signed', ...forName(name), ...by)), authority }
  })
