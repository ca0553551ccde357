import DeskModel

/// Polish given names of men with their vocatives, worked out by hand.
enum PolishMensNames {
  static let classes: [NameClass] = [
    // p, b, f, w, m, n, s, z.
    NameClass(
      .male, "", "ie",
      """
      Adam Abraham Adrian Adolf Alan Aleks Alfons Amadeusz/Amadeuszu Ambroży/Ambroży Anatol/Anatolu Anzelm
      Apolinary/Apolinary Arsen Aron August/Auguście Augustyn Aurelian Abel/Abelu Absalom Achilles Aladyn
      Albin Alwin Amos Apoloniusz/Apoloniuszu Ariel/Arielu Armin Atanazy/Atanazy Bazyli/Bazyli
      Benedykt/Benedykcie Beniamin Bernard/Bernardzie Bogdan Bogusław Bolesław Borys Borysław Bohdan
      Bożydar/Bożydarze Bronisław Brunon Bonifacy/Bonifacy Boguchwał/Boguchwale Błażej/Błażeju Celestyn
      Chwalisław Cyprian Czcibor/Czciborze Czesław Damian Darian/Darianie Denis Dobiesław Dobrosław
      Dymitr/Dymitrze Dionizos Eliasz/Eliaszu Edwin Efraim Efrem Emilian Erazm Ezaw Ezop Fabian Faustyn
      Felicjan Feliks Ferdynand/Ferdynandzie Filip Filemon Flawian Florian Franciszek/Franciszku Gedeon
      Gościsław Gracjan Gromosław Gustaw Günter/Günterze Hadrian Herman Hieronim Hipolit/Hipolicie Hugon
      Iwan Izaak/Izaaku Izajasz/Izajaszu Izydor/Izydorze Jakub Jakob Jan Jarosław Jason
      Jeremiasz/Jeremiaszu Joachim Jonasz/Jonaszu Jonatan Józef Julian Justyn Kain Kajetan
      Kalikst/Kalikście Kasjan Klemens Kleofas Klaus Kondrat/Kondracie Konstantyn Kosmas Kryspin Krystian
      Krzesisław Krzysztof Kwiryn Laurenty/Laurenty Lambert/Lambercie Lechosław Leon Leonidas Lesław Longin
      Lubosław Lucjan Ludosław Lukas Łazarz/Łazarzu Łukasz/Łukaszu Maksym Maksymilian Maks Marcin Marcjan
      Marian Martin Maurycy/Maurycy Melchior/Melchiorze Mieczysław Milan Miłosław Mirosław Mojmir/Mojmirze
      Mścisław Napoleon Narcyz Nataniel/Natanielu Nazar/Nazarze Nereusz/Nereuszu Nikodem Nikolas Norman
      Olaf Omar/Omarze Onufry/Onufry Oktawian Oswald/Oswaldzie Ozeasz/Ozeaszu Pafnucy/Pafnucy
      Pankracy/Pankracy Pantaleon Patrycjusz/Patrycjuszu Placyd/Placydzie Platon Polikarp Prokop
      Protazy/Protazy Przemysław Radosław Ramzes Roman Rosław Ruben Rufin Rufus Ryszard/Ryszardzie Salomon
      Sambor/Samborze Samson Saturnin Sebastian Serafin Seweryn Sędzisław Sławosz/Sławoszu Sobiesław
      Stanisław Stefan Szczepan Szczęsny/Szczęsny Symeon Szymon Świętosław Tadeusz/Tadeuszu
      Telesfor/Telesforze Teofan Tomas Tristan Tycjan Tymon Tytus Ulisses Urban Wacław Walerian Wacek/Wacku
      Wiesław Wieńczysław Wiktoryn Wilhelm Władysław Wojsław Wolfram Zachariasz/Zachariaszu Zbigniew
      Zbysław Zdzisław Zefiryn Zenon Zygfryd/Zygfrydzie Dylan Kevin Kewin Brajan Brian Nathan Natan Ethan
      Ryan Justin Robin Jens Hans Hermann Johann Ross Jeff Philip Ian Sean Simon Colin Alvin Marvin Logan
      Jordan Ivan Gustav Boleslav Jusuf Wsiewołod/Wsiewołodzie Ołeksandr/Ołeksandrze Jewhen Artem Denys
      Rusłan Anton Stepan Wadym Wiaczesław Rostysław Mychajło/Mychajło Serhij/Serhiju Andrij/Andriju
      Wasyl/Wasylu Ihor/Ihorze
      """),
    NameClass(
      .male, "", "ie",
      """
      Abdon Agaton Ares Arnulf Balbin Baldwin Barnim Bernardyn Bohun Bożan Brzetysław Budzisław Celsus
      Cichosław Dacjan Fidelis Filon Florentyn Gandalf Gedymin Grodzisław Gwidon Hasan Herakles Hilarion
      Janisław Jaśmin Jazon Joab Job Jukundus Karp Kilian Kwintus Kwintyn Linus Lutogniew Łucjan Magnus
      Maron Mestwin Miron Mirogniew Morys Nepomucen Onezym Palemon Parys Paschalis Paulin Perykles Pius
      Poncjan Przedsław Racław Remus Romulus Spartakus Stojgniew Sylwan Sylwin Trofim Ursyn Wisław Zoltan
      Zoran Zozym Zyndram Żelisław Liam Elias Dorian Taras Ostap
      """),
    // t, d.
    NameClass(
      .male, "t", "cie",
      """
      Albert Robert Hubert Norbert Zygmunt Wit Lambert Herbert Egbert Benedykt Hipolit Walter/Walterze
      Kondrat Donat Ziemowit Siemowit Renat Kurt Bert Gilbert Fortunat Wincent Vincent Bonawent Klement
      Kanut Knut Roland/Rolandzie Elliot Murat Wilibert Filibert Rajmunt Honorat Adalbert Engelbert
      Dagobert Rupert Dobrowit Ahmet Mehmet Umit
      """),
    NameClass(
      .male, "d", "dzie",
      """
      Dawid Edward Ryszard Konrad Leonard Alfred Witold Arnold Leopold Olgierd Gerard Bernard Zygfryd
      Edmund Rajmund Gotfryd Manfred Medard Godfryd Ferdynand Roland Romuald Oswald Teobald Harald Reginald
      Donald Ronald Ewald Wilfred Gerald Hildebrand Ekhard Eberhard Erhard Sigmund Jared Ahmed Muhammad
      Rashid Fred Richard David Edgard Orland
      """),
    NameClass(
      .male, "st", "ście",
      """
      August Ernest Modest Orest Faust Kalikst Celest Dobrogost Radogost Miłogost Lubogost Wielogost
      Domagost
      """),
    // r, ł.
    NameClass(
      .male, "r", "rze",
      """
      Piotr Artur Oskar Igor Wiktor Teodor Izydor Hektor Nestor Amor Kastor Sambor Zdzimir Kazimir
      Włodzimir Jaromir Sławomir Ratmir Radomir Lubomir Bohumir Mojmir Chwalimir Gniewomir Dobromir Witomir
      Żelimir Ludomir Krzesimir Niemir Wyszomir Godzimir Baltazar Kaspar Cezar Gaspar Eleazar Lazar Edgar
      Ottokar Bożydar Waldemar Otmar Hilar Lotar Elmer Oliwer Oliwier Oliver Olivier Walter Roger Peter
      Dieter Werner Ksawer Xavier Aleksandr Dymitr Melchior Czcibor Racibor Ścibor Cyr Ferrer Homer Tymur
      Timur Omar Anzor Fiodor Egor Jegor Tudor Amir Salvador Mortimer Rajner Reiner Günther
      Alexander/Alexandrze Menander/Menandrze Sander Ścibór/Ściborze Sędziwój/Sędziwoju
      Chwalibóg/Chwalibogu Christopher
      """),
    NameClass(.male, "er", "rze", "Aleksander Kacper Kasper Sylwester Leander"),
    NameClass(
      .male, "ł", "le",
      """
      Michał Rafał Bogumił Radomił Boguchwał Dobromił Kirił Cyrył Emanuił Danił Samuił Gawrił Przybył
      Lubomił Witomił Daniił Chociemił
      """),
    NameClass(.male, "eł", "le", "Paweł Gaweł"),
    // Soft and hardened consonants, velars.
    NameClass(
      .male, "", "u",
      """
      Amadeusz Anastazjusz Andrzej Aleksy/Aleksy Alojzjusz Apolinariusz Arkadiusz Aureliusz Bartłomiej
      Bartosz Bazyliusz Błażej Bogusz Cyriak Dariusz Dobiesz Dominik Dionizjusz Eliasz Emil Eryk Erik
      Ezechiel Eugeniusz Euzebiusz Fulgencjusz Fryderyk Gabriel Gniewosz Grzegorz Hanusz Henryk Horacjusz
      Ireneusz Ismael Izrael Jacenty/Jacenty Janusz Jarosz Jeremiasz Jędrzej Jonasz Juliusz Joel Kamil
      Karol Kazimierz Klaudiusz Korneliusz Krescencjusz Lech Leszek/Leszku Ludwik Longinus/Longinusie
      Łukasz Łazarz Maciej Marcel Marek/Marku Mariusz Mateusz Mateuszek/Mateuszku Mateo/Mateo Mikołaj
      Miłosz Mojżesz Nataniel Natanael Noel Ozjasz Pankracjusz Patryk Patrik Pirmin/Pirminie Rafael
      Remigiusz Roch Roderyk Rudolf/Rudolfie Samuel Sergiusz Serwacjusz Sławosz Symeon/Symeonie Światopełk
      Świętopełk Tadeusz Teofil Tobiasz Tomasz Tymoteusz Tyberiusz Uriel Wacław/Wacławie
      Wawrzyniec/Wawrzyńcze Wergiliusz Wielisław/Wielisławie Witalis/Witalisie Włodzimierz Wojciech
      Zachariasz Zawisza/Zawiszo Zdziwoj Wasyl Cyryl Anatol Achacjusz Daniel Michael Abel Axel Paul Karl
      Saul Raul Emmanuel Manuel Gamaliel Jack Nick Patrick Mark Frank Eric Dominic Marc Isaac Alojz/Alojzie
      Radzim/Radzimie Janek/Janku Mieszek/Mieszku Dobromierz Jaromierz Sędziwoj Racigniew/Racigniewie Oleg
      Georg Ludwig Bartek/Bartku Czech Rusek/Rusku Stach Zbych Zdzich Rych Krzych Lechosz Tymosz Drogosz
      Wszebor/Wszeborze Dalbor/Dalborze Spytek/Spytku Pasek/Pasku Kordian/Kordianie Zbyszko/Zbyszku
      Miłoszek/Miłoszku Jarogniew/Jarogniewie Aleksiej Siergiej Andriej Nikołaj Jurij Roy Ray Moritz Fritz
      """),
    NameClass(
      .male, "ek", "ku",
      """
      Marek Jacek Franek Tadek Wojtek Staszek Tomek Zbyszek Felek Bolek Olek Witek Mietek Antek Bartek
      Leszek Franciszek Władek Sławek Mirek Jarek Darek Arek Romek Radek Przemek Wacek Gutek Edek Lutek
      Józek Kazek Karolek Kamilek Adaś/Adasiu Adamek Janek Piotrek Pawełek Michałek Maciek/Maćku
      Jasiek/Jaśku Krzysiek/Krzyśku Zdzisiek/Zdziśku Rysiek/Ryśku Misiek/Miśku Heniek/Heńku Maniek/Mańku
      Genek Gienek Heniuś/Heniusiu Józiek/Jóźku Kaziek/Kaźku Stasiek/Staśku Grzesiek/Grześku Wiesiek/Wieśku
      Czesiek/Cześku Dominiczek Mareczek Jureczek Jurek Ignacek Bronek Fredek Filipek Dawidek Danielek
      Emilek Łukaszek Mateuszek Mikołajek Tymek Tymonek Oskarek Szymek Szymonek Zenek Zygmuntek
      Zygmuś/Zygmusiu Ludwiczek Norbertek Robertek Rafałek Bogdanek Damianek Konradek Bogumiłek Benek Lolek
      Alek Maksymek Igorek Iwek
      """),
    NameClass(
      .male, "", "",
      """
      Staś/Stasiu Jaś/Jasiu Krzyś/Krzysiu Grześ/Grzesiu Piotruś/Piotrusiu Maciuś/Maciusiu Kostuś/Kostusiu
      Zdziś/Zdzisiu Ryś/Rysiu Marcyś/Marcysiu Tadzik/Tadziku Kubuś/Kubusiu Wojtuś/Wojtusiu Antoś/Antosiu
      Tomuś/Tomusiu Przemysł/Przemyśle Lew/Lwie Bohuń/Bohuniu Max/Maksie Felix/Feliksie Alex/Aleksie
      """),
    // Adjectives, and other names that stay.
    NameClass(
      .male, "", "",
      """
      Jerzy Antoni Konstanty Ignacy Cezary Alojzy Ksawery Walery Walenty Wincenty Hilary Onufry Bonifacy
      Gerwazy Protazy Idzi Marceli Korneli Bazyli Pankracy Maurycy Serwacy Sykstus/Sykstusie Makary Ambroży
      Anastazy Atanazy Apolinary Euzebi Innocenty Laurenty Metody Pafnucy Wendelin/Wendelinie Wergili
      Gaudenty Jacenty Dionizy Eligiusz/Eligiuszu Emeryk/Emeryku Ewarysty Harry Henry Barry Tony Billy Eddy
      Noe Jozue Rene André José Luigi Giovanni Henri Bruno Hugo Iwo Otto Leo Gwido Mario Antonio Diego
      Pedro Leonardo Marco Dino Sergio Julio Fabio Romeo Enzo Eli Levi Ali Remi Jasiu Zdzichu Krzychu Rychu
      Zbychu Stachu Lechu Grzechu Wiesiu Rysiu Mieciu Amadeo Tymko/Tymku Alfonso Fernando
      """),
    NameClass(
      .male, "o", "u",
      """
      Mieszko Jaśko Staśko Zbyszko Leszko Bolko Ziemko Gniewko Janko Franko Bronko Jurko Wojtko Przemko
      Jasio Stasio Zdzisio Krzysio Misio Rysio Tosio Kazio Józio Tadzio Władzio Henio Benio Gienio Wacio
      Felcio Karolcio Zenio Edzio Stefcio Ignasio Wiesio Czesio Zbysio Grzesio
      """),
    NameClass(
      .male, "a", "o",
      """
      Kuba Barnaba Kosma Bonawentura Jarema Dyzma Zawisza Juda Batista Nikola Mustafa Luka Sasza Misza
      Grisza Alosza Jasza Mykola Mikoła Saba Nehemia Jeremia Tobia Kostka Sawa Nikita Kuzma Foma Ilia
      Joszua Jona
      """),
    NameClass(.male, "a", "u", "Wania Kola Wasia"),
  ]
}
