"""What .ci/generate-holidays knows of feasts: their ids, their local names, and the days that calendars of days off lack."""
import datetime
import re
import unicodedata

from holidays.calendars import (_ChineseLunisolar as Chinese, _HebrewLunisolar as Hebrew, _HinduLunisolar as Hindu,
                                _IslamicLunar as Islamic, _IslamicMabimsLunar as Mabims)

COUNTRIES = """ID MY UA RU KZ UZ US GB DE AT CH FR CA ES MX AR CO PT BR IT PL TR EG SA AE IR IL IN BD TH VN JP KR CN TW HK SG PH AU NZ
BY GE AM AZ KG TJ""".split()
# The language of the names where it is not the library's own choice.
LANGUAGES = {"IN": "hi", "PH": "fil"}
# Parts of a country whose days are told to the whole of it, as no public days.
REGIONS = {"DE": ["BY"], "GB": ["ENG"], "MY": ["KUL"], "CH": ["ZH", "LU"]}
# Days off on which nothing is feasted.
NO_FEAST = re.compile(
    "^(Day off|Additional|Bridge|Alternative holiday|Temporary Public|Substitute|Bank Holiday|Public Holiday$|National Holiday$|"
    "May Holidays|Spring Bank|Visit of|Change of Federal|National Day of Mourning for)|Joint Holiday|[Ee]lection|Polling|"
    "^The (first weekday|[Dd]ay) (after|following)|^The Second Day following|additional holiday|^Federal Territory Day|Day After Christmas$")

