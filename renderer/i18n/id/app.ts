import type { Dictionary } from '../dictionary.ts'

export const app: Dictionary['app'] = {
  name: 'Foreclick',
  skip: 'Langsung ke isi',
  rooms: {
    overview: 'Ringkasan',
    creators: 'Kreator',
    videos: 'Video',
    orders: 'Order',
    planner: 'Perencana',
    settings: 'Pengaturan',
  },
  groups: { records: 'Data', plans: 'Sebelum membayar', navigation: 'Navigasi', here: 'Posisi Anda' },
  demo: 'Ruang kerja demo',
  demoShort: 'Demo',
  demoHint: 'Orang, order, dan hasil di dalamnya rekaan.',
  local: 'Tersimpan di komputer ini · luring',
  otherLanguage: 'Switch to English',
  language: 'Bahasa',
  lost: 'Foreclick tidak menjawab. Mencoba lagi…',
  refused: 'Peramban ini tidak lagi masuk. Buka alamat baru dari terminal (tekan Enter di sana).',
  notFound: 'Halaman ini tidak ada',
  notFoundText: 'Alamatnya mungkin lama, atau catatannya sudah dihapus.',
  home: 'Ke ringkasan',
  crashed: 'Ada yang rusak di halaman ini',
  crashedText: 'Data Anda aman: tidak ada yang berubah. Memuat ulang halaman biasanya membantu.',
  reload: 'Muat ulang',
}
