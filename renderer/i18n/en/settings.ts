export const settings = {
  look: 'Look',
  language: 'Language',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  density: 'Table rows',
  densities: { compact: 'Compact', comfortable: 'Comfortable' },
  about: 'About',
  version: 'Version',
  model: 'Model version',
  data: 'Data folder',
  profiles: 'Market profiles',
} as const