# English names to ids. Labour day is 1 May; victory day is 9 May; both are checked by date.
NAMES = {
    "New Year's Day": "new-year", "Day after New Year's Day": "new-year", "Universal Fraternization Day": "new-year",
    "New Year's Eve": "new-year-eve", "Last Day of Year": "nowruz-eve", "New Year Holidays": "new-year",
    "Founding Day of the Republic of China": "new-year",
    "Lunar New Year": "lunar-new-year", "Chinese New Year": "lunar-new-year", "Korean New Year": "lunar-new-year",
    "Chinese New Year (Spring Festival)": "lunar-new-year", "Chinese New Year (Second Day)": "lunar-new-year",
    "Lunar New Year's Eve": "lunar-new-year-eve", "Chinese New Year's Eve": "lunar-new-year-eve",
    "29 of Lunar New Year": "lunar-new-year-eve", "The day preceding Korean New Year": "lunar-new-year-eve",
    "The second day of Korean New Year": "lunar-new-year", "The second day of Chinese New Year": "lunar-new-year",
    "The third day of Chinese New Year": "lunar-new-year", "The fourth day of Chinese New Year": "lunar-new-year",
    **{f"{nth} Day of Lunar New Year": "lunar-new-year" for nth in ("Second", "Third", "Fourth", "Fifth")},
    "Chuseok": "chuseok", "The second day of Chuseok": "chuseok", "The day preceding Chuseok": "chuseok-eve",
    "Mid-Autumn Festival": "mid-autumn", "Dragon Boat Festival": "dragon-boat", "Tomb-Sweeping Day": "qingming",
    "Double Ninth Festival": "double-ninth", "Songkran Festival": "songkran", "Day of Silence": "nyepi",
    **{name: "vesak" for name in ("Vesak Day", "Visakha Bucha", "Buddha's Birthday", "The Buddha's Birthday", "Buddha Purnima")},
    **{f"Eid al-Fitr{end}": "eid-al-fitr" for end in ("", " Second Day", " (Second Day)")},
    "Eid al-Adha": "eid-al-adha", "Eid al-Fitr (from 1pm)": "eid-al-fitr-eve", "Eid al-Adha (from 1pm)": "eid-al-adha-eve",
    "Republic Day (from 1pm)": "republic-day-eve", "Day of Arafah": "arafah", "Islamic New Year": "islamic-new-year",
    "Ashura": "ashura", "Tasua": "tasua", "Arbaeen": "arbaeen", "Isra' and Mi'raj": "isra-and-miraj",
    "Prophet's Birthday": "mawlid", "Prophet Muhammad's Birthday": "mawlid",
    "Birthday of Muhammad and Imam Ja'far al-Sadiq": "mawlid", "Laylat al-Qadr": "laylat-al-qadr", "Mid-Sha'ban": "mid-shaban",
    "Jumu'atul-Wida": "jumuatul-wida",
    **{name: "christmas" for name in ("Christmas Day", "Christmas", "Catholic Christmas Day")},
    **{name: "orthodox-christmas" for name in ("Orthodox Christmas", "Orthodox Christmas Day", "Coptic Christmas Day")},
    "Christmas and Epiphany": "armenian-christmas", "Christmas Eve": "christmas-eve", "Boxing Day": "boxing-day",
    "Second Day of Christmas": "saint-stephens-day", "Saint Stephen's Day": "saint-stephens-day",
    "Good Friday": "good-friday", "Maundy Thursday": "maundy-thursday", "Black Saturday": "holy-saturday",
    "Holy Saturday": "holy-saturday", "Easter Sunday": "easter", "Catholic Easter": "easter", "Orthodox Easter": "easter",
    "Easter Sunday (Pascha)": "easter", "Easter Monday": "easter-monday", "Ascension Day": "ascension", "Pentecost": "pentecost",
    "Pentecost Monday": "pentecost-monday", "Corpus Christi": "corpus-christi", "Epiphany": "epiphany",
    "All Saints' Day": "all-saints", "All Saints' Eve": "all-saints-eve", "All Souls' Day": "all-souls",
    **{name: "assumption" for name in ("Assumption Day", "Assumption Of Mary Day", "Dormition of the Mother of God")},
    "Immaculate Conception": "immaculate-conception", "Saint Joseph's Day": "saint-joseph", "Carnival": "carnival",
    "Carnival Monday": "carnival", "Carnival Tuesday": "carnival", "Ash Wednesday": "ash-wednesday",
    "Radunitsa (Day of Rejoicing)": "radunitsa", "Halloween": "halloween", "Valentine's Day": "valentines-day",
    "Saint Patrick's Day": "saint-patricks-day", "Diwali": "diwali", "Holi": "holi", "Holika Dahan": "holika-dahan",
    "Dussehra": "dussehra", "Thaipusam": "thaipusam", "Maha Shivaratri": "maha-shivaratri", "Raksha Bandhan": "raksha-bandhan",
    "Onam": "onam", "Pongal": "pongal", "Bengali New Year's Day": "pohela-boishakh", "Guru Nanak's Birthday": "guru-nanak",
    **{name: "nowruz" for name in ("Nowruz", "Nowruz Holiday", "Nooruz Holiday", "International Nowruz Day")},
    "Rosh Hashanah": "rosh-hashanah", "Yom Kippur": "yom-kippur", "Sukkot": "sukkot", "Sukkot holiday": "sukkot",
    "Simchat Torah / Shemini Atzeret": "simchat-torah", "Pesach": "pesach", "Pesach holiday": "pesach",
    "Seventh day of Pesach": "pesach", "Shavuot": "shavuot", "Purim": "purim", "Tisha B'Av": "tisha-bav",
    "Thanksgiving Day": "thanksgiving", "Thanksgiving": "thanksgiving", "Remembrance Day": "remembrance-day",
    "Veterans Day": "us-veterans-day", "Armistice Day": "remembrance-day", "Anzac Day": "anzac-day", "ANZAC Day": "anzac-day",
    "Memorial Day": "memorial-day", "Mother's Day": "mothers-day", "Father's Day": "fathers-day", "Republic Day": "republic-day",
    **{name: "womens-day" for name in ("International Women's Day", "Women's Day")},
    **{name: "labour-day" for name in (
        "Labor Day", "Labour Day", "International Labor Day", "Worker's Day", "Workers' Day", "May Day", "National Labor Day",
        "Holiday of Spring and Labor", "Labor and Solidarity Day")},
    "Victory Day": "victory-day", "Day of Victory over Fascism": "victory-day", "Victory over Fascism Day": "victory-day",
    "Victory and Peace Day": "victory-day", "Independence Day": "independence-day",
    "Independence Day of the Republic of Belarus (Day of the Republic)": "independence-day",
    "National Independence Day": "independence-day", "National Day": "national-day", "National Day Holiday": "national-day",
    "Constitution Day": "constitution-day", "Day of the Constitution of Ukraine": "constitution-day",
    "Defender of the Fatherland Day": "defender-day", "Fatherland Defender's Day": "defender-day",
    "Martin Luther King Jr. Day": "us-martin-luther-king-day", "Birthday of Martin Luther King, Jr.": "us-martin-luther-king-day",
    "Juneteenth National Independence Day": "us-juneteenth", "Washington's Birthday": "us-presidents-day",
    "Children's Day": "childrens-day", "King's Birthday": "kings-birthday", "Teacher's Day": "teachers-day",
}
# (country, English name) where the common table errs, or the kebab would be long.
OWN = {
    ("AZ", "Spring Festival"): "nowruz", ("EG", "Spring Festival"): "eg-sham-el-nessim", ("IL", "Remembrance Day"): "yom-hazikaron",
    ("KR", "Independence Movement Day"): "kr-independence-movement-day", ("AZ", "Memorial Day"): "az-memorial-day",
    ("UA", "Day of Remembrance and Victory over Nazism in World War II 1939-1945"): "ua-remembrance-and-victory-day",
    ("UA", "Day of defenders of Ukraine"): "ua-defenders-day", ("UA", "Ukrainian Statehood Day"): "ua-statehood-day",
    ("AR", "National Day of Remembrance for Truth and Justice"): "ar-truth-and-justice",
    ("AR", "Veteran's Day and the Fallen in the Malvinas War"): "ar-malvinas",
    **{("AR", f"Pass to the Immortality of General Don {name}"): day for name, day in (
        ("Martín Miguel de Güemes", "ar-guemes"), ("Manuel Belgrano", "ar-belgrano"), ("José de San Martín", "ar-san-martin"))},
    ("TR", "National Sovereignty and Children's Day"): "tr-sovereignty-and-childrens-day",
    ("TR", "Commemoration of Atatürk, Youth and Sports Day"): "tr-youth-and-sports-day",
    ("PL", "National Day"): "labour-day", ("PL", "National Day of the Third of May"): "constitution-day",
    **{("TH", f"National {whose}'s Day"): f"{whose.lower()}s-day" for whose in ("Father", "Mother", "Children")},
    **{("TH", name): None for name in (
        "HM King Bhumibol Adulyadej the Great's Birthday", "HM Queen Sirikit The Queen Mother's Birthday", "National Day")},
    ("AM", "Day of Remembrance of the Victims of the Massacres Organized in the Azerbaijan SSR and the Protection of the Rights of the "
     "Deported Armenian Population"): "am-sumgait-remembrance",
    ("BY", "Day of the National Coat of Arms of the Republic of Belarus, the National Flag of the Republic of Belarus and the "
           "National Anthem of the Republic of Belarus"): "by-state-symbols-day",
    ("BY", "Day of the Fatherland's Defenders and the Armed Forces of the Republic of Belarus"): "defender-day",
    ("BY", "Dzyady (All Souls' Day)"): "all-souls", ("BY", "Orthodox Easter"): "orthodox-easter",
    **{("TW", f"Taiwan {name} Day"): "tw-restoration-day" for name in ("Restoration and Guningtou Victory Memorial", "Retrocession")},
    ("IT", "Saint Francis of Assisi, Patron Saint of Italy"): "it-saint-francis",
    ("FR", "Victory Day"): "victory-in-europe-day", ("HK", "Hong Kong S.A.R. Establishment Day"): "hk-establishment-day",
    ("PT", "Day of Portugal, Camões, and the Portuguese Communities"): "pt-portugal-day",
    ("BD", "Martyrs' Day and International Mother Language Day"): "bd-martyrs-day",
    ("AM", "Day of Remembrance of the Victims of Armenian Genocide"): "am-genocide-remembrance",
    ("AM", "Day of Remembrance for the Fallen Defenders of the Fatherland"): "am-fallen-defenders",
    ("AM", "Day of Remembrance of the Victims of the Sinjar Yazidi Genocide of 2014"): "am-yazidi-genocide-remembrance",
    ("AM", "Earthquake Victims Remembrance Day and Disaster Resilience Day"): "am-earthquake-remembrance",
    ("BR", "National Day of Zumbi and Black Awareness"): "br-black-awareness-day",
    ("MY", "Birthday of HM Yang di-Pertuan Agong"): "kings-birthday",
    ("EG", "January 25th Revolution and National Police Day"): "eg-january-25-revolution",
    ("GE", "Day of Family Sanctity and Respect for Parents"): "ge-family-day",
    ("GE", "Holiday of Svetitskhovloba, Robe of Jesus"): "ge-svetitskhovloba",
    ("IR", "Death of Prophet Muhammad and Martyrdom of Hasan ibn Ali"): "ir-death-of-prophet-muhammad",
    ("IN", "Pratihar Shashthi or Surya Shashthi (Chhath Puja)"): "in-chhath-puja", ("IN", "Janmashtami (Vaishnava)"): "janmashtami",
    ("IN", "Janmashtami (Smarta)"): "in-janmashtami-smarta", ("IN", "Karaka Chaturthi (Karwa Chouth)"): "in-karwa-chauth",
    ("IN", "Ganesh Chaturthi / Vinayak Chaturthi"): "in-ganesh-chaturthi", ("IN", "Basant Panchami / Shri Panchami"): "in-basant-panchami",
    ("VN", "Liberation Day/Reunification Day"): "vn-reunification-day", ("UZ", "Day of Memory and Honor"): "uz-memory-and-honour",
    ("AR", "Day of Action for Tolerance and Respect among Peoples"): "ar-day-of-tolerance",
    ("TH", "HM King Maha Vajiralongkorn's Birthday"): "kings-birthday", ("TH", "HM Queen Suthida's Birthday"): "th-queens-birthday",
    ("GB", "May Day"): None, ("GB", "Late Summer Bank Holiday"): None,
}
ORTHODOX = ("UA", "GE")
# Feasts that the Julian calendar puts on another day.
MOVED_BY_CALENDAR = ("good-friday", "holy-saturday", "easter", "easter-monday", "pentecost", "ascension", "epiphany", "assumption")
# Feasts of several days of which calendars of days off hold the first and the last alone.
WHOLE = ("sukkot", "pesach")
# Ids that hold for one date, give or take a move; on another the country stands before them.
FIXED = {"labour-day": (5, 1), "victory-day": (5, 9), "womens-day": (3, 8), "defender-day": (2, 23)}


