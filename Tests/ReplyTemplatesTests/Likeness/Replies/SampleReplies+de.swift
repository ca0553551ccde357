extension SampleReplies {
  static let de = """
    Ihr Paket hat heute Morgen unser Lager verlassen und sollte bis Donnerstag bei Ihnen sein.
    + Ihre Sendung hat heute Morgen unser Lager verlassen und sollte bis Donnerstag bei Ihnen ankommen.
    - Ihr Paket hat heute Morgen unser Lager verlassen und sollte bis Dienstag bei Ihnen sein.
    - Ihr Paket hat unser Lager noch nicht verlassen, sollte aber bis Donnerstag bei Ihnen sein.
    Wir haben 42,50 € auf Ihre Karte erstattet. Es kann bis zu drei Werktage dauern, bis Sie den Betrag sehen.
    + Wir haben 42,50 € auf Ihre Kreditkarte zurückerstattet. Es kann bis zu drei Werktage dauern, bis Sie den Betrag sehen.
    - Wir haben 24,50 € auf Ihre Karte erstattet. Es kann bis zu drei Werktage dauern, bis Sie den Betrag sehen.
    - Wir haben 42,50 € auf Ihre Karte erstattet. Es kann bis zu fünf Werktage dauern, bis Sie den Betrag sehen.
    Die blaue Jacke ist wieder lieferbar, ich habe sie bis Freitag für Sie zurückgelegt.
    + Die blaue Jacke ist wieder verfügbar, ich habe Ihnen eine bis Freitag zurückgelegt.
    - Die blaue Jacke ist ausverkauft, ich konnte sie nicht für Sie zurücklegen.
    - Die schwarze Jacke ist wieder lieferbar, ich habe sie bis Freitag für Sie zurückgelegt.
    Ihre Rücksendung wurde genehmigt. Drucken Sie das Etikett aus der E-Mail aus und geben Sie den Karton in einer Postfiliale ab.
    + Die Rücksendung ist genehmigt. Drucken Sie das Etikett aus der E-Mail aus und geben Sie den Karton in einer Postfiliale ab.
    - Ihre Rücksendung wurde abgelehnt. Das Etikett aus der E-Mail gilt nicht mehr.
    - Ihre Rücksendung wurde abgelehnt. Drucken Sie das Etikett aus der E-Mail aus und geben Sie den Karton in einer Postfiliale ab.
    Wir haben Ihre Bestellung unter einer anderen Adresse gefunden und die beiden Konten zusammengelegt.
    + Ihre Bestellung haben wir unter einer anderen Adresse gefunden und beide Konten zusammengeführt.
    - Wir haben Ihre Bestellung unter keiner Adresse gefunden und die Konten nicht zusammengelegt.
    Die Störung begann um 14:20 Uhr und war um 15:05 Uhr behoben. Alle Konten funktionieren wieder.
    + Die Störung begann um 14:20 Uhr und wurde um 15:05 Uhr behoben. Alle Konten laufen wieder.
    - Die Störung begann um 14:20 Uhr und dauert an. Die Konten funktionieren nicht.
    - Die Störung begann um 14:20 Uhr und war um 16:05 Uhr behoben. Alle Konten funktionieren wieder.
    Ich habe die zweite Bestellung storniert, dafür wird nichts abgebucht.
    + Die zweite Bestellung habe ich storniert, es wird nichts dafür abgebucht.
    - Ich habe die zweite Bestellung bestätigt, sie wird heute abgebucht.
    - Ich habe die erste Bestellung storniert, dafür wird nichts abgebucht.
    Unser Laden ist am Sonntag von 10 bis 16 Uhr geöffnet, das Parken ist kostenlos.
    + Am Sonntag ist unser Laden von 10 bis 16 Uhr geöffnet, Parken ist gratis.
    - Unser Laden ist am Sonntag geschlossen, das Parken ist kostenlos.
    - Unser Laden ist am Sonntag von 10 bis 18 Uhr geöffnet, das Parken ist kostenlos.
    Ihr Konto ist entsperrt. Melden Sie sich mit dem neuen Passwort aus der SMS an.
    + Wir haben Ihr Konto entsperrt. Melden Sie sich mit dem neuen Passwort aus der SMS an.
    - Ihr Konto ist gesperrt. Das Passwort aus der SMS gilt nicht.
    Wir können die Schuhe gegen eine größere Größe tauschen oder den vollen Betrag erstatten.
    + Wir können die Schuhe gegen eine größere Größe umtauschen oder Ihnen den vollen Betrag erstatten.
    - Wir können die Schuhe nicht gegen eine größere Größe tauschen, aber den vollen Betrag erstatten.
    - Wir können die Schuhe gegen eine kleinere Größe tauschen oder den vollen Betrag erstatten.
    Der Techniker kommt morgen zwischen 9 und 11 Uhr. Jemand sollte zu Hause sein und öffnen.
    + Der Techniker besucht Sie morgen zwischen 9 und 11 Uhr. Es sollte jemand zu Hause sein und öffnen.
    - Der Techniker kommt heute zwischen 9 und 11 Uhr. Jemand sollte zu Hause sein und öffnen.
    - Der Techniker kommt morgen zwischen 13 und 15 Uhr. Jemand sollte zu Hause sein und öffnen.
    Ich habe beim Paketdienst nachgefragt: Das Paket wurde am Montagmittag bei Ihrem Nachbarn abgegeben.
    + Ich habe beim Paketdienst nachgefragt: Die Sendung wurde am Montagmittag bei Ihrem Nachbarn abgegeben.
    - Ich habe beim Paketdienst nachgefragt: Das Paket wurde am Montagmittag an unser Lager zurückgeschickt.
    - Ich habe beim Paketdienst nachgefragt: Das Paket wurde am Freitagmittag bei Ihrem Nachbarn abgegeben.
    Ihr Abo ist bis zum 31. Dezember verlängert, der Preis bleibt gleich.
    + Ihr Abo wurde bis zum 31. Dezember verlängert, der Preis bleibt derselbe.
    - Ihr Abo ist bis zum 31. Januar verlängert, der Preis bleibt gleich.
    - Ihr Abo ist nicht verlängert und endet am 31. Dezember.
    Der Gutscheincode gilt einmal pro Kunde und kann daher nicht für eine zweite Bestellung genutzt werden.
    + Der Gutscheincode gilt nur einmal pro Kunde und kann deshalb nicht für eine zweite Bestellung verwendet werden.
    - Der Gutscheincode gilt für jede Bestellung und kann daher auch für eine zweite Bestellung genutzt werden.
    Ihre Unterlagen sind angekommen, wir antworten innerhalb von zwei Tagen.
    + Ihre Unterlagen sind eingetroffen, wir antworten Ihnen innerhalb von zwei Tagen.
    - Ihre Unterlagen sind nicht angekommen, wir können nicht innerhalb von zwei Tagen antworten.
    - Ihre Unterlagen sind angekommen, wir antworten innerhalb von zwei Wochen.
    Die Abbuchung erscheint doppelt, weil der erste Versuch nur vorgemerkt war. Ihre Bank gibt ihn bis Mittwoch frei.
    + Die Abbuchung wird doppelt angezeigt, weil der erste Versuch nur vorgemerkt war. Ihre Bank gibt ihn bis Mittwoch frei.
    - Die Abbuchung erscheint doppelt, weil Sie zweimal bestellt haben. Ihre Bank gibt sie nicht frei.
    Ich habe die Lieferadresse auf Mühlweg 12 geändert. Der Bote kommt am Samstag dorthin.
    + Die Lieferadresse habe ich auf Mühlweg 12 geändert. Der Bote bringt es am Samstag dorthin.
    - Ich konnte die Lieferadresse nicht auf Mühlweg 12 ändern. Der Bote kommt am Samstag zur alten Adresse.
    - Ich habe die Lieferadresse auf Mühlweg 21 geändert. Der Bote kommt am Samstag dorthin.
    Die Reparatur fällt unter die Garantie, Sie zahlen nichts. Schicken Sie das Gerät mit dem Formular ein.
    + Diese Reparatur fällt unter die Garantie, Sie zahlen also nichts. Senden Sie das Gerät mit dem Formular ein.
    - Die Reparatur fällt nicht unter die Garantie, Sie zahlen 60 €. Schicken Sie das Gerät mit dem Formular ein.
    Sie erhalten die Rechnung vor dem Monatsende per E-Mail.
    + Sie bekommen die Rechnung vor dem Monatsende per E-Mail.
    - Sie erhalten die Rechnung nach dem Monatsende per E-Mail.
    - Sie erhalten die Rechnung vor dem Monatsende per Post.
    Die App stürzt seit dem Update ab. Wir arbeiten daran, die neue Version kommt heute.
    + Seit dem Update stürzt die App ab. Wir arbeiten daran, eine neue Version kommt heute.
    - Die App stürzte seit dem Update ab. Wir haben es behoben, die neue Version kam gestern.
    Ihre Bank hat die Karte abgelehnt. Versuchen Sie es mit einer anderen Karte oder zahlen Sie per Überweisung.
    + Die Karte wurde von Ihrer Bank abgelehnt. Versuchen Sie es mit einer anderen Karte oder zahlen Sie per Überweisung.
    - Ihre Bank hat die Karte akzeptiert. Sie brauchen keine andere Karte.
    Sie können die Bestellung heute ab 17 Uhr in unserer Filiale in Mainz abholen.
    + Die Bestellung können Sie heute ab 17 Uhr in unserer Filiale in Mainz abholen.
    - Sie können die Bestellung morgen ab 17 Uhr in unserer Filiale in Mainz abholen.
    - Sie können die Bestellung heute ab 17 Uhr in unserer Filiale in Bonn abholen.
    Das Frühstück ist im Preis enthalten und wird bis zehn Uhr serviert.
    + Frühstück ist im Preis inbegriffen und wird bis zehn Uhr serviert.
    - Das Frühstück ist im Preis nicht enthalten und wird bis zehn Uhr serviert.
    - Das Frühstück ist im Preis enthalten und wird bis elf Uhr serviert.
    Der Preis ist gestiegen, weil der Lieferant ihn erhöht hat. Für laufende Verträge bleibt alles beim Alten.
    + Der Preis ist gestiegen, da der Lieferant ihn erhöht hat. Für bestehende Verträge bleibt alles beim Alten.
    - Der Preis ist gesunken, weil der Lieferant ihn gesenkt hat. Für laufende Verträge bleibt alles beim Alten.
    Bitte nutzen Sie das Formular unter https://example.com/retoure für die Lampe.
    + Nutzen Sie für die Lampe bitte das Formular unter https://example.com/retoure.
    - Bitte nutzen Sie das Formular unter https://example.com/umtausch für die Lampe.
    """
}
