import type { Dictionary } from '../dictionary.ts'

const outside = 'Catatan diubah di luar program: bandingkan dengan cadangan terakhir.'

/** What an audit finds, in Indonesian; English is in core/audit/auditCases.ts. */
export const auditCases: Dictionary['audit']['cases'] = {
  overDelivered: {
    text: '{{platform}} mengambil {{spent}} dari {{unit}} antara {{from}} dan {{to}}, padahal anggarannya mengizinkan {{allowed}}.',
    calculation: '{{spent}} > {{allowed}}',
    resolve: 'Minta kelebihannya kembali dari platform, atau catat kredit yang diberikannya.',
  },
  spendAbovePaid: {
    text: 'Hari yang tayang menghabiskan {{spent}}, tetapi yang dibayar {{paid}}.',
    calculation: '{{spent}} − {{paid}} = {{excess}}',
    resolve: 'Bandingkan hari-harinya dengan laporan platform dan isi lagi yang salah.',
  },
  spentEarly: {
    text: 'Sampai {{day}}, {{share}} anggaran habis dalam {{period}} waktunya.',
    calculation: '{{spent}} ÷ {{budget}} = {{share}}; batas 90% sebelum 80% waktu',
    resolve: 'Lihat apa yang tayang hari itu; lain kali pilih laju merata atau hari lebih banyak.',
  },
  invoiceBeforePayment: {
    text: 'Faktur {{number}} bertanggal {{day}}, sebelum pembayaran {{paid}}.',
    calculation: '{{day}} < {{paid}}',
    resolve: 'Periksa apakah fakturnya milik order ini dan tanggalnya benar.',
  },
  invoiceAgain: {
    text: 'Faktur {{number}} diisi untuk lebih dari satu order: {{orders}}.',
    calculation: '{{orders}} > 1',
    resolve:
      'Cari tahu order mana yang ditagihnya; isi nomor yang benar untuk yang lain, dan minta kembali uang yang terbayar dua kali.',
  },
  paymentNotBudget: {
    text: 'Anggaran order {{budget}}, tetapi yang dibayar {{paid}}.',
    calculation: '{{paid}} − {{budget}} = {{difference}}',
    resolve: outside,
  },
  ledgerNotPayment: {
    text: 'Pembayaran dengan pajaknya {{paid}}; buku besar mencatat {{received}}.',
    calculation: '{{received}} − {{paid}} = {{difference}}',
    resolve: outside,
  },
  ledgerNotDelivered: {
    text: 'Hari yang tayang menghabiskan {{spent}}; buku besar mencatat {{delivered}}.',
    calculation: '{{spent}} − {{delivered}} = {{difference}}',
    resolve: outside,
  },
  invoiceNotPaid: {
    text: 'Faktur {{number}} menagih {{billed}} dengan pajak; yang dibayar {{paid}}.',
    calculation: '{{billed}} − {{paid}} = {{difference}}; toleransi {{tolerance}}',
    resolve: 'Tanyakan kepada platform untuk apa selisihnya, dan tulis jawabannya sebagai alasan.',
  },
  invoiceNotDelivered: {
    text: 'Faktur {{number}} menagih {{billed}} bersih; hari yang tayang menghabiskan {{spent}}.',
    calculation: '{{billed}} − {{spent}} = {{difference}}; toleransi {{tolerance}}',
    resolve:
      'Yang ditagih di atas penayangan perlu diminta kembali; di bawahnya, mungkin ada hari yang salah dilaporkan.',
  },
  billedImpressions: {
    text: 'Faktur menagih {{billed}} tayangan, laporan mencatat {{impressions}}.',
    calculation: '{{difference}} dari yang dilaporkan; toleransi {{tolerance}}',
    resolve: 'Bicarakan selisihnya dengan platform.',
  },
  invalidTraffic: {
    text: '{{invalid}} dari {{gross}} tayangan kotor tidak sah.',
    calculation: '{{gross}} − {{impressions}} = {{invalid}}, {{share}}; toleransi {{tolerance}}',
    resolve: 'Tanyakan kepada platform apakah tayangan tidak sah ikut ditagih.',
  },
  grossBelowNet: {
    text: 'Tayangan kotor, {{gross}}, lebih sedikit dari tayangan, {{impressions}}.',
    calculation: '{{gross}} < {{impressions}}',
    resolve: 'Salah satunya salah ketik.',
  },
  ruleBroken: {
    text: 'Aturan {{rule}} dilanggar pada {{day}}. {{reason}}',
    calculation: 'Aturan hari itu dan fakta yang diketahui tentangnya',
    resolve: 'Perbaiki faktanya bila salah; kalau tidak, catat mengapa order tetap dibayar.',
  },
  rulesWarned: {
    text: 'Dibayar dengan peringatan {{rule}} pada {{day}}.',
    calculation: 'Aturan hari itu dan fakta yang diketahui tentangnya',
    resolve: 'Riwayat order menjelaskan masing-masing.',
  },
  notLogged: {
    text: 'Log tidak punya baris untuk: {{what}}.',
    calculation: 'Catatan dibandingkan dengan baris log tentang order',
    resolve: 'Catatan ditulis di luar program, atau log dipotong: bandingkan keduanya dengan cadangan.',
  },
  logDiffers: {
    text: 'Catatan {{day}} berbeda dari baris log: {{what}}.',
    calculation: 'Laporan terakhir tiap hari di log dibandingkan dengan harinya',
    resolve: outside,
  },
  costLag: {
    text: '{{day}} menunjukkan {{impressions}} tayangan tanpa biaya, dilaporkan kurang dari 11 jam setelah harinya berakhir.',
    calculation: 'Biaya bersih bisa tertulis 0 selama 11 jam',
    resolve: 'Isi lagi hari itu dengan yang kini ditunjukkan dasbor.',
  },
  noCost: {
    text: '{{day}} menunjukkan {{impressions}} tayangan tanpa biaya.',
    calculation: 'Dilaporkan lebih dari 11 jam setelah harinya berakhir',
    resolve: 'Periksa harinya di dasbor: mungkin kupon yang membayarnya.',
  },
  notFinal: {
    text: 'Hari yang dilaporkan sebelum semua pesanannya masuk: {{days}}, yang terakhir {{last}}.',
    calculation: 'Dilaporkan kurang dari 7 hari setelah harinya',
    resolve: 'Isi lagi sejak {{final}}.',
  },
  restated: {
    text: '{{day}} dinyatakan ulang: {{before}} menjadi {{after}}.',
    calculation: 'Laporan pertama dibandingkan dengan yang terakhir',
    resolve: 'Tidak perlu apa-apa bila platform yang mengubahnya; laporan terdahulu tetap ada.',
  },
  frozenAfterPayment: {
    text: 'Perkiraan dibekukan pada {{frozen}}, setelah pembayaran {{paid}}.',
    calculation: '{{frozen}} > {{paid}}',
    resolve: 'Itu bukan perkiraan. Catatan diubah di luar program.',
  },
  forecastMissing: {
    text: 'Order dibayar pada {{paid}} tanpa perkiraan yang dibekukan.',
    calculation: 'Order yang dibayar memilikinya',
    resolve: outside,
  },
  paidAfterStart: {
    text: 'Order dibayar pada {{paid}}, setelah mulainya {{first}}.',
    calculation: '{{first}} < {{paid}}',
    resolve: 'Perkiraannya mungkin sudah tahu yang terjadi: catat bila order diisi belakangan.',
  },
  digestNotLogged: {
    text: 'Perkiraan yang dibekukan memiliki digest {{digest}}; log pembayaran menyebut {{expected}}.',
    calculation: '{{digest}} ≠ {{expected}}',
    resolve: 'Perkiraan diubah setelah pembayaran: bandingkan dengan cadangan terakhir.',
  },
  outsideInterval: {
    text: '{{actual}} klik datang; rentang 80% adalah {{low}} sampai {{high}}.',
    calculation: 'Satu dari lima order berakhir di luarnya',
    resolve: 'Tidak perlu apa-apa untuk satu order; bila banyak, terlihat pada cakupan.',
  },
  coverage: {
    text: '{{inside}} dari {{orders}} order berakhir di dalam rentang 80%: {{share}}, secara kebetulan {{low}} sampai {{high}}.',
    calculation: 'Rentang 95% Wilson dari bagian itu tidak memuat 80%',
    resolve:
      'Biarkan perkiraan belajar dari penayangan ini (Akurasi), dan sebutkan lebarnya sampai saat itu.',
  },
  rerunDiffers: {
    text: 'Perkiraan yang dibekukan memberi hasil lain saat dijalankan lagi: {{received}} klik, bukan {{expected}}.',
    calculation: 'Digest {{digest}} dan {{frozen}}',
    resolve: 'Masukan, benih, atau angkanya diubah: bandingkan dengan cadangan terakhir.',
  },
  rerunOtherModel: {
    text: 'Dibekukan oleh model {{frozen}}, dijalankan lagi oleh model {{message}}: {{expected}} klik waktu itu, {{received}} sekarang.',
    calculation: 'Model lain memberi digest lain',
    resolve: 'Jalankan dengan program versi itu untuk memperoleh digestnya lagi.',
  },
  rerunFailed: {
    text: 'Perkiraan yang dibekukan tidak bisa dijalankan lagi: {{message}}.',
    calculation: 'Masukan, benih, dan jumlah order simulasi seperti dibekukan',
    resolve: 'Bandingkan perkiraan yang dibekukan dengan cadangan terakhir.',
  },
  shopClosed: {
    text: 'Order berjalan dari {{first}} sampai {{last}}, saat toko Indonesia tutup.',
    calculation: '2023-10-04 sampai 2023-12-12',
    resolve: 'Jangan masukkan pesanannya ke dalam yang dipelajari.',
  },
  deliveredOutside: {
    text: 'Hari yang tayang di luar jadwal: {{days}}, dari {{first}} sampai {{last}}.',
    calculation: 'Order berjalan dari {{from}} sampai {{to}}',
    resolve: 'Isi lagi hari-harinya dengan tanggal yang benar.',
  },
  deliveredBeforePaid: {
    text: '{{day}} tayang sebelum pembayaran {{paid}}.',
    calculation: '{{day}} < {{paid}}',
    resolve: 'Periksa tanggal harinya; catat bila pembayaran diisi belakangan.',
  },
  deliveredInFuture: {
    text: '{{day}} tayang di masa depan.',
    calculation: 'Audit dibuat pada {{last}}',
    resolve: 'Isi lagi hari itu dengan tanggal yang benar.',
  },
  minorsInAudience: {
    text: '{{file}} memiliki baris yang menjangkau orang di bawah 18 ({{message}}): {{rows}}.',
    calculation: 'Usia seperti disebut berkas',
    resolve: 'Bicarakan dengan platform; order kita tidak pernah memintanya.',
  },
  otherCurrency: {
    text: '{{file}} memiliki baris {{market}} dalam {{message}}: {{rows}}.',
    calculation: 'GB dalam GBP, ID dalam IDR',
    resolve: 'Periksa pasar dan mata uang berkas.',
  },
  simulatedAmongReported: {
    text: 'Hari simulasi di antara yang dilaporkan: {{days}} simulasi, {{reported}} dilaporkan.',
    calculation: 'Sumber hari-harinya',
    resolve: 'Isi hari seperti adanya; jumlah dan pembelajaran menganggapnya bukan seperti adanya.',
  },
  simulatedAsActual: {
    text: 'Setiap hari order ini simulasi ({{days}} semuanya): tidak satu pun terjadi.',
    calculation: 'Sumber hari-harinya',
    resolve: 'Isi yang benar-benar datang. Sampai saat itu order ini tidak membuktikan apa pun.',
  },
  impossibleCounts: {
    text: '{{day}} memiliki {{clicks}} klik dan {{reach}} orang dari {{impressions}} tayangan.',
    calculation: 'Klik dan orang paling banyak sebanyak tayangan',
    resolve: 'Isi lagi hari itu.',
  },
  taxRate: {
    text: 'Pajak diambil {{share}}; pada {{day}} tarifnya {{expected}}.',
    calculation: '{{share}} ≠ {{expected}}',
    resolve: 'Catat sebabnya: nomor PPN, pengecualian, badan lain pada faktur.',
  },
  taxAmount: {
    text: 'Pajaknya {{tax}}; dengan {{share}} dari {{paid}} seharusnya {{expected}}.',
    calculation: '{{paid}} × {{share}} = {{expected}}',
    resolve: 'Periksa jumlahnya dengan faktur.',
  },
  referenceAgain: {
    text: 'Referensi {{reference}} ada pada lebih dari satu pembayaran: {{orders}}.',
    calculation: '{{orders}} > 1',
    resolve: 'Periksa apakah ada yang diisi dua kali.',
  },
  ledgerRule: {
    text: 'Buku besar melanggar aturan {{rule}}. {{message}}',
    calculation: 'Perpindahan satu demi satu',
    resolve: outside,
  },
  editedAfterPayment: {
    text: 'Order berbeda dari yang dibekukan saat dibayar: {{fields}}.',
    calculation: 'Order sekarang dibandingkan dengan berkas order yang dibekukan',
    resolve: outside,
  },
  savedAfterPayment: {
    text: 'Order disimpan pada {{day}}, setelah dibayar (entri {{entry}} dari log).',
    calculation: 'Entri log setelah pembayaran',
    resolve: 'Program menolak itu: cari tahu apa yang menulisnya.',
  },
  wrongStep: {
    text: 'Langkah dari {{from}} ke {{to}} tidak diizinkan.',
    calculation: 'Tabel langkah',
    resolve: outside,
  },
  wrongState: {
    text: 'Status order {{state}}, tetapi peristiwanya berakhir di {{last}}.',
    calculation: 'Peristiwa terakhir dibandingkan dengan status',
    resolve: outside,
  },
  logBroken: {
    text: 'Log tidak utuh: {{message}}.',
    calculation: 'Hash tiap entri dibandingkan dengan entri berikutnya dan dengan pohonnya',
    resolve:
      'Yang datang setelah entri itu tidak membuktikan apa pun. Bandingkan log dengan cadangan atau titik periksa yang dicetak.',
  },
  unreadable: {
    text: 'Tidak semuanya bisa dibaca: {{message}}.',
    calculation: '{{orders}} order terbaca',
    resolve: 'Pulihkan cadangan baik yang terakhir, lalu audit lagi.',
  },
}
