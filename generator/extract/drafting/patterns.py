"""What numbers promise and measure nothing, told by their form: one ordered table of patterns with named kinds.

The first pattern that covers a number decides. A form that a quantity could take too (两个, 三年) stands at the end or not
at all. The kinds are the reasons of the records (decision 0004).
"""

from __future__ import annotations

import re

from generator.language.dates import FIVE_YEAR_PLAN, WRITTEN_PLAN
from generator.language.lexicon import COUNTED, ENUMERATED, LARGE, NUMERAL, comparing
from generator.records.exclusion import ExclusionReason

_N = f"[{NUMERAL}]"
_SMALL = f"[{ENUMERATED}两双]"
_REACHES, _AFTER = comparing("gt", "ge", reaches=True), comparing(position="after")
_HAN = "[\u4e00-\u9fff]"
_DASH = "[-—–~～至]"
# Units of measure in Latin letters; any other letters beside a digit are a name (5G, 3D, G60).
_MEASURED = r"(?:[kMGT]?W(?:h|p)?|[kcmn]?m[23²³]?|[kKMGTPE]?B|t|kg|P|[EP]?FLOPS|Mbps|Gbps)(?![A-Za-z])"
# What may stand between a size and the class it names (10亿元以上重大项目); a verb may not: 1亿元支持企业10家.
_KINDS = "(?:重大|重点|领军|龙头|骨干|优质|单体|标志性|链主|产业|制造业?|工业|服务业|科技|投资|税收|规上|上市)"

