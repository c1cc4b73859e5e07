/** Sources of the rules and assumptions that screens link to. */
export const externalHosts: ReadonlySet<string> = new Set([
  'ads.tiktok.com',
  'seller-id.tokopedia.com',
  'support.tiktok.com',
])

/** SECURITY: only https addresses of known hosts leave for the system's browser (X10); false when refused. */
export function safeOpenExternal(address: string, open: (address: string) => Promise<void>): boolean {
  const url = URL.parse(address)
  if (url === null || url.protocol !== 'https:' || !externalHosts.has(url.host)) return false
  if (url.username + url.password !== '') return false
  // A system without a browser says so itself; the console goes on.
  open(url.href).catch(() => {})
  return true
}
