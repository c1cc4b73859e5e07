import type { Dictionary } from '../dictionary.ts'

export const prove: Dictionary['prove'] = {
  audit: {
    log: 'Log',
    logText:
      'Setiap perubahan adalah satu baris log yang hanya bertambah. Tiap baris di-hash bersama semua baris sebelumnya, sehingga tak satu pun bisa diubah, dihilangkan, atau disisipkan tanpa jejak.',
    latest: 'Baris terakhir terlihat',
    latestNone: 'belum ada yang dicatat',
    copied: 'Dalam cadangan terakhir',
    copiedLines: { one: '{{count}} baris, diperiksa {{at}}', other: '{{count}} baris, diperiksa {{at}}' },
    copiedNone: 'belum ada cadangan',
    check: 'Periksa semuanya',
    checkText:
      'Perintah ini membaca semua catatan dan baris, menghitung ulang hash, dan menyebut apa yang tidak cocok. Bekerja luring dan tidak mengubah apa pun.',
    copy: 'Salin perintah',
    commandCopied: 'Perintah ada di papan klip',
    notCopied: 'Peramban tidak mengizinkan penyalinan di sini: pilih teks perintahnya.',
    lines: 'Terakhir dicatat',
    linesText: 'Dari order yang terakhir berubah. Kisah lengkap sebuah order ada di riwayatnya.',
    caption: 'Baris log, yang terbaru lebih dulu',
    line: 'Baris',
    at: 'Kapan',
    order: 'Order',
    what: 'Apa',
    who: 'Siapa',
    whats: {
      save: 'Disimpan',
      payOrder: 'Pembayaran dicatat, perkiraan dibekukan',
      recordTransition: 'Pindah ke status lain',
      recordDeliveries: 'Penayangan dilaporkan',
      bulkEdit: 'Diubah bersama yang lain',
      undoBulk: 'Perubahan bersama ditarik kembali',
      archive: 'Diarsipkan',
      unarchive: 'Dikeluarkan dari arsip',
    },
    emptyTitle: 'Belum ada yang perlu dibuktikan',
    emptyText: 'Catatan pertama Anda adalah baris pertama log.',
  },
  import: {
    now: 'Yang bisa dimasukkan sekarang',
    nowText:
      'Penayangan sebuah order, hari demi hari, seperti di dasbor: tayangan, klik, order, dan biaya. Buka order yang berjalan dan isi harinya.',
    enter: 'Isi hari untuk {{order}}',
    enterShort: 'Isi hari',
    caption: 'Order yang berjalan, yang mulai lebih dulu di atas',
    order: 'Order',
    starts: 'Mulai',
    came: 'Klik sejauh ini',
    none: 'Tidak ada order yang berjalan. Order yang dibayar muncul di sini saat berjalan.',
    later: 'Berkas: belum ada',
    laterText:
      'Laporan dari manajer iklan akan dibaca dalam lima langkah, dan tidak ada yang ditulis sebelum langkah terakhir.',
    steps: {
      file: 'Pilih berkas: CSV atau lembar kerja, dalam bahasa mana pun dari konsol.',
      columns: 'Sebutkan isi tiap kolom; ini diingat untuk berkas berikutnya.',
      problems: 'Lihat apa yang tidak cocok, baris demi baris, dengan yang diharapkan.',
      preview: 'Lihat apa yang baru, apa yang berubah, dan apa yang tetap.',
      commit: 'Masukkan sebagai satu perubahan, yang bisa ditarik dengan satu Urungkan.',
    },
    accuracy: 'Apa kata penayangan terdahulu tentang perkiraan ada di Akurasi.',
    toAccuracy: 'Buka Akurasi',
  },
}
