import type { Dictionary } from '../dictionary.ts'

export const help: Dictionary['help'] = {
  about: 'Tentang: {{name}}',
  what: 'Apa ini',
  sure: 'Seberapa pasti',
  restsOn: 'Terutama bertumpu pada',
  allAssumptions: 'Semua asumsi beserta sumbernya ada di bawah perkiraan.',
  interval:
    'Pada 8 dari 10 order seperti ini nilainya {{range}}; pada separuh dari semuanya di atas {{middle}}.',
  simulated:
    'Dihitung dari {{replicates}} order simulasi; undian lain menggeser ujung rentang klik sekitar {{error}}.',
  noInterval: 'Bagian dari {{replicates}} order simulasi, jadi tidak punya rentang sendiri.',
  own: 'Order Anda sendiri punya bobot {{own}} di dalamnya.',
  tile: {
    costPerClick:
      'Belanja order dibagi klik tautan yang didapat. Mahal bila audiensnya kecil atau harga tayangan tinggi.',
    spendsAll:
      'Peluang seluruh anggaran habis sampai hari terakhir. Audiens sempit, jam sedikit, atau anggaran kecil untuk jumlah harinya menahannya.',
    costPerOrder:
      'Belanja order dibagi pesanan yang datang. Tanpa batas atas bila sebagian hasil tidak membawa pesanan.',
    reach: 'Orang berbeda yang melihat video setidaknya sekali, dan berapa kali masing-masing melihatnya.',
    noOrder: 'Peluang tidak ada yang membeli. Di bawahnya, jumlah pesanan pada 8 dari 10 kasus.',
    loses:
      'Peluang komisi atau margin dari pesanannya di bawah yang dibelanjakan. Di bawahnya, laba pada 8 dari 10 kasus.',
  },
  ruleSource: 'Sumber aturan {{rule}}',
  panel: 'Bantuan',
  diagnostics: {
    show: 'Tampilkan diagnostik',
    title: 'Diagnostik',
    text: 'Untuk orang yang membantu Anda. Ini semuanya: versi, ukuran, jumlah, hasil pemeriksaan, dan baris terakhir log. Nama, nominal, referensi pembayaran, dan folder tidak ada di dalamnya. Baca dulu sebelum membagikannya.',
    copy: 'Salin diagnostik',
    copied: 'Diagnostik sudah disalin.',
    byHand: 'Papan klip tidak dapat dipakai di sini; teksnya sudah ditandai agar dapat disalin sendiri.',
  },
  tour: {
    start: 'Ikuti tur',
    label: 'Tur, langkah {{step}} dari 4',
    next: 'Lanjut',
    back: 'Kembali',
    skip: 'Lewati tur',
    done: 'Selesai',
    again: 'Tur ini bisa ditemukan lagi di pengaturan, dan lewat namanya dengan Ctrl K atau ⌘K.',
    steps: {
      records: {
        title: 'Catat siapa dan apa',
        text: 'Kreator dan videonya lebih dulu. Masing-masing langsung menyebut apakah boleh dipromosikan, dan bila tidak, aturan mana yang menghalangi.',
      },
      forecast: {
        title: 'Perkirakan sebelum membayar',
        text: 'Order baru menunjukkan peluangnya selagi anggaran dan hari digeser. N memulainya dari mana saja. Pembayaran membekukan perkiraan, agar bisa dibandingkan dengan hasilnya.',
      },
      deliver: {
        title: 'Bandingkan dengan yang datang',
        text: 'Isi hari-hari order yang berjalan. Hasilnya digambar di atas pita yang dibekukan, dan ringkasan menghitung seberapa sering rentangnya menepati janji.',
      },
      palette: {
        title: 'Cari atau lakukan apa saja',
        text: 'Ruang, catatan, dan setiap tombol punya nama di sini. Tanda tanya menampilkan semua tombol.',
      },
    },
  },
}
