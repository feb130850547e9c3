"""The figures of a text, as they compare between English and Chinese."""

from emptychair.text.numbers import readable, written
from for_each import for_each

PAIRS = [
    ("On 20 March 2019 police came.", "2019年3月20日，警方到来。"),
    ("On March 20, 2019 police came.", "2019-03-20，警方到来。"),
    ("on 2019-03-20, or in 2019-04", "2019年3月20日，或2019年4月"),
    ("On the 20th of Sept. 2019", "２０１９年９月２０日"),
    ("between 20 and 25 March", "3月20日和25日之间"),
    ("from 20 to 25 March 2019", "2019年3月20日至25日"),
    ("from 20 March to 5 April", "3月20日至4月5日"),
    ("in May 2019, and again in May", "2019年5月，5月又一次"),
    ("1,190 people, 18.5% of them", "1190人，其中百分之十八点五"),
    ("18.5 per cent", "18.5％"),
    ("93 percent", "百分之93"),
    ("half of the people, 50%", "半数人"),
    ("3 million, and 12,000 yuan", "300万，1.2万元"),
    ("more than 30 million", "3000多万"),
    ("100 million", "1亿"),
    ("held for two and a half years", "关押两年半"),
    ("three full days", "三天"),
    ("six months", "半年"),
    ("eleven years", "有期徒刑十一年"),
    ("a decade", "十年"),
    ("a fortnight", "两周"),
    ("in a few decades", "几十年来"),
    ("her third year", "她的第三年"),
    ("the 1980s", "八十年代"),
    ("the 1980s", "80年代"),
    ("at 4:30 p.m.", "下午4时30分"),
    ("at 16:30", "下午4:30"),
    ("at 2 p.m.", "下午2时"),
    ("at 8 in the morning", "上午8点"),
    ("three demands", "3点要求"),
    ("the COVID-19 outbreak, and the G20", "新冠疫情与二十国集团"),
    ("more than twenty people", "20多人"),
    ("a person", "1人"),
    ("the 30th anniversary", "三十周年"),
    ("Article 105(2) of the Criminal Law", "《刑法》第一百零五条第二款"),
    ("UA 37/19 (ASA 17/0115/2019)", "紧急行动37/19（ASA 17/0115/2019）"),
    ("sentenced to death with a two-year reprieve", "判处死刑，缓期执行"),
    ("a death sentence with reprieve", "死刑缓期二年执行"),
    ("two people were taken; both are free", "两人被带走；二人均已获释"),
    ("on 31 December", "12月31号"),
    ("12 Tiananmen Square", "天安门广场12号"),
    ("in May they may march", "五月他们可能游行"),
    ("the 709 crackdown", "709大抓捕"),
    ("between 2017 and 2019", "2017至2019年间"),
    ("18 months", "十八个月"),
    ("the 4th of June 1989", "一九八九年六月四日"),
]
DIFFERENCES = [
    ("On 20 March 2019", "2019年3月21日", ["20 March"], ["3月21日"]),
    ("On 20 March 2019", "2018年3月20日", ["2019"], ["2018"]),
    ("in May 2019", "2019年6月", ["May 2019"], ["6月"]),
    ("held for three years", "关押四年", ["three years"], ["四年"]),
    ("1,190 cases", "1,910宗", ["1,190"], ["1,910"]),
    ("18.5%", "百分之十八", ["18.5%"], ["百分之十八"]),
    ("3 million", "30万", ["3 million"], ["30万"]),
    ("at 4 p.m.", "下午5时", ["4 p.m"], ["5"]),
    ("He was held for twenty-two months.", "关押了二十个月。", ["twenty-two months"], ["二十个月"]),
    ("nobody knows", "48小时后", [], ["48"]),
    ("two years and six months", "", ["two years", "six months"], []),
]


@for_each("english, chinese", PAIRS)
def test_the_same_in_both_languages(english: str, chinese: str) -> None:
    """What one language writes is read in the other, in whatever form."""
    assert {figure for figure, _, _ in written(english, "en")} <= readable(chinese, "zh")
    assert {figure for figure, _, _ in written(chinese, "zh")} <= readable(english, "en")


@for_each("english, chinese, only_english, only_chinese", DIFFERENCES)
def test_what_differs(english: str, chinese: str, only_english: list[str], only_chinese: list[str]) -> None:
    """What is in one text only is found, as it is written."""
    there, here = readable(chinese, "zh"), readable(english, "en")
    found = [shown for figure, shown, _ in written(english, "en") if figure not in there]
    other = [shown for figure, shown, _ in written(chinese, "zh") if figure not in here]
    assert (found, list(dict.fromkeys(other))) == (only_english, only_chinese)


@for_each("text", ["May he rest", "to march in May", "十分重要", "万一", "千年古城", "八十年代", "周三", "一年"])
def test_words_that_only_look_like_figures(text: str) -> None:
    """A verb, an adverb, an idiom, a weekday, and what is said in too many ways."""
    assert written(text, "en" if text.isascii() else "zh") == []


def test_a_figure_has_its_place() -> None:
    """It begins where it is written."""
    text = "Then, on 20 March, for three years."
    assert [text[start:][: len(shown)] for _, shown, start in written(text, "en")] == ["20 March", "three years"]
