/** The page's origin. Nothing else is ever loaded (X1). */
export const pageOrigin = 'app://foreclick'

/**
 * Whether an address or origin is the page's own.
 * SECURITY: the parsed origin is compared, because a prefix would accept app://foreclick.attacker.example (X8).
 */
export function isPage(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && `${url.protocol}//${url.host}` === pageOrigin && url.username + url.password === ''
}
