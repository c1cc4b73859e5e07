/** Brings a person to the first field of a refused form, once its errors are drawn. */
export function focusFirstInvalid(form: HTMLElement | undefined): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
