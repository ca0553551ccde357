import DeskModel

/// Polish given names of women with their vocatives, worked out by hand.
enum PolishWomensNames {
  static let classes: [NameClass] = [
    // Hard consonants, velars, hushing ones.
    NameClass(
      .female, "a", "o",
      """
      Ada Adela Adelajda Adelina Adriana Agata Agnieszka Aldona Aleksandra Alfreda Alina Albina Amanda
      Amata Ambrozja Anastazja Andrea Andżelika Aneta Angela Angelika Angelina Aniela Anita Anna Annabela
      Antonina Apolinara Arabela Ariadna Arleta Astryda Augusta Augustyna Aurelia Aurora Balbina Barbara
      Beata Belinda Benedykta Benigna Berenika Bernadeta Berta Bianka Blanka Bogdana Bogna Bogumiła
      Bogusława Bolesława Bożena Bożenna Bożysława Bronisława Brygida Celestyna Celina Cezara Cezaryna
      Czesława Dagna Dalida Daniela Danuta Daria Daryna Debora Delfina Diana Dobrawa Dobrochna Dobromiła
      Dobrosława Dominika Domicela Donata Dorota Dżesika Dżamila Edyta Edwina Ela/Elu Eleonora Eliza Elwira
      Elwina Elżbieta Emanuela Emilia Emma Ernestyna Erna Eryka Estera Etna Eulalia Eunika Ewa Ewelina
      Ewita Fabiola Faustyna Felicyta Florentyna Flora Fryda Fryderyka Gabriela Gaja/Gaju Galina Genowefa
      Gerda Gertruda Gizela Gloria Gracjana Grażyna Greta Grzymisława Halina Halszka Hanka Hanna Helena
      Henryka Heronima Honorata Hortensja Hilda Iga Ida Idalia Ilona Imelda Inga Inka Irena Irma Irmina Iwa
      Iwona Iza Izabela Izabella Izaura Izolda Izydora Jadwiga Jagna Jagoda Jakubina Janina Janka Jarosława
      Jaśmina Joanna Jolanta Jolenta Jowita Józefa Józefina Judyta Julita Julianna Juliana Justyna Kalina
      Kamila Karina Karolina Karola Kassandra Katarzyna Kazimiera Kinga Kira Klara Klarysa Klaudyna
      Klementyna Klotylda Konstancja Konstantyna Kora Koryna Kordula Kordelia Kornela Kosma Krystyna
      Krystiana Krysta Krzysztofa Ksantypa Kunegunda Larysa Laura Lara Lea Lechosława Lena Leokadia Leona
      Leonarda Leonilda Leontyna Lidka Ligia Liliana Lina Linda Liwia Longina Lora Loretta Luba Lubomira
      Lucyna Ludmiła Ludomira Ludwika Ludwina Luiza Luna Lukrecja Łucja Łucjana Magda Magdalena Majka
      Maksyma Malina Malwina Małgorzata Manuela Marcela Marcelina Marcjanna Margareta Mariana Marianna
      Marika Marina Mariola Marlena Marietta Marta Martyna Marzanna Marzena Maryla Maryna Matylda Melisa
      Michalina Michaela Mieczysława Mieszka Milena Milana Mila Miła Miłosława Mina Mira Mirabela Mirela
      Miranda Mirosława Modesta Mona Monika Morena Nadzieja Natasza Nadieżda Nikola Nikoleta Nina Nora
      Norberta Nastka Noemia Nepomucena Oda Odeta Ofelia Oksana Oktawia Olga Oliwka Ola/Olu Olimpia Otylia
      Paloma Pamela Patrycja Paula Paulina Pelagia Penelopa Perpetua Petra Petronela Placyda Prakseda
      Pryska Przybysława Rachela Radomiła Radosława Rafaela Raisa Ramona Rebeka Regina Renata Rita Roberta
      Roksana Roma Romana Romualda Rozalinda Rozamunda Róża Różanna Ruta Ryszarda Sabina Sabrina Salomea
      Samanta Samira Sandra Sara Sawa Sława Sławomira Selena Selma Serafina Seweryna Sędzisława Sonata
      Stanisława Stefana Stela Stella Sulisława Suzana Swietłana Sybilla Sylwana Szarlota Szymona Świetlana
      Świętosława Tamara Tatiana Tekla Telimena Teodora Teofila Teresa Tina Tola/Tolu Tosia/Tosiu Truda
      Urszula Ulryka Urbana Wacława Waleriana Walentyna Waleska Wanda Wanesa Wera Weronika Wiera
      Wierzchosława Wiesława Wilhelmina Wiktoryna Wincenta Wioletta Wioleta Wisława Witalina Witolda
      Władysława Włodzimiera Wojciecha Zdzisława Zefiryna Zenona Zena Zenobia Zita Zbigniewa Zoja/Zoju
      Zula/Zulu Zuzanna Zyta Żaklina Żaneta Żanna Żywia Żywilla
      """),
    // Official names in -ia, and in -ja after a consonant.
    NameClass(
      .female, "a", "o",
      """
      Adria Akwilia Alicja Amelia Antonia Apolonia Arkadia Cecylia Celia Delia Dionizja Domicja Dorotea
      Dalia Eufemia Eufrazja Eugenia Euzebia Felicja Flawia Gaudencja Gracja Hiacynta Hilaria Horacja
      Honoria Ifigenia Ilaria Inocencja Julia Klaudia Kornelia Korynna Krescencja Laurencja Letycja Lidia
      Lilia Maria Maryja Melania Mia Natalia Nadia Oliwia Pia Prudencja Pulcheria Rozalia Ria Stefania
      Scholastyka Sofia Sydonia Sylwia Teofania Tulia Terencja Urania Walencja Waleria Wenancja Wiktoria
      Wirginia Wincencja Witalia Zofia Zuzia/Zuziu Kaliksta Kalipso/Kalipso Lawinia Ludwisia/Ludwisiu
      Aglaja Azja Gaia Thea Livia Valeria Victoria Olivia Cecilia Virginia Sylvia Claudia Veronica Monica
      Jessica Alexandra Bianca Francesca Vanessa Alicia Patricia Lia Amalia Malwa Rozalina Dominica
      Karolcia/Karolciu Jana Eva Anika Nikoletta Kaya/Kayu Maya/Mayu Hannah/Hannah Sarah/Sarah
      """),
    // Pet names in a soft consonant.
    NameClass(
      .female, "ia", "iu",
      """
      Ania Hania Frania Gienia Genia Stenia Tonia Mania Wania Sonia Tania Henia Bronia Marynia Helunia
      Anunia Babunia Basiunia Dunia Asia Basia Kasia Zosia Gosia Tosia Stasia Jasia Joasia Marysia Krysia
      Misia Rysia Zdzisia Wisia Busia Wiesia Mirosia Małgosia Hanusia Jagusia Agusia Danusia Anusia Olusia
      Gabrysia Patrysia Martusia Magdusia Madzia Jadzia Lidzia Wandzia Zuzia Józia Rózia Kazia Luzia
      Władzia Edzia Tadzia Elżusia Ewusia Elusia Lusia Julcia Olcia Alcia Elcia Ewcia Mircia Stefcia Helcia
      Kamilcia Karolcia Amelcia Julisia Natalcia Wikcia Sylwcia Halusia Terenia Nunia Ninusia Monisia
      Bożenusia Tereska/Teresko Resia Elisia Oliwcia Hańcia Andzia Mańcia Kostusia Jolcia Kiniusia Niusia
      Iwcia Wercia Zenia Tosiunia Ksenia Kosia Dosia Bogusia Sławcia Rozalcia Ulcia Nusia Lilusia Milusia
      Emilcia Emcia Olesia Nastusia Nastasia Marusia
      """),
    NameClass(
      .female, "la", "lu",
      """
      Ala Ela Ula Ola Jola Hela Fela Mela Nela Tola Lala Lola Cela Wala Wiola Pola Anula Ewela Zula
      """),
    NameClass(.female, "ja", "ju", "Maja Kaja Gaja Zoja Raja"),
    // Pet names in a hard consonant.
    NameClass(
      .female, "a", "o",
      """
      Agniecha Aga Agunia/Aguniu Alka Anka Anula/Anulu Aśka Baśka Baszka Beatka Becia/Beciu Danka Danuśka
      Dorotka Edytka Elka Elżunia/Elżuniu Ewka Gośka Grażka Grażynka Halinka Halka Hańka Helenka Irka
      Iwonka Izunia/Izuniu Izka Jadźka Jagienka Jaga Joaśka Jolka Julka Justynka Kamilka Karolinka Kaśka
      Kasieńka Kinia/Kiniu Kryśka Krycha Kingusia/Kingusiu Lenka Lilka Lilianka Lodzia/Lodziu Lucynka Ludka
      Magdusia/Magdusiu Magdzia/Magdziu Mańka Martynka Marychna Maryśka Marzenka Milka Mirka Natka Nata
      Natala Nika Ninka Oleńka Patka Paulinka Renatka Renia/Reniu Rena Romka Róźka Sabinka
      Sandrunia/Sandruniu Stefka Stefa Sylwka Terenia/Tereniu Tośka Ulka Wandeczka Weronka Werka Wiesieńka
      Wika Wikusia/Wikusiu Wioletka Władka Zocha Zośka Zuzanka Zuza Zuzka Żanetka Anielka Bronka
      Klarcia/Klarciu Jaśka Aneczka Haneczka Kasiunia/Kasiuniu Moniczka Ewunia/Ewuniu Ewuśka
      Gabrynia/Gabryniu Gabika Gabka Asieńka Basieńka Zosieńka Anielcia/Anielciu
      """),
    // Names that do not decline.
    NameClass(
      .female, "", "",
      """
      Ingrid Astrid Karmen Carmen Beatrycze Miriam Noemi Naomi Nel Ninel Rachel Ruth Rut Inez Ines Iris
      Nicole Chloe Zoe Salome Dagmar Esther Ester Edith Mercedes Dolores Lilian Vivien Elizabeth Margaret
      Emily Nelly Betty Mary Wendy Jennifer Marion Marie Sophie Julie Amelie Nathalie Isabel Michelle
      Abigail Karin Kirsten Helen Ellen Eileen Grace Alice Rose Claire Jasmin Yasmin Gabi Kali Miki Kiki
      Angie Jackie Jane Kate Anne Joanne Sue Margo Kalliope Klio Penelope Dafne Hebe Kirke Daisy Lucy Nancy
      Sally Dorothy Hannah Sarah Deborah Leah Noor Adelheid Ingeborg Gudrun Heidi
      """),
  ]
}