def kebab(country, name):
    name = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    words = re.sub(r"[^a-z0-9]+", "-", re.sub("['’]", "", name.lower())).strip("-")
    return f"{country.lower()}-{words.removeprefix('the-')}"


def identifier(country, name, date):
    """The id of a day; None for a name that says nothing more than another of the same day."""
    if (country, name) in OWN:
        return OWN[country, name]
    day = NAMES.get(name) or kebab(country, name)
    if day == "new-year" and date.month == 1 and date.day > 2:
        return f"{country.lower()}-new-year-holidays"
    if day == "christmas" and (date.month, date.day) == (1, 7):
        return "orthodox-christmas"
    fixed = FIXED.get(day)
    if fixed and abs((date - date.replace(month=fixed[0], day=fixed[1])).days) > 10:
        return f"{country.lower()}-{day}"
    if country in ORTHODOX and day in MOVED_BY_CALENDAR:
        return f"orthodox-{day}"
    return day


def local(country, day, names, base, part):
    """The local name of a day that the library has."""
    if (country, day) in OWN_NAMES:
        return OWN_NAMES[country, day]
    name = names.get(base) or names.get(part) or base
    # In brackets stands that the day was moved.
    return name if base == part else re.sub(r" \([^)]*\)$", "", name)


# Local names where the library's belongs to a day off, or to one day of several.
OWN_NAMES = {
    ("TR", "eid-al-fitr-eve"): "Ramazan Bayramı arifesi", ("TR", "eid-al-adha-eve"): "Kurban Bayramı arifesi",
    ("TR", "republic-day-eve"): "Cumhuriyet Bayramı arifesi", ("RU", "new-year"): "Новый год", ("UA", "christmas"): "Різдво Христове", ("SA", "eid-al-fitr"): "عيد الفطر",
    ("RU", "ru-new-year-holidays"): "Новогодние каникулы", ("TW", "new-year"): "元旦",
    ("UA", "orthodox-easter"): "Великдень", ("IL", "sukkot"): "סוכות", ("IL", "pesach"): "פסח",
}


