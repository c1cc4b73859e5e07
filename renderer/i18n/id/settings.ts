import type { Dictionary } from '../dictionary.ts'

export const settings: Dictionary['settings'] = {
  look: 'Tampilan',
  language: 'Bahasa',
  theme: 'Tema',
  themes: { system: 'Ikut sistem', light: 'Terang', dark: 'Gelap' },
  density: 'Baris tabel',
  densities: { compact: 'Rapat', comfortable: 'Lega' },
  about: 'Tentang',
  version: 'Versi',
  model: 'Versi model',
  data: 'Folder data',
  profiles: 'Profil pasar',
}
