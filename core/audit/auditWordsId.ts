import type { RuleId } from './auditWords.ts'

/** The rules of an audit in Indonesian; what they rest on is beside the English words. */
export const auditRuleWordsId: Readonly<Record<RuleId, { readonly name: string; readonly about: string }>> = {
  A1: {
    name: 'Google Ads: tayang berlebih',
    about:
      'Satu hari boleh dua kali anggaran harian rata-rata (sebelum 4 Oktober 2017: 20% di atasnya), satu bulan 30,4 kali. Perlu baris dengan anggaran harian. Order yang harinya diimpor dinilai menurut anggarannya sendiri.',
  },
  A2: {
    name: 'Meta: tayang berlebih',
    about:
      'Satu hari boleh 75% di atas anggaran harian, satu minggu dari Minggu sampai Sabtu tujuh kali. Perlu baris dengan anggaran harian. Order yang harinya diimpor dinilai menurut anggarannya sendiri.',
  },
  A3: {
    name: 'LinkedIn: tayang berlebih',
    about:
      'Satu hari boleh satu setengah kali anggaran harian; anggaran seumur hidup adalah batas keras. Perlu baris dengan anggaran. Order yang harinya diimpor dinilai menurut anggarannya sendiri.',
  },
  A4: {
    name: 'TikTok Ads Manager: tayang berlebih',
    about:
      'Anggaran harian adalah rata-rata, anggaran kampanye boleh terlewati 30% dalam sehari; anggaran seumur hidup tidak pernah. Perlu baris dengan anggaran. Order yang harinya diimpor dinilai menurut anggarannya sendiri.',
  },
  A5: {
    name: 'Biaya dalam yang dibayar',
    about: 'Order dibayar di muka: biaya di atasnya adalah kesalahan data.',
  },
  A10: { name: 'Laju', about: 'Lebih dari 90% anggaran habis sebelum 80% waktu lewat.' },
  A11: {
    name: 'Faktur',
    about:
      'Setiap order yang dibayar memiliki faktur bernomor sendiri, bertanggal pada hari pembayaran atau sesudahnya. Perlu faktur.',
  },
  A13: {
    name: 'Order, pembayaran, buku besar, dan faktur',
    about: 'Anggaran, pembayaran, buku besar, hari tayang, dan faktur cocok dalam toleransi uang.',
  },
  A14: {
    name: 'Tayangan yang ditagih',
    about: 'Tayangan yang ditagih dan dilaporkan cocok dalam toleransi hitungan. Perlu tayangan pada faktur.',
  },
  A15: {
    name: 'Lalu lintas tidak sah',
    about:
      'Tayangan kotor dikurangi tayangan adalah yang tidak sah; bagiannya di bawah toleransi. Perlu tayangan kotor.',
  },
  A16: {
    name: 'Kelayakan pada hari pembayaran',
    about: 'Aturan E1 sampai E17 menurut fakta yang diketahui tentang hari order dibayar.',
  },
  A17: {
    name: 'Riwayat perubahan',
    about: 'Setiap langkah, pembayaran, dan hari yang dilaporkan ada di log seperti di catatan.',
  },
  A18: {
    name: 'Kupon dan biaya bersih',
    about: 'Biaya bersih bisa tertulis 0 sampai 11 jam: hari tanpa biaya dilaporkan lagi sesudahnya.',
  },
  A19: {
    name: 'Hari yang dinyatakan ulang',
    about:
      'Pesanan dihitung pada hari kliknya dan terus masuk selama tujuh hari: hari yang dilaporkan sebelumnya belum final.',
  },
  A20: {
    name: 'Kejujuran perkiraan',
    about:
      'Perkiraan dibekukan sebelum pembayaran, ada di log seperti dibekukan, memberi hasil sama lagi, dan memegang janji rentangnya.',
  },
  A21: {
    name: 'Toko Indonesia tutup',
    about:
      'Order yang berjalan dari 4 Oktober sampai 12 Desember 2023 tidak berkata apa-apa tentang pesanan lewat toko.',
  },
  A22: {
    name: 'Definisi pendapatan',
    about:
      'Dua definisi resmi pendapatan kotor berbeda; laporan impor tidak menyebut yang mana dipakai. Perlu definisinya.',
  },
  A30: {
    name: 'Tayang dalam jadwal',
    about: 'Hari-hari tayang saat order berjalan, setelah dibayar, dan tidak di masa depan.',
  },
  A31: {
    name: 'Tayang dalam pasar dan usia',
    about:
      'Tidak seorang pun di bawah 18 dan tidak ada pasar lain yang dijangkau. Perlu laporan menurut pasar dan usia; baris impor dinilai bila menyebutnya.',
  },
  A32: { name: 'Angka simulasi', about: 'Hari simulasi tidak dianggap sebagai yang datang.' },
  A33: { name: 'Hitungan yang mungkin', about: 'Tidak ada hari dengan klik atau orang melebihi tayangan.' },
  A34: {
    name: 'Pajak menurut tarif hari itu',
    about:
      'GB 20% sejak 2011-01-04, tidak ada dengan nomor PPN; ID efektif 11% sejak 2022-04-01, sebelumnya 10%. Pajak adalah jumlah bersih kali tarifnya.',
  },
  A35: { name: 'Referensi pembayaran', about: 'Tidak ada dua pembayaran dengan satu referensi.' },
  A36: { name: 'Buku besar', about: 'Perpindahan sebuah order mematuhi aturan buku besar.' },
  A38: {
    name: 'Tidak berubah sejak dibayar',
    about:
      'Order masih seperti yang dibekukan bersama perkiraannya; tidak ada yang disimpan setelah pembayaran.',
  },
  A39: {
    name: 'Langkah order',
    about: 'Peristiwanya menuju, lewat langkah yang diizinkan, dari draf ke status order.',
  },
  A40: {
    name: 'Log',
    about: 'Setiap entri log adalah yang disebut oleh hashnya dan entri sesudahnya; tidak satu pun hilang.',
  },
  A41: { name: 'Catatan terbaca', about: 'Semua catatan dalam periode bisa dibaca.' },
}