def easter(year):
    """Western Easter (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    n = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return datetime.date(year, month, day + 1)


def orthodox_easter(year):
    """Julian Easter (Meeus) in the Gregorian calendar, for 1900 to 2099."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return datetime.date(year, month, day + 1) + datetime.timedelta(13)


def nth(year, month, weekday, number):
    """The nth weekday of a month, 0 for Monday; from the end where the number is negative."""
    if number > 0:
        first = datetime.date(year, month, 1)
        return first + datetime.timedelta((weekday - first.weekday()) % 7 + 7 * (number - 1))
    last = datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(1)
    return last - datetime.timedelta((last.weekday() - weekday) % 7 + 7 * (-number - 1))


def advent(year):
    """The first Sunday of Advent."""
    fourth = datetime.date(year, 12, 24)
    return fourth - datetime.timedelta((fourth.weekday() + 1) % 7 + 21)


def table(dates):
    def of(year):
        entry = dates.get(year)
        if entry is None:
            return []
        entries = entry if isinstance(entry[0], tuple) else (entry,)
        return [datetime.date(year, month, day) for month, day in entries]
    return of


def on(month, day):
    return lambda year: [datetime.date(year, month, day)]


def after(base, days):
    return lambda year: [date + datetime.timedelta(days) for date in base(year)]


