import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const SUBJECT = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']

/** Signed by nobody but itself. Its key is made for this run, lives in a temporary folder and is gone before the first test. */
export const makeCertificate = async (): Promise<{ readonly key: string; readonly cert: string }> => {
  const folder = await mkdtemp(join(tmpdir(), 'practice-tls-'))
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  await promisify(execFile)('openssl', ['req', '-x509', ...curve, '-days', '1', '-keyout', keyFile, '-out', certFile, ...SUBJECT])
  const pair = { key: await readFile(keyFile, 'utf8'), cert: await readFile(certFile, 'utf8') }
  await rm(folder, { recursive: true })
  return pair
}
