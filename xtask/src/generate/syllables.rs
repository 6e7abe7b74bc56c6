//! The syllables of made-up names, each in the scripts in which cities write their names.

/// A syllable, or a name made of several, as each script spells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Spelling {
    pub(super) latin: String,
    pub(super) chinese: String,
    pub(super) cyrillic: String,
    pub(super) arabic: String,
    pub(super) korean: String,
}

impl Spelling {
    /// Adds a syllable at the end.
    pub(super) fn push(&mut self, syllable: &Syllable) {
        let (latin, chinese, cyrillic, arabic, korean) = syllable;
        self.latin.push_str(latin);
        self.chinese.push_str(chinese);
        self.cyrillic.push_str(cyrillic);
        self.arabic.push_str(arabic);
        self.korean.push_str(korean);
    }

    /// Begins a new word in the scripts that have words.
    pub(super) fn break_word(&mut self) {
        for text in [
            &mut self.latin,
            &mut self.cyrillic,
            &mut self.arabic,
            &mut self.korean,
        ] {
            text.push(' ');
        }
    }
}

/// Latin, Chinese, Cyrillic, Arabic, Korean.
pub(super) type Syllable = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

/// The syllables of a region; an unknown region speaks as Europe does.
pub(super) fn of_region(region: &str) -> &'static [Syllable] {
    match region {
        "africa" => &AFRICA,
        "arab-states" => &ARAB_STATES,
        "asia-and-the-pacific" => &ASIA,
        "latin-america-and-the-caribbean" => &LATIN_AMERICA,
        _ => &EUROPE,
    }
}

// Twenty each: names of two to four of them are then so varied that 100,000 rarely meet.

#[rustfmt::skip]
const AFRICA: [Syllable; 20] = [
    ("ba", "巴", "ба", "با", "바"), ("ka", "卡", "ка", "كا", "카"), ("mo", "莫", "мо", "مو", "모"),
    ("lu", "卢", "лу", "لو", "루"), ("sa", "萨", "са", "سا", "사"), ("ndo", "恩多", "ндо", "ندو", "은도"),
    ("ki", "基", "ки", "كي", "키"), ("ta", "塔", "та", "تا", "타"), ("we", "韦", "ве", "وي", "웨"),
    ("mba", "姆巴", "мба", "مبا", "음바"), ("go", "戈", "го", "غو", "고"), ("zi", "齐", "зи", "زي", "지"),
    ("ru", "鲁", "ру", "رو", "루"), ("na", "纳", "на", "نا", "나"), ("ye", "耶", "йе", "يي", "예"),
    ("do", "多", "до", "دو", "도"), ("fa", "法", "фа", "فا", "파"), ("bu", "布", "бу", "بو", "부"),
    ("li", "利", "ли", "لي", "리"), ("sha", "沙", "ша", "شا", "샤"),
];

#[rustfmt::skip]
const ARAB_STATES: [Syllable; 20] = [
    ("al", "阿勒", "аль", "ال", "알"), ("ra", "拉", "ра", "را", "라"), ("ha", "哈", "ха", "حا", "하"),
    ("mi", "米", "ми", "مي", "미"), ("sur", "苏尔", "сур", "سور", "수르"), ("dar", "达尔", "дар", "دار", "다르"),
    ("qas", "加斯", "кас", "قص", "카스"), ("ir", "伊尔", "ир", "ير", "이르"), ("ba", "巴", "ба", "با", "바"),
    ("ni", "尼", "ни", "ني", "니"), ("wa", "瓦", "ва", "وا", "와"), ("din", "丁", "дин", "دين", "딘"),
    ("sal", "萨勒", "саль", "سال", "살"), ("hu", "胡", "ху", "هو", "후"), ("mar", "马尔", "мар", "مار", "마르"),
    ("zi", "齐", "зи", "زي", "지"), ("tar", "塔尔", "тар", "تار", "타르"), ("ya", "亚", "я", "يا", "야"),
    ("ki", "基", "ки", "كي", "키"), ("lan", "兰", "лан", "لان", "란"),
];