def holocaust_day(year):
    """27 Nisan, or the day beside it where it would touch the Sabbath (Friday to Thursday, Sunday to Monday)."""
    date = after(table(Hebrew.PASSOVER_DATES), 12)(year)[0]
    return [date + datetime.timedelta({4: -1, 6: 1}.get(date.weekday(), 0))]


EASTER, ORTHODOX_EASTER = (lambda year: [easter(year)]), (lambda year: [orthodox_easter(year)])
LUNAR, MID_AUTUMN = table(Chinese.LUNAR_NEW_YEAR_DATES), table(Chinese.MID_AUTUMN_DATES)
DIWALI = table(Hindu.DIWALI_INDIA_DATES)


def islamic(name, country=None):
    return table(getattr(Mabims if country in ("ID", "MY", "SG") else Islamic, f"{name}_DATES"))


# Days that calendars of days off lack: id, dates of a year, whether they are estimates, {country: local name}.
def added_rules():
    german, english, spanish = ("DE", "AT", "CH"), ("US", "GB", "CA", "AU", "NZ"), ("ES", "MX", "AR", "CO")

    def names(*pairs):
        return {country: name for countries, name in pairs for country in countries}

    yield "new-year", on(1, 1), False, names(
        (["EG"], "رأس السنة الميلادية"), (["TW"], "元旦"), (["IN"], "नव वर्ष"), (["IL"], "השנה האזרחית החדשה"), (["BD"], "ইংরেজি নববর্ষ"))
    yield "valentines-day", on(2, 14), False, names((["JP"], "バレンタインデー"), (["KR"], "밸런타인데이"), (["GB"], "Valentine's Day"))
    yield "christmas", on(12, 25), False, names(
        (["UA"], "Різдво Христове"), (["JP"], "クリスマス"), (["VN"], "Lễ Giáng sinh"), (["TW"], "聖誕節"), (["CN"], "圣诞节"),
        (["TH"], "วันคริสต์มาส"))
    yield "christmas-eve", on(12, 24), False, names(
        (german, "Heiligabend"), (spanish, "Nochebuena"), (["PL"], "Wigilia"), (["PT", "BR"], "Véspera de Natal"),
        (["UA"], "Святвечір"), (["IT"], "Vigilia di Natale"), (english, "Christmas Eve"), (["FR"], "Réveillon de Noël"))
    yield "orthodox-christmas", on(1, 7), False, names((["TJ"], "Мавлуди Исо"), (["UZ"], "Pravoslav Rojdestvosi"))
    yield "epiphany", on(1, 6), False, names((["MX", "AR"], "Día de Reyes"), (["DE", "CH"], "Heilige Drei Könige"), (["FR"], "Épiphanie"))
    yield "good-friday", after(EASTER, -2), False, names(
        (["IT"], "Venerdì Santo"), (["PL"], "Wielki Piątek"), (["MX"], "Viernes Santo"), (["AT", "CH"], "Karfreitag"),
        (["FR"], "Vendredi saint"), (["HK"], "耶穌受難節"))
    yield "easter", EASTER, False, names(
        (german, "Ostersonntag"), (english, "Easter Sunday"), (["FR"], "Pâques"), (spanish, "Pascua"), (["BR"], "Páscoa"),
        (["PH"], "Pasko ng Pagkabuhay"), (["HK"], "復活節"), (["SG", "IN"], "Easter Sunday"), (["AM"], "Սուրբ Զատիկ"))
    yield "orthodox-easter", ORTHODOX_EASTER, False, names(
        (["UA"], "Великдень"), (["RU"], "Пасха"), (["KZ"], "Пасха"), (["BY"], "Вялікдзень"), (["EG"], "عيد القيامة المجيد"),
        (["KG"], "Пасха"))
    yield "all-saints", on(11, 1), False, names((["DE", "CH"], "Allerheiligen"), (["MX"], "Día de Todos los Santos"))
    yield "all-souls", on(11, 2), False, names(
        (german, "Allerseelen"), (["IT"], "Commemorazione dei defunti"), (["PL"], "Dzień Zaduszny"), (["MX"], "Día de Muertos"),
        (["ES", "AR", "CO"], "Día de los Difuntos"), (["PT"], "Dia de Finados"), (["PH"], "Araw ng mga Kaluluwa"))
    yield "ramadan-start", islamic("RAMADAN_BEGINNING"), True, names(
        (["TR"], "Ramazan'ın ilk günü"), (["EG", "SA", "AE"], "أول أيام رمضان"), (["IR"], "آغاز ماه رمضان"), (["BD"], "রমজান শুরু"),
        (["IN"], "रमज़ान का पहला दिन"), (["UZ"], "Ramazon oyining birinchi kuni"), (["KZ"], "Рамазан айының басталуы"),
        (["KG"], "Рамазан айынын башталышы"), (["TJ"], "Оғози моҳи Рамазон"), (["AZ"], "Ramazan ayının birinci günü"),
        (["RU"], "Начало Рамадана"), (["PH"], "Unang araw ng Ramadan"))
    yield "ramadan-start", islamic("RAMADAN_BEGINNING", "ID"), True, names(
        (["ID"], "Awal Ramadan"), (["MY"], "Awal Ramadan"), (["SG"], "First day of Ramadan"))
    for day, name in (("eid-al-fitr", "EID_AL_FITR"), ("eid-al-adha", "EID_AL_ADHA")):
        first = day == "eid-al-fitr"
        yield day, islamic(name), True, names(
            (["SA"], "عيد الفطر" if first else "عيد الأضحى"), (["RU"], "Ураза-байрам" if first else "Курбан-байрам"),
            (["KZ"], "Ораза айт" if first else "Құрбан айт"), (["GB", "US", "CA", "AU"], "Eid al-Fitr" if first else "Eid al-Adha"),
            (["DE", "AT"], "Zuckerfest" if first else "Opferfest"), (["FR"], "Aïd el-Fitr" if first else "Aïd el-Adha"))
    yield "islamic-new-year", islamic("HIJRI_NEW_YEAR"), True, names((["SA"], "رأس السنة الهجرية"), (["TR"], "Hicri Yılbaşı"))
    yield "mawlid", islamic("MAWLID"), True, names((["TR"], "Mevlid Kandili"), (["SA"], "المولد النبوي"))
    yield "ashura", islamic("ASHURA"), True, names((["TR"], "Aşure Günü"), (["AZ"], "Aşura"))
    yield "diwali", DIWALI, False, names((["MY"], "Hari Deepavali"), (english, "Diwali"))
    yield "holi", table(Hindu.HOLI_DATES), False, {"BD": "দোলযাত্রা"}
    yield "dussehra", table(Hindu.DUSSEHRA_DATES), False, names((["BD"], "বিজয়া দশমী"))
    yield "pohela-boishakh", table(Hindu.POHELA_BOISHAKH_DATES), False, names((["IN"], "पोइला बोइशाख"))
    yield "lunar-new-year", LUNAR, False, names((["TH"], "วันตรุษจีน"), (english, "Lunar New Year"))
    yield "mid-autumn", MID_AUTUMN, False, names(
        (["VN"], "Tết Trung thu"), (["HK"], "中秋節"), (["MY"], "Pesta Kuih Bulan"), (["SG"], "Mid-Autumn Festival"))
    yield "dragon-boat", table(Chinese.DRAGON_BOAT_DATES), False, names((["VN"], "Tết Đoan Ngọ"))
    yield "lantern-festival", after(LUNAR, 14), False, names((["CN"], "元宵节"), (["TW"], "元宵節"), (["HK"], "元宵節"))
    yield "double-ninth", table(Chinese.DOUBLE_NINTH_DATES), False, names((["CN"], "重阳节"), (["TW"], "重陽節"))
    yield "hanukkah", table(Hebrew.HANUKKAH_DATES), False, names((["IL"], "חנוכה"), (["US", "GB", "CA"], "Hanukkah"))
    yield "rosh-hashanah", table(Hebrew.ROSH_HASHANAH_DATES), False, names((["US", "GB", "CA"], "Rosh Hashanah"))
    yield "yom-kippur", table(Hebrew.YOM_KIPPUR_DATES), False, names((["US", "GB", "CA"], "Yom Kippur"))
    yield "pesach", table(Hebrew.PASSOVER_DATES), False, names((["US", "GB", "CA"], "Passover"))
    yield "lag-baomer", table(Hebrew.LAG_BAOMER_DATES), False, names((["IL"], "ל״ג בעומר"))
    yield "yom-hashoah", holocaust_day, False, names((["IL"], "יום הזיכרון לשואה ולגבורה"))
    yield "holodomor-remembrance", lambda year: [nth(year, 11, 5, 4)], False, {"UA": "День памʼяті жертв голодоморів"}
    yield "chornobyl-remembrance", on(4, 26), False, {"UA": "День Чорнобильської трагедії", "BY": "Дзень чарнобыльскай трагедыі"}
    yield "ua-fallen-defenders", on(8, 29), False, {"UA": "День памʼяті захисників України"}
    yield "ru-memory-and-sorrow", on(6, 22), False, {"RU": "День памяти и скорби"}
    yield "kz-repression-remembrance", on(5, 31), False, {"KZ": "Саяси қуғын-сүргін және ашаршылық құрбандарын еске алу күні"}
    yield "tr-ataturk-remembrance", on(11, 10), False, {"TR": "Atatürk'ü Anma Günü"}
    yield "tr-earthquake-remembrance", on(2, 6), False, {"TR": "6 Şubat depremlerini anma günü"}
    yield "de-9-november", on(11, 9), False, {"DE": "9. November"}
    yield "de-volkstrauertag", lambda year: [advent(year) - datetime.timedelta(14)], False, {"DE": "Volkstrauertag"}
    yield "de-totensonntag", lambda year: [advent(year) - datetime.timedelta(7)], False, {"DE": "Totensonntag"}
    yield "holocaust-remembrance", on(1, 27), False, names(
        (["DE", "AT"], "Tag des Gedenkens an die Opfer des Nationalsozialismus"), (["GB"], "Holocaust Memorial Day"),
        (["IT"], "Giorno della Memoria"), (["PL"], "Międzynarodowy Dzień Pamięci o Ofiarach Holokaustu"))
    yield "remembrance-day", on(11, 11), False, names((["GB", "AU"], "Remembrance Day"), (["NZ"], "Armistice Day"))
    yield "remembrance-sunday", lambda year: [nth(year, 11, 6, 2)], False, {"GB": "Remembrance Sunday"}
    yield "us-september-11", on(9, 11), False, {"US": "Patriot Day"}
    yield "us-pearl-harbor", on(12, 7), False, {"US": "Pearl Harbor Remembrance Day"}
    yield "fr-13-november", on(11, 13), False, {"FR": "Hommage aux victimes des attentats du 13 novembre 2015"}
    yield "es-11-march", on(3, 11), False, {"ES": "Día de las víctimas del terrorismo"}
    yield "in-martyrs-day", on(1, 30), False, {"IN": "शहीद दिवस"}
    yield "cn-nanjing-remembrance", on(12, 13), False, {"CN": "南京大屠杀死难者国家公祭日"}
    yield "jp-hiroshima-remembrance", on(8, 6), False, {"JP": "広島平和記念日"}
    yield "jp-nagasaki-remembrance", on(8, 9), False, {"JP": "長崎原爆の日"}
    yield "jp-end-of-war", on(8, 15), False, {"JP": "終戦の日"}
    yield "jp-earthquake-remembrance", on(3, 11), False, {"JP": "東日本大震災の日"}
    yield "jp-obon", lambda year: [datetime.date(year, 8, day) for day in range(13, 17)], False, {"JP": "お盆"}
    yield "kr-sewol-remembrance", on(4, 16), False, {"KR": "세월호 참사 추모일"}
    yield "womens-day", on(3, 8), False, names(
        (["IT"], "Festa della donna"), (["PL"], "Dzień Kobiet"), (["VN"], "Ngày Quốc tế Phụ nữ"), (["DE"], "Internationaler Frauentag"),
        (["ES"], "Día Internacional de la Mujer"))
    yield "mothers-day", on(5, 10), False, {"MX": "Día de las Madres"}
    yield "mothers-day", on(12, 22), False, {"ID": "Hari Ibu"}
    yield "mothers-day", lambda year: [nth(year, 5, 6, 2)], False, names(
        (german, "Muttertag"), (["IT"], "Festa della mamma"), (["BR"], "Dia das Mães"), (["JP"], "母の日"), (["AU", "NZ", "CA"], "Mother's Day"))
    yield "teachers-day", on(11, 20), False, {"VN": "Ngày Nhà giáo Việt Nam"}
    yield "teachers-day", on(9, 10), False, {"CN": "教师节"}
    yield "teachers-day", on(5, 15), False, {"KR": "스승의 날"}
    yield "mx-guadalupe", on(12, 12), False, {"MX": "Día de la Virgen de Guadalupe"}
    yield "kartini-day", on(4, 21), False, {"ID": "Hari Kartini"}
    yield "halloween", on(10, 31), False, names((["GB"], "Halloween"), (["CA"], "Halloween"))
    yield "yalda", lambda year: [datetime.date(year, 12, 20 if year % 4 == 0 else 21)], False, {"IR": "شب یلدا"}


