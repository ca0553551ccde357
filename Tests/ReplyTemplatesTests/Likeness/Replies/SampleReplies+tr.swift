extension SampleReplies {
  static let tr = """
    Paketiniz bu sabah depomuzdan çıktı ve perşembeye kadar size ulaşmalı.
    + Gönderiniz bu sabah depomuzdan çıktı ve perşembeye kadar size ulaşmalı.
    - Paketiniz bu sabah depomuzdan çıktı ve salıya kadar size ulaşmalı.
    - Paketiniz bu sabah depomuzdan çıkmadı ama perşembeye kadar size ulaşmalı.
    Kartınıza 142,50 TL iade ettik. Hesabınızda görünmesi üç iş günü sürebilir.
    + 142,50 TL kartınıza iade edildi. Hesabınızda görünmesi üç iş günü sürebilir.
    - Kartınıza 124,50 TL iade ettik. Hesabınızda görünmesi üç iş günü sürebilir.
    - Kartınıza 142,50 TL iade ettik. Hesabınızda görünmesi beş iş günü sürebilir.
    Mavi ceket yeniden stokta, sizin için cuma gününe kadar bir tane ayırdım.
    + Mavi ceket tekrar stokta, sizin için cuma gününe kadar bir tane ayırdım.
    - Mavi ceket tükendi, sizin için ayıramadım.
    - Siyah ceket yeniden stokta, sizin için cuma gününe kadar bir tane ayırdım.
    İade talebiniz onaylandı. E-postadaki etiketi yazdırıp kutuyu postaneye bırakın.
    + İade talebinizi onayladık. E-postadaki etiketi yazdırıp kutuyu postaneye bırakın.
    - İade talebiniz reddedildi. E-postadaki etiketi yazdırıp kutuyu postaneye bırakın.
    Arıza saat 14:20’de başladı ve 15:05’te giderildi. Tüm hesaplar yeniden çalışıyor.
    + Arıza saat 14:20’de başladı ve 15:05’te çözüldü. Bütün hesaplar tekrar çalışıyor.
    - Arıza saat 14:20’de başladı ve hâlâ sürüyor. Hesaplar çalışmıyor.
    - Arıza saat 14:20’de başladı ve 16:05’te giderildi. Tüm hesaplar yeniden çalışıyor.
    İkinci siparişi iptal ettim, bu yüzden sizden ücret alınmayacak.
    + İkinci siparişi iptal ettim, bu nedenle sizden ücret alınmayacak.
    - İkinci siparişi onayladım, bu yüzden sizden bugün ücret alınacak.
    Mağazamız pazar günü 10 ile 16 arasında açık ve otopark ücretsiz.
    + Pazar günü mağazamız 10 ile 16 arasında açıktır, otopark ücretsizdir.
    - Mağazamız pazar günü kapalı ama otopark ücretsiz.
    - Mağazamız pazar günü 10 ile 18 arasında açık ve otopark ücretsiz.
    Ayakkabıyı daha büyük bir numarayla değiştirebilir ya da paranızı iade edebiliriz.
    + Ayakkabıları daha büyük bir numarayla değiştirebilir veya paranızı iade edebiliriz.
    - Ayakkabıyı daha büyük bir numarayla değiştiremeyiz ama paranızı iade edebiliriz.
    - Ayakkabıyı daha küçük bir numarayla değiştirebilir ya da paranızı iade edebiliriz.
    Teknisyen yarın 9 ile 11 arasında gelecek. Evde birinin olması gerekiyor.
    + Teknisyenimiz yarın 9 ile 11 arasında gelecek. Evde birinin olması gerekiyor.
    - Teknisyen bugün 9 ile 11 arasında gelecek. Evde birinin olması gerekiyor.
    Belgelerinizi aldık ve iki gün içinde yanıt vereceğiz.
    + Belgeleriniz elimize ulaştı, iki gün içinde yanıt vereceğiz.
    - Belgelerinizi almadık, bu yüzden iki gün içinde yanıt veremeyeceğiz.
    - Belgelerinizi aldık ve iki hafta içinde yanıt vereceğiz.
    Kahvaltı rezervasyona dahildir ve saat ona kadar verilir.
    + Kahvaltı rezervasyonunuza dahildir ve saat ona kadar verilir.
    - Kahvaltı rezervasyona dahil değildir ve saat ona kadar verilir.
    Bankanız kartı reddetti. Başka bir kart deneyin ya da havale ile ödeyin.
    + Kart bankanız tarafından reddedildi. Başka bir kart deneyin veya havale ile ödeyin.
    - Bankanız kartı kabul etti. Başka bir karta gerek yok.
    """
}
