/** The keys of Ctrl or Cmd with Enter, as this machine's keyboard names them. */
export function confirmKeys(platform: string): string {
  return /mac|iphone|ipad/i.test(platform) ? '⌘↵' : 'Ctrl ↵'
}
