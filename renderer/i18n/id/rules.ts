/**
 * The sentences of the eligibility rules, as core writes them for every host, in Indonesian. `{{…}}` stands for what
 * changes from order to order and is carried over.
 */
export const rules: readonly (readonly [english: string, indonesian: string])[] = [
  // Titles
  ['The payer is an adult', 'Pembayar sudah dewasa'],
  ['The market has Promote for product links', 'Pasarnya punya Promote untuk tautan produk'],
  ['The account may use product links', 'Akun boleh memakai tautan produk'],
  ['The account type can promote', 'Jenis akun bisa berpromosi'],
  ['The sound may be used commercially', 'Suara boleh dipakai secara komersial'],
  ['The video is public', 'Video bersifat publik'],
  ['The Promote terms are accepted', 'Ketentuan Promote disetujui'],
  ['Not a government, politician or political account', 'Bukan akun pemerintah, politisi, atau politik'],
  ['The account is not barred from Promote', 'Akun tidak dilarang memakai Promote'],
  ['The seller may promote the creator’s video', 'Penjual boleh mempromosikan video kreator'],
  ['The product link is still authorised', 'Tautan produk masih diizinkan'],
  ['The product is not prohibited', 'Produk tidak dilarang'],
  ['Local advertising codes', 'Kode periklanan setempat'],
  ['Not less healthy food or drink', 'Bukan makanan atau minuman kurang sehat'],
  ['Age-restricted goods and the ad label', 'Barang berbatas usia dan label iklan'],
  ['The Indonesian shop was open', 'Toko Indonesia sedang buka'],
  ['Budget and days fit the known limits', 'Anggaran dan hari sesuai batas yang diketahui'],
  // When a rule holds
  ['Not yet in force: it applies from {{date}}.', 'Belum berlaku: berlaku mulai {{date}}.'],
  ['No longer in force: it applied until {{date}}.', 'Tidak berlaku lagi: berlaku sampai {{date}}.'],
  ['Applies in GB only.', 'Hanya berlaku di GB.'],
  ['Concerns ID only.', 'Hanya menyangkut ID.'],
  ['Not known.', 'Belum diketahui.'],
  // The creator
  ['{{age}} years old on {{date}}.', 'Berumur {{age}} tahun pada {{date}}.'],
  [
    'Wait until the {{age}}th birthday, or correct the birth date.',
    'Tunggu sampai ulang tahun ke-{{age}}, atau perbaiki tanggal lahir.',
  ],
  ['It is not offered in {{market}}.', 'Tidak tersedia di {{market}}.'],
  ['Use an account of {{markets}}.', 'Pakai akun dari {{markets}}.'],
  [
    'No page says whether {{market}} had it before {{date}}.',
    'Tidak ada halaman yang menyebut apakah {{market}} memilikinya sebelum {{date}}.',
  ],
  ['Check whether the order could be placed.', 'Periksa apakah order bisa dibuat.'],
  [
    'Offered in {{market}}, where accounts get it one after another.',
    'Tersedia di {{market}}, dibuka untuk akun secara bertahap.',
  ],
  ['The account has it.', 'Akun memilikinya.'],
  [
    'The account does not have it yet: {{market}} gets it one account after another.',
    'Akun belum memilikinya: {{market}} mendapatkannya akun demi akun.',
  ],
  [
    'Look for Promote in the app from time to time, or choose another creator.',
    'Cari Promote di aplikasi dari waktu ke waktu, atau pilih kreator lain.',
  ],
  ['Offered to every account of {{market}}.', 'Tersedia untuk semua akun di {{market}}.'],
  ['It was not open to any account of {{market}}.', 'Belum dibuka untuk akun mana pun di {{market}}.'],
  ['Wait until the market is opened.', 'Tunggu sampai pasar dibuka.'],
  [
    'Open to about {{share}}% of the accounts of {{market}}.',
    'Terbuka untuk sekitar {{share}}% akun di {{market}}.',
  ],
  [
    'Look for Promote in the app and note on the creator whether the account has it.',
    'Cari Promote di aplikasi dan catat pada kreator apakah akun memilikinya.',
  ],
  ['Access is granted.', 'Akses diberikan.'],
  ['The account has no access to product links.', 'Akun tidak punya akses ke tautan produk.'],
  ['Apply for e-commerce access in the app.', 'Ajukan akses e-niaga di aplikasi.'],
  [
    'Official pages disagree whether a personal account can promote.',
    'Halaman resmi berbeda tentang apakah akun pribadi bisa berpromosi.',
  ],
  [
    'Switch to a creator or business account to be sure.',
    'Beralihlah ke akun kreator atau bisnis agar pasti.',
  ],
  ['A business account.', 'Akun bisnis.'],
  ['A creator account.', 'Akun kreator.'],
  ['Accepted.', 'Disetujui.'],
  ['The terms are not accepted.', 'Ketentuan belum disetujui.'],
  ['Accept the Promote terms in the app.', 'Setujui ketentuan Promote di aplikasi.'],
  [
    'Open Promote in the app: it asks for the terms first. Note the answer on the creator.',
    'Buka Promote di aplikasi: ketentuan ditanyakan lebih dulu. Catat jawabannya pada kreator.',
  ],
  ['Not political.', 'Bukan akun politik.'],
  ['A political account cannot promote.', 'Akun politik tidak bisa berpromosi.'],
  ['Choose another creator.', 'Pilih kreator lain.'],
  [
    'Note on the creator whether the account is political.',
    'Catat pada kreator apakah akunnya akun politik.',
  ],
  ['Not barred.', 'Tidak dilarang.'],
  ['The account is barred from Promote.', 'Akun dilarang memakai Promote.'],
  ['Appeal in the app, or choose another creator.', 'Ajukan banding di aplikasi, atau pilih kreator lain.'],
  [
    'Open Promote in the app: a barred account is told so. Note the answer on the creator.',
    'Buka Promote di aplikasi: akun yang dilarang diberi tahu. Catat jawabannya pada kreator.',
  ],
  // The video
  ['Commercial music.', 'Musik komersial.'],
  ['The sound is not cleared for commercial use.', 'Suara belum berizin untuk pemakaian komersial.'],
  ['Replace it by commercial music or by original sound.', 'Ganti dengan musik komersial atau suara asli.'],
  [
    'Original sound: one official page allows it, one asks for commercial music.',
    'Suara asli: satu halaman resmi mengizinkan, satu lagi meminta musik komersial.',
  ],
  ['Use commercial music to be sure.', 'Pakai musik komersial agar pasti.'],
  ['Public.', 'Publik.'],
  ['The video is for friends only.', 'Video hanya untuk teman.'],
  ['The video is for its creator only.', 'Video hanya untuk kreatornya.'],
  ['Make the video public.', 'Jadikan video publik.'],
  ['The creator pays.', 'Kreator yang membayar.'],
  ['The creator authorised the seller.', 'Kreator mengizinkan penjual.'],
  ['The creator has not authorised the seller.', 'Kreator belum mengizinkan penjual.'],
  ['Ask the creator to authorise the video.', 'Minta kreator mengizinkan video.'],
  [
    'Ask the creator whether the video is authorised and note it on the video.',
    'Tanyakan kepada kreator apakah video diizinkan, lalu catat pada video.',
  ],
  ['The commission rate is not known.', 'Tarif komisi belum diketahui.'],
  ['The commission rate is {{rate}}.', 'Tarif komisi {{rate}}.'],
  ['No commission rate is set.', 'Tarif komisi belum ditetapkan.'],
  ['Set a commission rate for the creator.', 'Tetapkan tarif komisi untuk kreator.'],
  ['In force.', 'Berlaku.'],
  ['The authorisation of the product link was withdrawn.', 'Izin tautan produk sudah dicabut.'],
  ['Ask the seller to authorise the link again.', 'Minta penjual mengizinkan tautan lagi.'],
  [
    'Look at the link in the app and note on the video whether it is authorised.',
    'Lihat tautan di aplikasi dan catat pada video apakah tautan diizinkan.',
  ],
  // The product
  ['Neither prohibited nor restricted.', 'Tidak dilarang dan tidak dibatasi.'],
  ['The product is prohibited.', 'Produk dilarang.'],
  ['Promote another product.', 'Promosikan produk lain.'],
  ['Restricted, and the seller is approved.', 'Dibatasi, dan penjual sudah disetujui.'],
  ['Restricted, and the seller is not approved.', 'Dibatasi, dan penjual belum disetujui.'],
  [
    'Get the seller approved for this kind of product.',
    'Mintakan persetujuan penjual untuk jenis produk ini.',
  ],
  [
    'Restricted: ask whether the seller is approved and note it on the product.',
    'Dibatasi: tanyakan apakah penjual disetujui, lalu catat pada produk.',
  ],
  [
    'Look it up in the prohibited and restricted lists and note it on the product.',
    'Cari dalam daftar produk terlarang dan terbatas, lalu catat pada produk.',
  ],
  [
    'The CAP Code has rules of its own for {{category}}.',
    'CAP Code punya aturan khusus untuk kategori {{category}}.',
  ],
  [
    'The Indonesian advertising ethics code has rules of its own for {{category}}.',
    'Etika Pariwara Indonesia punya aturan khusus untuk kategori {{category}}.',
  ],
  [
    'The CAP Code has no rules of its own for {{category}}; its general rules hold.',
    'CAP Code tidak punya aturan khusus untuk kategori {{category}}; aturan umumnya berlaku.',
  ],
  [
    'The Indonesian advertising ethics code has no rules of its own for {{category}}; its general rules hold.',
    'Etika Pariwara Indonesia tidak punya aturan khusus untuk kategori {{category}}; aturan umumnya berlaku.',
  ],
  [
    'Hold product, caption, pictures, sound and landing page against it before paying.',
    'Cocokkan produk, keterangan, gambar, suara, dan halaman tujuan dengannya sebelum membayar.',
  ],
  [
    'The category is {{category}}, not food or drink.',
    'Kategorinya {{category}}, bukan makanan atau minuman.',
  ],
  ['Not less healthy food or drink.', 'Bukan makanan atau minuman kurang sehat.'],
  [
    'Paid promotion of less healthy food and drink is banned.',
    'Promosi berbayar untuk makanan dan minuman kurang sehat dilarang.',
  ],
  [
    'Find out whether it counts as less healthy (nutrient profile) and note it on the product.',
    'Cari tahu apakah termasuk kurang sehat (profil gizi), lalu catat pada produk.',
  ],
  ['Not known whether it is alcohol.', 'Belum diketahui apakah ini alkohol.'],
  ['Note it on the product.', 'Catat pada produk.'],
  ['Not alcohol.', 'Bukan alkohol.'],
  ['Alcohol, shown to adults only.', 'Alkohol, hanya ditampilkan kepada orang dewasa.'],
  [
    'Alcohol must not be advertised to under-18s.',
    'Alkohol tidak boleh diiklankan kepada orang di bawah 18 tahun.',
  ],
  ['Choose a custom audience; its ages begin at 18.', 'Pilih audiens kustom; umurnya mulai dari 18 tahun.'],
  ['Not known whether it is age-restricted.', 'Belum diketahui apakah berbatas usia.'],
  ['Not age-restricted.', 'Tidak berbatas usia.'],
  ['Targeted by age and interest.', 'Ditargetkan menurut umur dan minat.'],
  [
    'Age-restricted goods need targeting by age and interest.',
    'Barang berbatas usia perlu ditargetkan menurut umur dan minat.',
  ],
  ['Choose a custom audience with interests.', 'Pilih audiens kustom dengan minat.'],
  ['Not known whether the video says #ad.', 'Belum diketahui apakah video memuat #ad.'],
  ['Note it on the video.', 'Catat pada video.'],
  ['Labelled #ad.', 'Berlabel #ad.'],
  ['The video does not say #ad.', 'Video tidak memuat #ad.'],
  ['Add #ad to the caption.', 'Tambahkan #ad pada keterangan.'],
  // The order
  [
    'The order runs while the shop was closed, 4 October to 12 December 2023.',
    'Order berjalan saat toko tutup, 4 Oktober sampai 12 Desember 2023.',
  ],
  ['Keep it out of what order rates are learnt from.', 'Jangan pakai untuk mempelajari tingkat pesanan.'],
  [
    '{{amount}} a day for {{days}} is within {{low}} to {{high}} a day and {{least}} to {{most}} days (unverified).',
    '{{amount}} sehari selama {{days}} ada di dalam batas {{low}} sampai {{high}} sehari dan {{least}} sampai {{most}} hari (belum terverifikasi).',
  ],
  [
    '{{amount}} a day for {{days}} is outside {{low}} to {{high}} a day and {{least}} to {{most}} days (unverified): the app may refuse it.',
    '{{amount}} sehari selama {{days}} di luar batas {{low}} sampai {{high}} sehari dan {{least}} sampai {{most}} hari (belum terverifikasi): aplikasi mungkin menolaknya.',
  ],
  [
    'Stay within {{low}} to {{high}} a day and {{least}} to {{most}} days (unverified).',
    'Tetaplah di dalam {{low}} sampai {{high}} sehari dan {{least}} sampai {{most}} hari (belum terverifikasi).',
  ],
]
