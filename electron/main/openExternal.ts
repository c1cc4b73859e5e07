/** Sources of the rules and assumptions that screens link to. */
const allowedHosts: ReadonlySet<string> = new Set([
  'ads.tiktok.com',
  'seller-id.tokopedia.com',
  'support.tiktok.com',
])

/** SECURITY: only https addresses of known hosts leave for the system's browser (X10); false when refused. */
export function safeOpenExternal(url: string, open: (url: string) => Promise<void>): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host, username, password, href } = new URL(url)
  if (protocol !== 'https:' || !allowedHosts.has(host) || username !== '' || password !== '') return false
  void open(href)
  return true
}
