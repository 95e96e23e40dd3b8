"""Texts in other languages name actors too, and English texts gain no false ones by it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amity.core.actors import NameKind
from amity.core.answers import AskedActor
from amity.core.dates import ALWAYS, Period, in_year
from amity.knowledge.letters import LETTERS
from amity.knowledge.load_actors import load_gazetteer
from amity.resolve import Resolver
from amity.resolve.lexicon import as_printed

GAZETTEER = load_gazetteer()
GAZETTEER_ALONE = replace(GAZETTEER, names_abroad={}, blocked_abroad={})
RESOLVER, ENGLISH_ALONE = Resolver(GAZETTEER), Resolver(GAZETTEER_ALONE)

FRENCH = [
    ("Vladimir Poutine a reçu Bachar al-Assad à Moscou.", "Vladimir Poutine=RUS; Bachar al-Assad=SYR; Moscou=RUS"),
    ("Le Kremlin accuse l'OTAN et les États-Unis.", "Le Kremlin=RUS; OTAN=nato; États-Unis=USA"),
    ("les Etats-Unis d’Amérique", "Etats-Unis d’Amérique=USA"),
    ("Les troupes françaises quittent le Mali et le Niger.", "françaises=FRA; Mali=MLI; Niger=NER"),
    ("Téhéran dénonce les frappes israéliennes en Syrie", "Téhéran=IRN; israéliennes=ISR; Syrie=SYR"),
    ("l’Union européenne sanctionne la Biélorussie", "Union européenne=european-union; Biélorussie=BLR"),
    ("la République démocratique du Congo", "République démocratique du Congo=COD"),
    ("Les Russes et les Ukrainiens", "Russes=RUS; Ukrainiens=UKR"),
    ("LA CHINE MENACE TAÏWAN", "CHINE=CHN; TAÏWAN=TWN"),
    ("le Hezbollah libanais et l'État islamique", "Hezbollah=hezbollah; libanais=LBN; État islamique=islamic-state"),
    ("La Maison Blanche répond à Pékin", "La Maison Blanche=USA; Pékin=CHN"),
    ("Jean Castex et Angela Merkel", "Jean Castex=FRA; Angela Merkel=DEU"),
    ("une Réunion en français, en Nouvelle-Angleterre", ""),
    ("La Réunion et Maurice", "La Réunion=REU"),
    ("Car le plan a été un succès. CAR, UN PLAN", ""),
    ("en Amérique latine, en mer de Chine", ""),
]
SPANISH = [
    ("El presidente ruso Vladímir Putin viajó a Pekín.", "ruso=RUS; Vladímir Putin=RUS; Pekín=CHN"),
    ("Bashar al Asad huyó a Moscú", "Bashar al Asad=SYR; Moscú=RUS"),
    ("La OTAN y la UE apoyan a Ucrania", "OTAN=nato; UE=european-union; Ucrania=UKR"),
    ("EE.UU. y EE. UU. y EEUU", "EE.UU.=USA; EE. UU.=USA; EEUU=USA"),
    ("los rebeldes hutíes de Yemen", "hutíes=houthis; Yemen=YEM"),
    ("Irán arma a Hezbolá contra Israel", "Irán=IRN; Hezbolá=hezbollah; Israel=ISR"),
    ("las tropas españolas y alemanas", "españolas=ESP; alemanas=DEU"),
    ("la Casa Blanca y el Kremlin", "la Casa Blanca=USA; el Kremlin=RUS"),
    ("Corea del Norte y Corea del Sur", "Corea del Norte=PRK; Corea del Sur=KOR"),
    ("Nicolás Maduro y Hugo Chávez", "Nicolás Maduro=VEN; Hugo Chávez=VEN"),
    ("ESPAÑA Y MÉXICO", "ESPAÑA=ESP; MÉXICO=MEX"),
    ("la Unión Soviética y la RDA", "Unión Soviética=soviet-union; RDA=east-germany"),
    ("Sino que el plan, sin duda. Duda el fines de semana", ""),
    ("UN NIÑO EN NUEVA INGLATERRA habla en español", ""),
    ("Arabia Saudita y los Emiratos Árabes Unidos", "Arabia Saudita=SAU; Emiratos Árabes Unidos=ARE"),
]
GERMAN = [
    ("Russlands Präsident Wladimir Putin in Moskau", "Russlands=RUS; Wladimir Putin=RUS; Moskau=RUS"),
    ("Die russischen Truppen und die Ukrainer", "russischen=RUS; Ukrainer=UKR"),
    ("Der Kreml droht der Nato", "Kreml=RUS; Nato=nato"),
    ("Kanzler Scholz sprach mit Selenskyj", "Scholz=DEU; Selenskyj=UKR"),
    ("Die Hisbollah im Libanon", "Hisbollah=hezbollah; Libanon=LBN"),
    ("US-Präsident Biden und das Weiße Haus", "US=USA; Biden=USA; Weiße Haus=USA"),
    ("Island tritt der EU bei", "Island=ISL; EU=european-union"),
    ("der Iran, die Türkei und Saudi-Arabien", "Iran=IRN; Türkei=TUR; Saudi-Arabien=SAU"),
    ("Österreich und Großbritannien", "Österreich=AUT; Großbritannien=GBR"),
    ("GROSSBRITANNIEN UND DIE TÜRKEI", "GROSSBRITANNIEN=GBR; TÜRKEI=TUR"),
    ("ein russisch-türkisches Abkommen", "russisch=RUS; türkisches=TUR"),
    ("Chinas Staatschef Xi Jinping", "Chinas=CHN; Xi Jinping=CHN"),
    ("den Vereinten Nationen und der DDR", "Vereinten Nationen=united-nations; DDR=east-germany"),
    ("Die Taliban in Kabul", "Taliban=taliban; Kabul=AFG"),
    ("Der Herzog rief in Stuttgart, Baden-Württemberg, die Deutsche Bank an", ""),
    ("auf Russisch, von der Abwehr", ""),
]
TURKISH = [
    ("Rusya'nın Ankara Büyükelçisi", "Rusya=RUS; Ankara=TUR"),
    ("Türkiye ve ABD, Suriye’de anlaştı", "Türkiye=TUR; ABD=USA; Suriye=SYR"),
    ("Erdoğan, Putin'le görüştü", "Erdoğan=TUR; Putin=RUS"),
    ("İsrail'in saldırısı", "İsrail=ISR"),
    ("İRAN VE IRAK", "İRAN=IRN; IRAK=IRQ"),
    ("Mısır'da, Fas'ta ve Ürdün'de", "Mısır=EGY; Fas=MAR; Ürdün=JOR"),
    ("PKK ile YPG", "PKK=pkk; YPG=ypg"),
    ("Ruslar ve Ukraynalılar", "Ruslar=RUS; Ukraynalılar=UKR"),
    ("Avrupa Birliği'nin ve BM'nin", "Avrupa Birliği=european-union; BM=united-nations"),
    ("Kremlin'den Beyaz Saray'a", "Kremlin=RUS; Beyaz Saray=USA"),
    ("Beşar Esad Şam'da", "Beşar Esad=SYR; Şam=SYR"),
    ("Yunanistan'ın Atina'daki meclisi", "Yunanistan=GRC; Atina=GRC"),
    ("IŞİD ve HTŞ", "IŞİD=islamic-state; HTŞ=hayat-tahrir-al-sham"),
    ("Maliye Bakanlığı, mali ve Mali işler", ""),
    ("Sana söyledim: Batı Şeria'ya kadar. Kadar!", ""),
    ("Mali'de darbe", "Mali'de=MLI"),
]
RUSSIAN = [
    ("Владимир Путин встретился с Башаром Асадом в Москве.", "Путин=RUS; Асадом=SYR; Москве=RUS"),
    ("Россия и США обсудили Сирию", "Россия=RUS; США=USA; Сирию=SYR"),
    ("Российские войска на Украине", "Российские=RUS; Украине=UKR"),
    ("Кремль обвинил НАТО", "Кремль=RUS; НАТО=nato"),
    ("С Израилем и ХАМАСом", "Израилем=ISR; ХАМАСом=hamas"),
    ("между Арменией и Азербайджаном", "Арменией=ARM; Азербайджаном=AZE"),
    ("переговоры с Эрдоганом о Саудовской Аравии", "Эрдоганом=TUR; Саудовской Аравии=SAU"),
    ("«Хезболла» и хуситы", "«Хезболла»=hezbollah; хуситы=houthis"),
    ("российско-украинский фронт", "российско=RUS; украинский=UKR"),
    ("ВОЙНА В СИРИИ", "СИРИИ=SYR"),
    ("американцы и иранцам", "американцы=USA; иранцам=IRN"),
    ("Советским Союзом", "Советским Союзом=soviet-union"),
    ("Соединённых Штатов и Соединенным Штатам", "Соединённых Штатов=USA; Соединенным Штатам=USA"),
    ("Евросоюза, КНР и КНДР", "Евросоюза=european-union; КНР=CHN; КНДР=PRK"),
    ("русский язык, Южно-Китайское море, Латинская Америка", ""),
    ("Того же мнения и самое главное", ""),
]
UKRAINIAN = [
    ("Володимир Зеленський прийняв Байдена у Києві", "Зеленський=UKR; Байдена=USA; Києві=UKR"),
    ("Росії та США", "Росії=RUS; США=USA"),
    ("російські війська в Україні", "російські=RUS; Україні=UKR"),
    ("Кремль і НАТО", "Кремль=RUS; НАТО=nato"),
    ("з Туреччиною та Німеччиною", "Туреччиною=TUR; Німеччиною=DEU"),
    ("Путіна і Лукашенка", "Путіна=RUS; Лукашенка=BLR"),
    ("ЄС і ООН", "ЄС=european-union; ООН=united-nations"),
    ("в Ізраїлі та Ірані", "Ізраїлі=ISR; Ірані=IRN"),
    ("поляками й угорців", "поляками=POL; угорців=HUN"),
    ("у В’єтнамі", "В’єтнамі=VNM"),
    ("УКРАЇНА ПЕРЕМОЖЕ", "УКРАЇНА=UKR"),
    ("Хезболла та ХАМАС", "Хезболла=hezbollah; ХАМАС=hamas"),
    ("Південної Кореї і Північною Кореєю", "Південної Кореї=KOR; Північною Кореєю=PRK"),
    ("Радянського Союзу", "Радянського Союзу=soviet-union"),
    ("Малі підприємства мали успіх. Мали рацію. Додому!", ""),
    ("українська мова", ""),
]
ARABIC = [
    ("التقى بوتين بالرئيس السوري بشار الأسد", "بوتين=RUS; سوري=SYR; بشار الأسد=SYR"),
    ("وروسيا والولايات المتحدة", "روسيا=RUS; الولايات المتحدة=USA"),
    ("للعراق وإيران", "للعراق=IRQ; إيران=IRN"),
    ("للعراق وايران", "للعراق=IRQ; ايران=IRN"),
    ("بسوريا ولسورية", "سوريا=SYR; سورية=SYR"),
    ("الكرملين والناتو", "الكرملين=RUS; الناتو=nato"),
    ("حزب الله اللبناني", "حزب الله=hezbollah; لبناني=LBN"),
    ("القوات الروسية في أوكرانيا", "روسية=RUS; أوكرانيا=UKR"),
    ("وللأمم المتحدة", "للأمم المتحدة=united-nations"),
    ("والسعودية وقطر", "السعودية=SAU; قطر=QAT"),
    ("حماس وإسرائيل", "حماس=hamas; إسرائيل=ISR"),
    ("في واشنطن وبكين", "واشنطن=USA; بكين=CHN"),
    ("ببكين وبروسيا", "بكين=CHN; روسيا=RUS"),
    ("بحماس كبير في بحر الصين", ""),
    ("الوضع المالي وقصر", ""),
    ("تنظيم الدولة الإسلامية", "تنظيم الدولة الإسلامية=islamic-state"),
]
PERSIAN = [
    ("پوتین با بشار اسد در مسکو دیدار کرد", "پوتین=RUS; بشار اسد=SYR; مسکو=RUS"),
    ("روسیه و آمریکا", "روسیه=RUS; آمریکا=USA"),
    ("حزب‌الله لبنان", "حزب‌الله=hezbollah; لبنان=LBN"),
    ("روس‌ها در اوکراین", "روس‌ها=RUS; اوکراین=UKR"),
    ("جمهوری اسلامی ایران", "جمهوری اسلامی ایران=IRN"),
    ("ايران و تركيه", "ايران=IRN; تركيه=TUR"),
    ("اسرائیل و حماس", "اسرائیل=ISR; حماس=hamas"),
    ("کرملین و کاخ سفید", "کرملین=RUS; کاخ سفید=USA"),
    ("کره شمالی و کره جنوبی", "کره شمالی=PRK; کره جنوبی=KOR"),
    ("عربستان سعودی و امارات", "عربستان سعودی=SAU; امارات=ARE"),
    ("سپاه پاسداران", "سپاه پاسداران=IRN"),
    ("سازمان ملل و ناتو", "سازمان ملل=united-nations; ناتو=nato"),
    ("محمد بن سلمان", "محمد بن سلمان=SAU"),
    ("وضعیت مالی، روز دوشنبه، کیف و کره", ""),
    ("اقیانوس هند", ""),
]
CHINESE = [
    ("俄罗斯总统普京在莫斯科会见阿萨德。", "俄罗斯=RUS; 普京=RUS; 莫斯科=RUS; 阿萨德=SYR"),
    ("美国和中国", "美国=USA; 中国=CHN"),
    ("克里姆林宫批评北约", "克里姆林宫=RUS; 北约=nato"),
    ("真主党与以色列", "真主党=hezbollah; 以色列=ISR"),
    ("習近平與拜登", "習近平=CHN; 拜登=USA"),
    ("烏克蘭總統澤倫斯基", "烏克蘭=UKR; 澤倫斯基=UKR"),
    ("联合国安理会", "联合国安理会=united-nations-security-council"),
    ("印度尼西亚不是印度", "印度尼西亚=IDN; 印度=IND"),
    ("美国CIA局长", "美国=USA; CIA=USA"),
    ("朝鲜向俄方提供", "朝鲜=PRK; 俄方=RUS"),
    ("哈马斯和伊朗革命卫队", "哈马斯=hamas; 伊朗=IRN; 革命卫队=IRN"),
    ("歐盟制裁白俄羅斯", "歐盟=european-union; 白俄羅斯=BLR"),
    ("苏联解体后", "苏联=soviet-union"),
    ("沿海地区、印度洋、马里兰州、内蒙古", ""),
    ("其中方案以军事手段", ""),
    ("南苏丹与苏丹", "南苏丹=SSD; 苏丹=SDN"),
]
TABLES = {
    "fr": FRENCH,
    "es": SPANISH,
    "de": GERMAN,
    "tr": TURKISH,
    "ru": RUSSIAN,
    "uk": UKRAINIAN,
    "ar": ARABIC,
    "fa": PERSIAN,
    "zh": CHINESE,
}
CASES = [(language, text, told) for language, table in TABLES.items() for text, told in table]
TEXTS = [text for _, text, _ in CASES]


def mentioned(text: str, language: str | None = None, *, on: Period = ALWAYS) -> str:
    return "; ".join(
        f"{mention.text}={mention.actor}" for mention in RESOLVER.mentions(text, on=on, language=language).mentions
    )


@pytest.mark.parametrize(("language", "text", "told"), CASES)
def test_names_are_found_in_a_text_of_their_language(language: str, text: str, told: str) -> None:
    assert mentioned(text, language) == told


@pytest.mark.parametrize(("language", "text", "told"), [case for case in CASES if case[0] in ("ru", "ar", "zh")])
def test_names_in_other_letters_need_no_word_of_the_language(language: str, text: str, told: str) -> None:
    if language != "ar":  # Persian writes some names with the letters of other Arabic words
        assert mentioned(text) == told
    assert {one.actor for one in RESOLVER.mentions(text, language="en").mentions} >= {
        one.actor for one in RESOLVER.mentions(text, language=language).mentions
    }


FALSE_FRIENDS = [
    "The Tour passed an Island near the Essen plant, where Rom and Fas met.",
    "He ate Chine of pork, drank a Kiel, and read Le Monde on the Inde river.",
    "Sam and Cin live in Roma, Texas-sized Polen counts, and the Japon shop.",
    "A Pole position, a Wien sausage, an Este villa, the Ire of readers.",
    "Sino, Duda, Kadar and Dostum are no words here; nor AB, BM, UE, EI or OCS.",
    "Moldau is a piece by Smetana; Riga Street is long; Turku and Turke Lake.",
    "Brasil nuts, Peking duck, Schweden rolls, Irak Street, Mars and Turin.",
]


@pytest.mark.parametrize("text", FALSE_FRIENDS)
@pytest.mark.parametrize("language", [None, "en", "it", "xx"])
def test_an_english_text_has_the_names_that_it_had_without_other_languages(text: str, language: str | None) -> None:
    assert RESOLVER.mentions(text, language=language) == ENGLISH_ALONE.mentions(text)


def test_the_english_forms_are_the_same_without_other_languages() -> None:
    assert as_printed(GAZETTEER).keys() == as_printed(GAZETTEER_ALONE).keys()


def test_an_english_text_may_quote_names_in_other_letters() -> None:
    assert mentioned("The word Россия means Russia, as 俄罗斯 does.") == "Россия=RUS; Russia=RUS; 俄罗斯=RUS"


def test_a_text_of_another_language_may_use_english_names() -> None:
    assert mentioned("le State Department et la CIA", "fr") == "State Department=USA; CIA=USA"


def test_english_common_nouns_mean_nobody_in_other_languages() -> None:
    assert mentioned("le régime alimentaire, opposition et coalition", "fr") == ""


@pytest.mark.parametrize(
    ("text", "language", "on", "actor"),
    [
        ("Moscou négocie", "fr", in_year(1970), "soviet-union"),
        ("Moscou négocie", "fr", in_year(2020), "RUS"),
        ("Москва против", "ru", in_year(1970), "soviet-union"),
        ("莫斯科同意", "zh", in_year(1970), "soviet-union"),
        ("برلين", "ar", in_year(2020), "DEU"),
        ("Türkiye", "tr", in_year(1900), "ottoman-empire"),
        ("Переговоры с Брежневым", "ru", in_year(1975), "soviet-union"),
        ("Речь Никсона", "ru", in_year(1972), "USA"),
        ("Візит Тетчер", "uk", in_year(1987), "GBR"),
        ("خطاب بومدين", "ar", in_year(1974), "DZA"),
        ("سخنرانی کندی", "fa", in_year(1962), "USA"),
        ("周恩来访问", "zh", in_year(1972), "CHN"),
        ("Chruschtschows Rede", "de", in_year(1960), "soviet-union"),
        ("un discours de Brejnev", "fr", in_year(1975), "soviet-union"),
        ("el viaje de Gorbachov", "es", in_year(1988), "soviet-union"),
        ("Kruşçev ve dünya", "tr", in_year(1960), "soviet-union"),
        ("Jugoslawien", "de", in_year(1999), "serbia-and-montenegro"),
    ],
)
def test_a_name_abroad_means_who_bore_it_then(text: str, language: str, on: Period, actor: str) -> None:
    assert [mention.actor for mention in RESOLVER.mentions(text, on=on, language=language).mentions] == [actor]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Грецкие орехи и шведский стол", "ru"),
        ("Грецький салат", "uk"),
        ("Une tête de Turc et un cochon d'Inde", "fr"),
        ("La ensaladilla rusa del domingo", "es"),
        ("Spanische Grippe und Wiener Walzer", "de"),
        ("Hint yağı ve Japon balığı", "tr"),
        ("خنزير غينيا في القفص", "ar"),
        ("خوکچه هندی", "fa"),
        ("韩国泡菜很辣", "zh"),
    ],
)
def test_dishes_and_breeds_abroad_are_no_actors(text: str, language: str) -> None:
    assert RESOLVER.mentions(text, language=language).mentions == ()


def test_a_leaders_name_abroad_comes_with_person_and_term() -> None:
    (mention,) = RESOLVER.mentions("Путина", language="ru").mentions
    assert (mention.name_kind, mention.person) == (NameKind.LEADER, "Vladimir Putin")
    (mention,) = RESOLVER.mentions("Буш", on=in_year(2004), language="ru").mentions
    assert mention.person == "George W. Bush"


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("la Russie", "RUS"),
        ("Россия", "RUS"),
        ("россия", "RUS"),
        ("俄罗斯", "RUS"),
        ("روسيا", "RUS"),
        ("Rusya", "RUS"),
        ("allemagne", "DEU"),
        ("die Schweiz", "CHE"),
        ("República Democrática del Congo", "COD"),
        ("poutine", "RUS"),
        ("onu", "united-nations"),
        ("otan", "nato"),
        ("حزب الله", "hezbollah"),
        ("北约", "nato"),
        ("us", "USA"),
        ("Turkey", "TUR"),
    ],
)
def test_an_actor_is_known_by_its_name_in_any_language(name: str, id_: str) -> None:
    actor = RESOLVER.named(name)
    assert isinstance(actor, AskedActor), actor
    assert actor.id == id_


@pytest.mark.parametrize("name", ["Tour", "la Russie et la Syrie", "Россия и США", "русский язык"])
def test_what_names_no_one_actor_in_any_language_is_not_guessed(name: str) -> None:
    assert not isinstance(RESOLVER.named(name), AskedActor)


def test_the_main_state_of_a_french_text_is_read_in_french() -> None:
    texts = ["La Syrie a demandé de l'aide.", "Les forces syriennes avancent.", "Alep, en Syrie."]
    assert RESOLVER.main_state(texts, language="fr") == "SYR"
    assert RESOLVER.main_state(texts, language="en") is None
    assert RESOLVER.main_state(texts) == "SYR"


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(TEXTS), max_size=3),
    st.text(max_size=15),
    st.sampled_from([None, "xx", *LETTERS]),
    st.booleans(),
)
def test_mentions_in_any_language_are_sorted_apart_and_quote_the_text(
    texts: list[str], between: str, language: str | None, any_case: bool
) -> None:
    text = between.join(texts)
    resolved = RESOLVER.mentions(text, language=language, any_case=any_case)
    spans = sorted((*resolved.mentions, *resolved.unresolved), key=lambda one: one.start)
    assert all(one.text == text[one.start : one.end] != "" for one in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
