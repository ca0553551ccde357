extension SampleReplies {
  static let id = """
    Paket Kakak sudah keluar dari gudang kami tadi pagi dan akan sampai sebelum Kamis.
    + Kiriman Kakak sudah keluar dari gudang kami pagi tadi dan akan tiba sebelum Kamis.
    - Paket Kakak sudah keluar dari gudang kami tadi pagi dan akan sampai sebelum Selasa.
    - Paket Kakak belum keluar dari gudang kami dan akan sampai sebelum Kamis.
    Dana Rp125.000 sudah kami kembalikan ke kartu Kakak. Prosesnya paling lama tiga hari kerja.
    + Dana sebesar Rp125.000 telah kami kembalikan ke kartu Kakak. Prosesnya maksimal tiga hari kerja.
    - Dana Rp152.000 sudah kami kembalikan ke kartu Kakak. Prosesnya paling lama tiga hari kerja.
    - Dana Rp125.000 sudah kami kembalikan ke kartu Kakak. Prosesnya paling lama lima hari kerja.
    Jaket biru sudah tersedia lagi, kami simpan satu untuk Kakak sampai Jumat.
    + Jaket biru sudah ready lagi, kami simpan satu untuk Kakak sampai hari Jumat.
    - Jaket biru sudah habis, jadi tidak bisa kami simpan untuk Kakak.
    - Jaket hitam sudah tersedia lagi, kami simpan satu untuk Kakak sampai Jumat.
    Pengembalian Kakak disetujui. Cetak label dari email lalu serahkan kotaknya ke kantor pos terdekat.
    + Pengembalian Kakak telah disetujui. Silakan cetak label dari email lalu serahkan kotaknya ke kantor pos terdekat.
    - Pengembalian Kakak ditolak. Label dari email sudah tidak berlaku.
    - Pengembalian Kakak ditolak. Cetak label dari email lalu serahkan kotaknya ke kantor pos terdekat.
    Pesanan Kakak kami temukan di alamat email lain, dan kedua akunnya sudah kami gabungkan.
    + Pesanan Kakak kami temukan dengan alamat email lain, dan kedua akunnya telah kami gabungkan.
    - Pesanan Kakak tidak kami temukan di alamat email mana pun, jadi akunnya belum kami gabungkan.
    Gangguan mulai pukul 14.20 dan selesai pukul 15.05. Semua akun sudah normal lagi.
    + Gangguan dimulai pukul 14.20 dan teratasi pukul 15.05. Semua akun sudah normal kembali.
    - Gangguan mulai pukul 14.20 dan masih berlangsung. Semua akun belum normal.
    - Gangguan mulai pukul 14.20 dan selesai pukul 16.05. Semua akun sudah normal lagi.
    Pesanan kedua sudah kami batalkan, jadi tidak ada tagihan untuk itu.
    + Pesanan kedua telah kami batalkan, jadi tidak akan ada tagihan.
    - Pesanan kedua sudah kami konfirmasi, jadi tagihannya masuk hari ini.
    - Pesanan pertama sudah kami batalkan, jadi tidak ada tagihan untuk itu.
    Toko kami buka hari Minggu pukul 10 sampai 16, parkirnya gratis.
    + Hari Minggu toko kami buka pukul 10 sampai 16, parkir gratis.
    - Toko kami tutup hari Minggu, parkirnya gratis.
    - Toko kami buka hari Minggu pukul 10 sampai 18, parkirnya gratis.
    Akun Kakak sudah tidak terkunci. Masuk dengan kata sandi baru yang kami kirim lewat SMS.
    + Akun Kakak sekarang sudah tidak terkunci. Silakan masuk dengan kata sandi baru yang kami kirim lewat SMS.
    - Akun Kakak masih terkunci. Kata sandi baru yang kami kirim lewat SMS tidak bisa dipakai.
    Sepatunya bisa kami tukar dengan ukuran yang lebih besar, atau dananya kami kembalikan penuh.
    + Sepatunya dapat kami tukar dengan ukuran lebih besar, atau dananya kami kembalikan penuh.
    - Sepatunya tidak bisa kami tukar dengan ukuran yang lebih besar, tetapi dananya kami kembalikan penuh.
    - Sepatunya bisa kami tukar dengan ukuran yang lebih kecil, atau dananya kami kembalikan penuh.
    Teknisi datang besok antara pukul 9 dan 11. Mohon ada orang di rumah.
    + Teknisi akan datang besok antara pukul 9 dan 11. Mohon ada yang di rumah.
    - Teknisi datang hari ini antara pukul 9 dan 11. Mohon ada orang di rumah.
    - Teknisi datang besok antara pukul 13 dan 15. Mohon ada orang di rumah.
    Kami sudah cek ke kurir: paket diserahkan ke tetangga Kakak hari Senin siang.
    + Sudah kami cek ke kurir: paket diserahkan ke tetangga Kakak pada hari Senin siang.
    - Kami sudah cek ke kurir: paket dikembalikan ke gudang hari Senin siang.
    - Kami sudah cek ke kurir: paket diserahkan ke tetangga Kakak hari Jumat siang.
    Langganan Kakak diperpanjang sampai 31 Desember dengan harga yang sama.
    + Langganan Kakak sudah diperpanjang sampai 31 Desember dengan harga yang sama.
    - Langganan Kakak diperpanjang sampai 31 Januari dengan harga yang sama.
    - Langganan Kakak tidak diperpanjang dan berakhir 31 Desember.
    Kode promo hanya berlaku satu kali, jadi tidak bisa dipakai untuk pesanan kedua.
    + Kode promo cuma berlaku satu kali, jadi tidak dapat dipakai untuk pesanan kedua.
    - Kode promo berlaku untuk semua pesanan, jadi bisa dipakai untuk pesanan kedua.
    Dokumen Kakak sudah kami terima dan kami balas dalam dua hari.
    + Dokumen Kakak telah kami terima dan akan kami balas dalam dua hari.
    - Dokumen Kakak belum kami terima, jadi tidak bisa kami balas dalam dua hari.
    - Dokumen Kakak sudah kami terima dan kami balas dalam dua minggu.
    Alamat pengiriman sudah kami ganti ke Jalan Melati 12. Kurir datang ke sana hari Sabtu.
    + Alamat pengirimannya sudah kami ubah ke Jalan Melati 12. Kurir datang ke sana hari Sabtu.
    - Alamat pengiriman tidak bisa kami ganti ke Jalan Melati 12. Kurir datang ke alamat lama hari Sabtu.
    - Alamat pengiriman sudah kami ganti ke Jalan Melati 21. Kurir datang ke sana hari Sabtu.
    Perbaikan ini termasuk garansi, jadi Kakak tidak perlu bayar. Kirim barangnya bersama formulir.
    + Perbaikannya termasuk garansi, jadi Kakak tidak perlu membayar. Kirim barangnya bersama formulirnya.
    - Perbaikan ini tidak termasuk garansi, jadi Kakak bayar Rp90.000. Kirim barangnya bersama formulir.
    Tagihan Kakak kami kirim lewat email sebelum akhir bulan.
    + Tagihannya akan kami kirim lewat email sebelum akhir bulan.
    - Tagihan Kakak kami kirim lewat email setelah akhir bulan.
    - Tagihan Kakak kami kirim lewat SMS sebelum akhir bulan.
    Aplikasinya bermasalah sejak pembaruan. Kami sedang memperbaikinya, versi baru keluar hari ini.
    + Aplikasi bermasalah sejak pembaruan. Kami sedang memperbaikinya dan versi baru keluar hari ini.
    - Aplikasinya bermasalah sejak pembaruan. Sudah kami perbaiki, versi baru keluar kemarin.
    Kartu Kakak ditolak oleh bank. Coba kartu lain atau bayar lewat transfer.
    + Kartu Kakak ditolak bank. Silakan coba kartu lain atau bayar lewat transfer.
    - Kartu Kakak diterima oleh bank. Tidak perlu kartu lain.
    Pesanan bisa Kakak ambil di cabang kami di Bogor mulai pukul 17 hari ini.
    + Pesanannya bisa Kakak ambil di cabang kami di Bogor mulai pukul 17 hari ini.
    - Pesanan bisa Kakak ambil di cabang kami di Bogor mulai pukul 17 besok.
    - Pesanan bisa Kakak ambil di cabang kami di Depok mulai pukul 17 hari ini.
    Sarapan sudah termasuk dalam pemesanan dan disajikan sampai pukul sepuluh.
    + Sarapan termasuk dalam pemesanan dan disajikan hingga pukul sepuluh.
    - Sarapan tidak termasuk dalam pemesanan dan disajikan sampai pukul sepuluh.
    - Sarapan sudah termasuk dalam pemesanan dan disajikan sampai pukul sebelas.
    Harganya naik karena pemasok menaikkannya. Kontrak lama tetap memakai harga lama.
    + Harganya naik sebab pemasok menaikkannya. Kontrak lama tetap memakai harga lama.
    - Harganya turun karena pemasok menurunkannya. Kontrak lama tetap memakai harga lama.
    Silakan isi formulir di https://example.com/retur untuk mengembalikan lampunya.
    + Untuk mengembalikan lampunya, silakan isi formulir di https://example.com/retur.
    - Silakan isi formulir di https://example.com/tukar untuk mengembalikan lampunya.
    """
}
