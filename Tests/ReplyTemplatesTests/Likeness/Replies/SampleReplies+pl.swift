extension SampleReplies {
  static let pl = """
    Paczka wyszła dziś rano z naszego magazynu i powinna dotrzeć do czwartku.
    + Przesyłka wyszła dziś rano z naszego magazynu i powinna dotrzeć do czwartku.
    - Paczka wyszła dziś rano z naszego magazynu i powinna dotrzeć do wtorku.
    - Paczka jeszcze nie wyszła z naszego magazynu, ale powinna dotrzeć do czwartku.
    Zwróciliśmy 142,50 zł na Pani kartę. Pieniądze pojawią się w ciągu trzech dni roboczych.
    + Na Pani kartę zwróciliśmy 142,50 zł. Środki pojawią się w ciągu trzech dni roboczych.
    - Zwróciliśmy 124,50 zł na Pani kartę. Pieniądze pojawią się w ciągu trzech dni roboczych.
    - Zwróciliśmy 142,50 zł na Pani kartę. Pieniądze pojawią się w ciągu pięciu dni roboczych.
    Niebieska kurtka jest znowu dostępna, odłożyłam jedną do piątku.
    + Niebieska kurtka jest ponownie dostępna, odłożyłam jedną do piątku.
    - Niebieska kurtka jest wyprzedana, nie mogłam jej odłożyć.
    - Czarna kurtka jest znowu dostępna, odłożyłam jedną do piątku.
    Zwrot został zaakceptowany. Proszę wydrukować etykietę z e-maila i oddać karton na poczcie.
    + Zwrot zaakceptowaliśmy. Proszę wydrukować etykietę z e-maila i oddać karton na poczcie.
    - Zwrot został odrzucony. Proszę wydrukować etykietę z e-maila i oddać karton na poczcie.
    Awaria zaczęła się o 14:20 i została usunięta o 15:05. Wszystkie konta znowu działają.
    + Awaria rozpoczęła się o 14:20 i została usunięta o 15:05. Wszystkie konta ponownie działają.
    - Awaria zaczęła się o 14:20 i nadal trwa. Konta nie działają.
    - Awaria zaczęła się o 14:20 i została usunięta o 16:05. Wszystkie konta znowu działają.
    Anulowałam drugie zamówienie, więc nic nie zostanie pobrane.
    + Drugie zamówienie anulowałam, nic więc nie zostanie pobrane.
    - Potwierdziłam drugie zamówienie, więc kwota zostanie pobrana dziś.
    Nasz sklep jest otwarty w niedzielę od 10 do 16, a parking jest bezpłatny.
    + W niedzielę nasz sklep jest otwarty od 10 do 16, a parking jest darmowy.
    - Nasz sklep jest zamknięty w niedzielę, a parking jest bezpłatny.
    - Nasz sklep jest otwarty w niedzielę od 10 do 18, a parking jest bezpłatny.
    Możemy wymienić buty na większy rozmiar albo zwrócić pieniądze.
    + Możemy wymienić buty na większy rozmiar lub zwrócić pieniądze.
    - Nie możemy wymienić butów na większy rozmiar, ale możemy zwrócić pieniądze.
    - Możemy wymienić buty na mniejszy rozmiar albo zwrócić pieniądze.
    Technik przyjedzie jutro między 9 a 11. Ktoś powinien być w domu.
    + Technik przyjdzie jutro między 9 a 11. Ktoś powinien być w domu.
    - Technik przyjedzie dziś między 9 a 11. Ktoś powinien być w domu.
    Otrzymaliśmy dokumenty i odpowiemy w ciągu dwóch dni.
    + Dokumenty otrzymaliśmy, odpowiemy w ciągu dwóch dni.
    - Nie otrzymaliśmy dokumentów i nie odpowiemy w ciągu dwóch dni.
    - Otrzymaliśmy dokumenty i odpowiemy w ciągu dwóch tygodni.
    Śniadanie jest wliczone w cenę i podawane do dziesiątej.
    + Śniadanie jest w cenie i podajemy je do dziesiątej.
    - Śniadanie nie jest wliczone w cenę i podawane jest do dziesiątej.
    - Śniadanie jest wliczone w cenę i podawane do jedenastej.
    Bank odrzucił kartę. Proszę spróbować innej karty albo zapłacić przelewem.
    + Karta została odrzucona przez bank. Proszę spróbować innej karty albo zapłacić przelewem.
    - Bank zaakceptował kartę. Inna karta nie jest potrzebna.
    """
}
