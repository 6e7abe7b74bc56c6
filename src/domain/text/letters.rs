//! The choices of folding that Unicode does not make for us. The build script turns them into the
//! table, the tests compare the table with them; the program itself does not carry this file.

/// Apostrophes and what is typed for them: they vanish, so that "Xi'an" is found as "xian".
pub(crate) const APOSTROPHES: &[char] = &[
    '\'', '`', '´', 'ʹ', 'ʻ', 'ʼ', 'ʽ', 'ʾ', 'ʿ', 'ˈ', '՚', '׳', '‘', '’', '‛', '′', '‵', 'ꞌ', '＇',
];

/// Letters without a decomposition, as they are typed where they are missing on the keyboard.
pub(crate) const LETTERS: &[(char, &str)] = &[
    // Latin
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('đ', "d"),
    ('ð', "d"),
    ('þ', "th"),
    ('ħ', "h"),
    ('ı', "i"),
    ('ĸ', "k"),
    ('ł', "l"),
    ('ŋ', "n"),
    ('ŧ', "t"),
    ('ə', "e"),
    ('ǝ', "e"),
    ('ɛ', "e"),
    ('ɔ', "o"),
    ('ɓ', "b"),
    ('ɖ', "d"),
    ('ɗ', "d"),
    ('ƙ', "k"),
    ('ƴ', "y"),
    ('ƒ', "f"),
    ('ɣ', "g"),
    ('ɩ', "i"),
    ('ɨ', "i"),
    ('ʉ', "u"),
    ('ʊ', "u"),
    ('ɲ', "n"),
    ('ǥ', "g"),
    ('ȷ', "j"),
    ('ƶ', "z"),
    ('ƀ', "b"),
    ('ɋ', "q"),
    ('ɍ', "r"),
    ('ɏ', "y"),
    ('ⱥ', "a"),
    ('ȼ', "c"),
    ('ɇ', "e"),
    // Greek and Cyrillic
    ('ς', "σ"),
    ('ґ', "г"),
    ('ғ', "г"),
    ('қ', "к"),
    ('ң', "н"),
    ('ұ', "у"),
    ('ү', "у"),
    ('ө', "о"),
    ('һ', "х"),
    ('ә', "а"),
    ('є', "е"),
    ('ҳ', "х"),
    ('ҷ', "ч"),
    // Arabic script: forms of one letter that keyboards and spellings exchange
    ('ة', "ه"),
    ('ى', "ي"),
    ('ی', "ي"),
    ('ٱ', "ا"),
    ('ک', "ك"),
    ('ہ', "ه"),
    ('ھ', "ه"),
    ('ە', "ه"),
    ('ـ', ""),
    ('٠', "0"),
    ('١', "1"),
    ('٢', "2"),
    ('٣', "3"),
    ('٤', "4"),
    ('٥', "5"),
    ('٦', "6"),
    ('٧', "7"),
    ('٨', "8"),
    ('٩', "9"),
    ('۰', "0"),
    ('۱', "1"),
    ('۲', "2"),
    ('۳', "3"),
    ('۴', "4"),
    ('۵', "5"),
    ('۶', "6"),
    ('۷', "7"),
    ('۸', "8"),
    ('۹', "9"),
];

/// Simplified characters of Chinese place names that need not be in the data: the traditional ones
/// for them are folded to them, as those for all in the data are. All pairs would be three thousand.
pub(crate) const PLACE_CHARACTERS: &str = "\
    东丰临丽义乌乐乡云仓会余兴冈凤刘务区华县卢厂厦叶吕吴国图圣场坝宁宝宾尔屿岗岛岭广庄庆应库\
    庐开张汉沈沧沪泸泽泾济港湾滨潍潜灵烟琼瓯盐碱纪绍绥绵罗胶艺莱莲萧蓝苍苏药观贵赞赣赵辉辽达\
    远连邓邹郑郸里金钟钦铁铜银锡锦镇镜长门关闸闽阁阳阴陆陇陈陕随韩韶顺饶马驻骆鱼鲁鳌鸡鹤黄齐\
    龙龟台杨极桥标沟盘";

/// Characters without width or meaning for a reader: joiners, direction marks, fillers, selectors.
pub(crate) const IGNORED: &[(char, char)] = &[
    ('\u{ad}', '\u{ad}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{180b}', '\u{180f}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{202a}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{fff0}', '\u{fff8}'),
];

/// What the table covers beside traditional characters. Left out, and so unchanged: other Chinese
/// characters with their radicals and compatibility forms, squared abbreviations, private use, and Hangul syllables, which are computed.
pub(crate) const COVERED: &[(char, char)] = &[
    ('\u{0}', '\u{2e7f}'),
    ('\u{2fe0}', '\u{31ff}'),
    ('\u{4dc0}', '\u{4dff}'),
    ('\u{a000}', '\u{abff}'),
    ('\u{d7a4}', '\u{d7ff}'),
    ('\u{fb00}', '\u{ffff}'),
];