# Moons of earlier years have been seen.
FIRST_ESTIMATE = 2026


def added(country, years, days):
    """(id, local name, dates, years whose dates are estimates) of the rules that hold for a country."""
    for day, dates, estimated, names in added_rules():
        if country not in names:
            continue
        if day in days and all(days[day].dates.get(year) for year in years):
            continue
        missing = [year for year in years if not (day in days and days[day].dates.get(year))]
        guessed = [year for year in missing if year >= FIRST_ESTIMATE] if estimated else []
        yield day, names[country], [date for year in missing for date in dates(year)], guessed


def fill(day):
    """Gives a feast of one calendar date the later years in which the library has no day off for it, as on a Sunday."""
    known = sorted(year for year, dates in day.dates.items() if dates)
    dates = {(date.month, date.day) for year in known for date in day.dates[year]}
    if len(known) < 3 or len(dates) != 1:
        return
    for year in range(known[0], 2031):
        if not day.dates.get(year):
            day.dates[year] = {datetime.date(year, *next(iter(dates)))}


def correct(country, days):
    """Known errors of the library's tables, each with its reason."""
    if country == "TR":
        # The table follows Saudi Arabia; Turkey's own calendar begins the fast a day later in this year.
        days["ramadan-start"].dates[2026] = {datetime.date(2026, 2, 19)}
        days["ramadan-start"].estimated.discard(2026)
    if country == "HK":
        # The library leaves out a day of the feast that falls on a Sunday.
        lunar = days["lunar-new-year"]
        for year in list(lunar.dates):
            lunar.dates[year] = {LUNAR(year)[0] + datetime.timedelta(day) for day in range(3)}
    for day_id, day in days.items():
        fill(day)
        for dates in day.dates.values() if day_id in WHOLE else []:
            first = min(dates)
            dates.update(first + datetime.timedelta(number) for number in range((max(dates) - first).days))
    diwali = days.get("diwali")
    if diwali is not None and country in ("MY", "SG"):
        # The table for 2028 puts it into the month after the new moon of Kartik.
        for year, dates in diwali.dates.items():
            right = DIWALI(year)
            if dates and right and abs((min(dates) - right[0]).days) > 2:
                diwali.dates[year] = set(right)
                diwali.estimated.add(year)