_TABLE: tuple[tuple[ExclusionReason, str], ...] = (
    # documents, and what is cited of them
    ("citation", rf"(?:{_HAN}{{1,12}})?\s*[〔\[【（(]\s*(?:19|20)\d\d\s*[〕\]】）)]\s*(?:第\s*)?\d+\s*号"),
    ("citation", rf"第(?:{_N}|\d)+[章条款编](?!线)"),
    ("citation", rf"{WRITTEN_PLAN}(?:和二〇{_N}+年远景目标)?(?:纲要)?"),
    ("structure", r"(?:专栏|附[表件图])\s*\d+"),
    # sizes by which a class is named: 超百亿元企业10家, 亿元以上项目60个
    (
        "formula",
        rf"{_REACHES}?(?:\d[\d.]*|{_N}+)[{LARGE}]*元(?:{_AFTER}|级)?的?"
        rf"(?={_KINDS}*(?:企业|公司|项目|集群|楼宇)(?:数量|总数)?"
        rf"(?:{comparing()}|有)*(?:\d|[两三四五六七八九十]+[家个]))",
    ),
    # dates and periods
    ("date", r"(?:19|20)\d\d\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?(?!底|末|初|以?前|之前)"),
    ("date", r"\d{1,2}\s*月\s*\d{1,2}\s*日"),
    ("period", rf"(?:19|20)\d\d年?\s*{_DASH}+\s*(?:19|20)\d\d年?(?:度)?"),
    ("period", rf"{FIVE_YEAR_PLAN}(?=期|末|时期|规划|以来|[，,、。；;”\s{'规发奋时末期初建战'}]|$)"),
    ("period", r"(?<=[（(])(?:19|20)\d\d年(?=[）)])"),
    ("period", rf"关键{_N}年|(?:连续|近|未来|今后|过去|用|分|新){{1}}(?:{_N}{{1,3}}|\d{{1,2}})年(?:时间|左右)?"),
    (
        "period",
        rf"(?:{_N}{{1,3}}|(?<![\d.])\d{{1,2}})年(?:[一期内来间度有见上出打]|努力|大跨越|行动|计划|累计|储备|规划|时间|任期|目标)",
    ),
    ("period", rf"(?<!第)(?<!\d)(?<!{_N}){_SMALL}年(?=新[建增])"),
    ("period", rf"每(?:年|季度|月|周|半年|两周|个?季度)[^,，。;；]{{0,8}}?(?:{_SMALL}|\d+)次(?!{_AFTER}|数)"),
    ("period", r"分[两三四]期"),
    ("idiom", r"7\s*[×xX*]\s*24(?:小时)?|24小时(?!以?内|响应|办)|365天|百年未有之大变局|百年(?!老店)|千年"),
    ("structure", r"[（(]\d{1,2}[)）](?=[一-鿿])"),
    ("structure", r"(?:每)?万元(?=产值|GDP|增加值|工业增加值|地区生产总值)|每万(?:名|户|辆|家)|每[百千](?:人|名|户)"),
    # ordinals
    (
        "ordinal",
        rf"(?:(?:{_N}|\d)+届)(?:{_N}|[、中和])*(?:全会|全体会议)|{_N}+届(?:{_HAN}{{2,8}}会)?(?:第\d+次{_HAN}{{0,2}}会议)?",
    ),
    ("ordinal", r"十[七八九]大|二十[一二]?大"),
    (
        "ordinal",
        rf"第(?:{_N}|\d)+{_HAN}{{0,4}}?(?:会议|全会)|第(?:{_N}|\d)+(?:{_HAN}(?={_HAN}))?|前\s*(?:\d+|[三五十]|[二三五]十)\s*(?:[强名位]|(?=[，,。；;、]|$))",
    ),
    ("ordinal", r"[一二三四](?:、[一二三四])*期(?=项目|工程|建设|、|和|$)"),
    # names
    ("name", rf"(?:\d+|{_N}+)(?:吨|千?伏|[千兆]?瓦|平方?米)级{_AFTER}?"),
    ("name", r"\d类(?:新药|医疗器械)?"),
    ("formula", r"[一二三](?:、[一二三])+次?产业|[十百千万]{2,}(?=”?工程|”?计划|”?行动)"),
    ("idiom", rf"[一半每][年季月周旬日]一(?!{_N}|[家个项件场次名]){_HAN}{{2}}(?=[”、，,。；;]|$)|清零"),
    ("name", r"最多跑[一1]次"),
    ("idiom", r"最后一(?:公里|百米|米|环)|一件事一次办"),
    (
        "name",
        rf"[A-Za-z][A-Za-z.]*[-\s]?\d+(?:\.\d+)?[A-Za-z]*(?:/\d*[A-Za-z]+)?|\d+(?:\.\d+)?(?!{_MEASURED})[A-Za-z][A-Za-z]*",
    ),
    ("name", r"1\d{4}(?=热线|平台|企业|便民|政务|市民)"),
    (
        "name",
        rf"(?:地铁|轨道交通|轻轨)?\d+号(?:线|楼|航站楼|门|院|桥|码头|地块|机库|馆)?|{_N}{{1,3}}号(?:线|楼|航站楼|院)",
    ),
    ("name", rf"(?:千兆|万兆|百兆)(?:光网|光纤|宽带|网络|入户|Wi-Fi|城市|园区|{_HAN}{{1,2}})"),
    (
        "name",
        rf"[“《](?:[^“”《》]{{0,6}}[百千万双十]+{_HAN}{{0,6}}|{_HAN}{{2,6}}\d+条)(?:计划|工程|行动|榜单?|新政)?[”》]|{_HAN}{{2}}新政\d+条",
    ),
    (
        "name",
        rf"(?:[五二三]?百|千|十|\d+0{{1,2}})强(?:企业)?(?:榜单?)?|[百千万]人计划|(?:{_N}|\d)+分钟[^,，。]{{0,6}}?圈",
    ),
    (
        "name",
        rf"(?<=批)零|零(?=碳|信任|距离|等待|跑动|排放|延误|工|部件|配件|组件|件|星|散|容忍|接触|门槛|成本|关税|障碍|差错|事故|上门)|一带一路|一网通办|一网统管|一码通|一卡通|一{_HAN}通|“一{_HAN}通”|一照多址|一证多址",
    ),
    ("formula", r"“\d{3,4}”"),
    ("name", r"“\d+[A-Za-z]?”|一号(?=工程|发展|改革|开放|文件|课题)"),
    # policy formulas, counts of what the text lists, sizes by which a class is named (超百亿元的企业5家)
    (
        "formula",
        rf"{_REACHES}?(?:\d[\d.]*|{_N}+)[{LARGE}]*元{_AFTER}?的(?=(?:企业|项目|集群|{_REACHES}|有){{0,2}}\d)",
    ),
    ("formula", r"“?(?:\d+[区园镇街核带轴片廊点湾]){2,}”?|\d{3}(?=计划)|两院(?=院士)"),
    ("formula", rf"“?[\dN]+个{_HAN}{{1,6}}(?:\+[\dNXn]+个{_HAN}{{1,6}}?)+(?=[”，,、。；;的]|$)”?"),
    ("formula", r"“?[\dN]+\s*\+\s*[\dNXn]+(?:\s*\+\s*[\dNXn]+)*”?"),
    (
        "formula",
        rf"(?:{_SMALL}(?:核|轴|带|心|翼|区|廊|圈|极|园|片区?|点|组团|链|环|谷|港|城|湾|岛|中心|基地|走廊|街区|河|路|岸|线)){{2,}}",
    ),
    (
        "formula",
        rf"{_SMALL}[核轴带心翼极区廊园片点链谷港]{_HAN}{{2}}(?:、{_SMALL}[核轴带心翼极区廊园片点链谷港]{_HAN}{{2}})+",
    ),
    ("formula", rf"(?<=“){_SMALL}{_HAN}{{1,2}}(?:{_SMALL}{_HAN}{{1,2}})+(?=”)"),
    ("formula", rf"一{_HAN}{{1,3}}一{_HAN}{{1,3}}(?:一{_HAN}{{1,2}})?(?=[”、，,。；;的原方服机制方式模进]|$)"),
    (
        "formula",
        rf"(?:{_SMALL}|\d)位一体|(?:{_SMALL}|\d)步走|(?:{_SMALL}|\d)通一平|(?:{_SMALL}|\d)个一|[十百千万]{{2,}}(?=工程|计划|行动|”)",
    ),
    (
        "formula",
        rf"(?:{_SMALL}|\d+|[{COUNTED}两]?十[{COUNTED}]?)大(?!于)(?:类|力量)?(?:{_HAN}{{0,6}}?(?:产业集聚圈|产业集群|新兴产业|产业|任务|功能区|片区|基地|体系|行动|工程|领域|地标|队伍|功能|平台|品牌))?",
    ),
    ("formula", rf"{_SMALL}个(?:中心|方面|维度|层面|结合|坚持|环节|统筹|转变|意识|重点|方向|阶段|关键|聚焦|全面|转型)"),
    (
        "formula",
        rf"中环{_SMALL}翼|{_SMALL}(?:网|业|链|化|核|翼|山|新|型|链|区|城|院)(?=[一-鿿]{{0,2}}耦合|融合|联动|合一|协同|同步|经济|企业|并进|辉映|”)|[十百千万]*亿级|[百千万]亿?级",
    ),
    ("formula", rf"{_HAN}{{2,10}}(?:区域|地区|地块)?为[一二三](?:轴|带|核|心|翼|区)"),
    # idioms
    (
        "idiom",
        r"千方百计|万众(?:创新|一心)|千家万户|千行百业|百花齐放|千载难逢|零的突破|零突破|(?:从|由)?[零0]到[一1](?!的突破)",
    ),
    (
        "idiom",
        rf"一(?:揽子|站式?|次性?|盘棋|口|件事|抓到底|张(?:网|图|表|蓝图)|把手|窗|线|起|代|方面|手|步到位|道|同|直|并|旦|部分|定|以贯之|如既往|系列|揽|届|年一度)(?:{_HAN}{{0,3}}次?办|申报|办结|受理)?",
    ),
    ("formula", r"一(?:个|套|张|批|支|条|家|座|所|项|处|种|份|名|位|本|类)(?!高|重)"),
    # structure of the text itself
    ("structure", r"单位[:：]\s*[万亿]+|附件\s*\d+|[附图表]\s*\d+(?=[：:\s])|[\[〔]\d{1,2}[\]〕]|[（(][一二三四五六七八九十]{1,3}[)）]"),
    ("structure", rf"(?:(?<=^)|(?<=[。；;：:\s]))\d{{1,2}}(?:\.\d{{1,2}})*[.．、](?={_HAN})"),
    # what a rule sets: age, term, validity
    ("condition", r"(?<![\d.])\d{1,3}\s*周?岁(?:[(（]含[)）])?及?以[上下内]"),
    ("period", rf"(?:有效期|建设期|任期|聘期|过渡期|周期|年限|期限)[^，,。；;]{{0,8}}?(?:\d+|{_N}{{1,3}})(?:年|个月)"),
    # political counts, and Chinese numerals between quotation marks
    ("formula", rf"“[^“”]{{0,14}}?(?<!\d)[{ENUMERATED}百千万两双][^“”]{{0,14}}”"),
    ("formula", rf"(?:{_SMALL}|\d)(?:个面向|件大事|个维护|个意识|个确立|次分配|农|防|保障)|{_N}{{1,2}}部[门委](?:局)?"),
    ("formula", r"[两三四五](?=级(?:联动|政府|管理|协同|体系|财政|以上|架构|网络|响应))|三甲|[一二三四]级(?=医院|学科|响应|甲等)"),
    ("formula", rf"{_SMALL}(?:项|大|类|种|条|张)(?:重大|主要|基本|重要|核心|重点)?(?:制度|清单|机制|原则|任务|抓手|关系|作用|底线|红线|防线|主线)"),
    ("idiom", rf"亿万(?={_HAN})|万家灯火|(?<!\d)万[众物象能全无]|千[变篇]|三令五申|五湖四海|四季|[百千万](?=企|村|校|镇|城|店|人大)|百[日年花]"),
    ("date", r"[一二三四]季度|(?<!\d)\d{1,2}\s*月(?:份|底|初|中旬|上旬|下旬)?(?:以?前|之前)?"),
    ("name", r"四川|三亚|三明|六安|九江|五台|三峡|三门峡|六盘水|百色|万州|七台河|双鸭山|二维码?|三维|[一二三]线城市|二手|三方"),
    ("name", r"\d+\.\d+(?=版|时代)|\d{3,4}-\d{7,8}|1[3-9]\d{9}"),
    ("name", r"[一二三四五]类(?=医疗器械|疫苗|新药)|[Ａ-Ｚａ-ｚ][０-９]+|[０-９]+[Ａ-Ｚａ-ｚ]"),
    ("name", r"\d+(?:公里|米|分钟)(?:范围|半径|生活圈|步行|可达|通勤圈|交通圈)"),
    ("ordinal", r"[一二三]等奖|[一二三]星级?|[二三四]级(?=以上)"),
    ("period", rf"(?<![\d.])\d{{1,3}}\s*年(?!\d)|(?<!{_N})[{COUNTED}十百]{{1,3}}年"),
    ("date", r"(?<![\d.])20[0-5]\d(?=行动|规划|计划|方案|[（()）》]|$)"),
)

PATTERNS = tuple((reason, re.compile(pattern)) for reason, pattern in _TABLE)
