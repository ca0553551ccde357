extension SampleReplies {
  static let ms = """
    Bungkusan anda telah keluar dari gudang kami pagi ini dan akan tiba sebelum Khamis.
    + Parsel anda telah keluar dari gudang kami pagi ini dan akan sampai sebelum Khamis.
    - Bungkusan anda telah keluar dari gudang kami pagi ini dan akan tiba sebelum Selasa.
    - Bungkusan anda belum keluar dari gudang kami dan akan tiba sebelum Khamis.
    Kami telah memulangkan RM42.50 ke kad anda. Ia mengambil masa tiga hari bekerja.
    + Kami sudah memulangkan RM42.50 ke kad anda. Proses ini mengambil masa tiga hari bekerja.
    - Kami telah memulangkan RM24.50 ke kad anda. Ia mengambil masa tiga hari bekerja.
    - Kami telah memulangkan RM42.50 ke kad anda. Ia mengambil masa lima hari bekerja.
    Kedai kami dibuka pada hari Ahad dari pukul 10 hingga 4 dan tempat letak kereta percuma.
    + Pada hari Ahad kedai kami dibuka dari pukul 10 hingga 4 dan tempat letak kereta percuma.
    - Kedai kami ditutup pada hari Ahad dan tempat letak kereta percuma.
    Permohonan pemulangan anda diluluskan. Cetak label dalam e-mel dan serahkan kotak di pejabat pos.
    + Permohonan pemulangan anda telah diluluskan. Sila cetak label dalam e-mel dan serahkan kotak di pejabat pos.
    - Permohonan pemulangan anda ditolak. Cetak label dalam e-mel dan serahkan kotak di pejabat pos.
    Juruteknik akan datang esok antara pukul 9 dan 11. Seseorang perlu ada di rumah.
    + Juruteknik kami akan datang esok antara pukul 9 dan 11. Seseorang perlu ada di rumah.
    - Juruteknik akan datang hari ini antara pukul 9 dan 11. Seseorang perlu ada di rumah.
    """
}
