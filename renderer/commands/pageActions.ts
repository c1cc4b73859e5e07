import { useI18n } from '../i18n/i18n.ts'
import type { Command } from './command.ts'

/** What a room is worked with. Boxes and names in table rows are the table's own, which has keys for them. */
const working =
  ':is(.fc-button, .fc-icon-button, .fc-link-button, [role=tab], .fc-segmented input):not(.fc-table-body *)'

/**
 * The buttons, tabs and choices that the room shows now, as commands: whatever can be clicked has a place in the palette,
 * in every room, without being listed anywhere.
 */
export function pageActions(pathname: string): readonly Command[] {
  const { everyNameOf } = useI18n()
  const room = pathname.split('/').slice(0, 2).join('/')
  const seen = new Set<string>()
  return [...document.querySelectorAll<HTMLElement>(`#content ${working}`)]
    .filter(isOffered)
    .flatMap(element => {
      const name = nameOf(element)
      if (name === '' || seen.has(name)) return []
      seen.add(name)
      return [
        {
          id: `here ${room} ${everyNameOf(name)[0] ?? name}`,
          group: 'here',
          name,
          words: everyNameOf(name),
          run() {
            element.focus()
            element.click()
          },
        } as const,
      ]
    })
}

function isOffered(element: HTMLElement): boolean {
  if (element.matches(':disabled, [aria-disabled=true], [aria-selected=true]')) return false
  if (element instanceof HTMLInputElement) return !element.checked
  return element.checkVisibility()
}

function nameOf(element: HTMLElement): string {
  const label = element.getAttribute('aria-label')
  if (label !== null) return label
  if (element instanceof HTMLInputElement) {
    const group = element.closest('.fc-segmented')
    const of = group?.querySelector('.fc-field-label, .visually-hidden')?.textContent ?? ''
    return [of, element.labels?.[0]?.textContent ?? ''].filter(text => text !== '').join(': ')
  }
  const texts = [...element.childNodes].filter(
    node => !(node instanceof HTMLElement && node.matches('kbd, svg')),
  )
  return texts
    .map(node => node.textContent ?? '')
    .join('')
    .trim()
}