#[rustfmt::skip]
const ASIA: [Syllable; 20] = [
    ("nan", "南", "нань", "نان", "남"), ("jin", "金", "цзинь", "جين", "진"), ("su", "苏", "су", "سو", "수"),
    ("hai", "海", "хай", "هاي", "해"), ("yang", "阳", "ян", "يانغ", "양"), ("bei", "北", "бэй", "بي", "북"),
    ("lin", "林", "линь", "لين", "림"), ("dong", "东", "дун", "دونغ", "동"), ("shan", "山", "шань", "شان", "산"),
    ("an", "安", "ань", "آن", "안"), ("chi", "池", "чи", "تشي", "치"), ("wu", "武", "у", "وو", "무"),
    ("tai", "泰", "тай", "تاي", "태"), ("gu", "谷", "гу", "غو", "구"), ("ho", "和", "хо", "هو", "호"),
    ("ming", "明", "мин", "مينغ", "명"), ("pu", "浦", "пу", "بو", "포"), ("rai", "来", "рай", "راي", "래"),
    ("kan", "康", "кан", "كان", "강"), ("mi", "米", "ми", "مي", "미"),
];

#[rustfmt::skip]
const EUROPE: [Syllable; 20] = [
    ("ber", "贝尔", "бер", "بير", "베르"), ("lin", "林", "лин", "لين", "린"), ("stra", "斯特拉", "стра", "سترا", "스트라"),
    ("burg", "堡", "бург", "بورغ", "부르크"), ("vil", "维尔", "виль", "فيل", "빌"), ("nov", "诺夫", "нов", "نوف", "노브"),
    ("gor", "戈尔", "гор", "غور", "고르"), ("mon", "蒙", "мон", "مون", "몽"), ("ti", "蒂", "ти", "تي", "티"),
    ("ca", "卡", "ка", "كا", "카"), ("os", "奥斯", "ос", "أوس", "오스"), ("dal", "达尔", "даль", "دال", "달"),
    ("fel", "费尔", "фель", "فيل", "펠"), ("ra", "拉", "ра", "را", "라"), ("men", "门", "мен", "مين", "멘"),
    ("po", "波", "по", "بو", "포"), ("sel", "塞尔", "сель", "سيل", "셀"), ("do", "多", "до", "دو", "도"),
    ("wick", "威克", "вик", "ويك", "윅"), ("tur", "图尔", "тур", "تور", "투르"),
];

#[rustfmt::skip]
const LATIN_AMERICA: [Syllable; 20] = [
    ("san", "圣", "сан", "سان", "산"), ("ta", "塔", "та", "تا", "타"), ("que", "克", "ке", "كي", "케"),
    ("ma", "马", "ма", "ما", "마"), ("ri", "里", "ри", "ري", "리"), ("lo", "洛", "ло", "لو", "로"),
    ("chi", "奇", "чи", "تشي", "치"), ("co", "科", "ко", "كو", "코"), ("pe", "佩", "пе", "بي", "페"),
    ("ju", "胡", "ху", "خو", "후"), ("bo", "博", "бо", "بو", "보"), ("ga", "加", "га", "غا", "가"),
    ("li", "利", "ли", "لي", "리"), ("mar", "马尔", "мар", "مار", "마르"), ("do", "多", "до", "دو", "도"),
    ("sa", "萨", "са", "سا", "사"), ("cu", "库", "ку", "كو", "쿠"), ("ve", "韦", "ве", "في", "베"),
    ("ran", "兰", "ран", "ران", "란"), ("go", "戈", "го", "غو", "고"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_syllable_is_spelled_in_every_script() {
        for region in [AFRICA, ARAB_STATES, ASIA, EUROPE, LATIN_AMERICA] {
            for (latin, chinese, cyrillic, arabic, korean) in region {
                assert!(
                    latin.bytes().all(|byte| byte.is_ascii_lowercase()),
                    "{latin}"
                );
                let within = |text: &str, from: char, to: char| {
                    !text.is_empty() && text.chars().all(|letter| (from..=to).contains(&letter))
                };
                assert!(within(chinese, '一', '鿿'), "{latin}: {chinese}");
                assert!(within(cyrillic, 'а', 'я'), "{latin}: {cyrillic}");
                assert!(within(arabic, '؀', 'ۿ'), "{latin}: {arabic}");
                assert!(within(korean, '가', '힣'), "{latin}: {korean}");
            }
        }
    }

    #[test]
    fn a_name_has_its_words_where_the_script_has_words() {
        let mut name = Spelling::default();
        for (place, syllable) in ASIA.iter().take(3).enumerate() {
            if place == 2 {
                name.break_word();
            }
            name.push(syllable);
        }
        assert_eq!(name.latin, "nanjin su");
        assert_eq!(name.chinese, "南金苏");
        assert_eq!(name.korean, "남진 수");
    }
}
