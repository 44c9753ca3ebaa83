/** What a parameter of a query is called that holds a key, without case and without `-`, `_` or `.`. The names that common services and signed addresses use. */
const KEY_LIKE: ReadonlySet<string> = new Set([
  'key', 'apikey', 'xapikey', 'accesskey', 'authkey', 'privatekey', 'secretkey', 'clientkey', 'functionkey', 'hostkey',
  'subscriptionkey', 'ocpapimsubscriptionkey', 'code',
  'token', 'apitoken', 'accesstoken', 'authtoken', 'bearertoken', 'idtoken', 'refreshtoken', 'sessiontoken', 'securitytoken', 'jwt', 'bearer',
  'auth', 'authorization', 'xauthorization',
  'secret', 'clientsecret', 'apisecret', 'password', 'passwd', 'pwd', 'pass',
  'sig', 'signature', 'hmac', 'credential', 'credentials',
  'xamzsignature', 'xamzsecuritytoken', 'xgoogsignature', 'xgoogapikey',
])

/** A plain `model`, `api-version` or `deployment` is none. */
export const holdsKey = (name: string): boolean => KEY_LIKE.has(name.toLowerCase().replace(/[-_.]/g, ''))
