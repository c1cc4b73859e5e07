/** The mark: a forecast within a circle. */
export function Mark() {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <circle cx="10" cy="10" r="8.4" />
      <path d="M4.6 12.2 8.4 8l2.4 2.6 4.6-.6" />
    </svg>
  )
}
