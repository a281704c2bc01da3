"""What stands on a page or at its edges and is not the document: menus, share buttons, metadata, page numbers."""

from __future__ import annotations

import re

from generator.extract.structure.lines import Line

# What government sites call the fields of the record they keep of a document.
FIELDS = {
    "index_number": "索引号 索取号 信息索引号 信息索引 公开目录号",
    "document_number": "文号 发文字号 发文文号 文件编号 文件字号 公文编号 公文文号 字号 文件号",
    "issuers": (
        "发布机构 发文机关 发文单位 发文机构 制发机关 制发单位 制定机关 公开主体 公开机构 信息公开机构 发布单位 "
        "公开责任部门 责任部门 发布机关 印发机关"
    ),
    "disclosure": "公开类别 公开属性 公开方式 信息公开属性 信息公开类别 公开形式 公开选项",
    "published": "发布时间 发布日期 公开日期 公布日期 发文时间 上网日期 信息发布日期 公开时间 发表时间 时间 日期 "
    "PubDate",
    "signed": "成文日期 成文时间 生成日期 生成时间 签发日期 制发日期",
    "printed": "印发日期 印发时间",
    "author": "作者",
    "publisher": "来源 信息来源 文章来源 稿件来源 来源单位 SiteName",
    "address": "Url 原文链接 网址",
    "": (
        "标题 名称 信息名称 文件名称 主题 主题分类 主题词 所属主题 体裁分类 组配分类 信息分类 分类 文种 公文种类 "
        "服务对象 有效性 效力状态 有效期 文件状态 生效日期 实施日期 废止日期 失效日期 发文日期 公开范围 公开时限 "
        "公开期限 内容概述 关键词 载体类型 规范性文件编号 规范性文件登记号 统一编号 登记号 浏览次数 浏览量 阅读次数 "
        "阅读 点击次数 点击数 访问量 编辑 责任编辑 审核 字体 字体大小 发布 ArticleTitle ContentSource"
    ),
}
_FIELD_OF = {label: field for field, labels in FIELDS.items() for label in labels.split()}
_LABEL = "|".join(r"\s*".join(label) for label in sorted(_FIELD_OF, key=len, reverse=True))
_PAIR = re.compile(
    rf"(?:^(?:\d{{1,2}}[.．]\s*)?|(?<=[\s|｜\]】）)_；;])|(?<=[\u4e00-\u9fff\d])(?=发布(?:时间|日期)|来源\s*[:：]))"
    rf"(?:[【\[]?\s*(?P<label>{_LABEL})\s*[】\]]?\s*[:：|｜]\s*[|｜]?\s*"
    rf"|[【\[]\s*(?P<boxed>{_LABEL})\s*[】\]]\s*|(?P<dated>发布日期)(?=[（(]\d))"
)

# What lines of a page around a document begin with: what stands alone there (关闭窗口, but not 关闭落后产能), and what
# no document begins a line with.
_ALONE = (
    "首页 当前位置 您的位置 你的位置 所在位置 现在位置 您所在位置 您所在的位置 您当前的位置 您当前位置 "
    "您现在的位置 位置 目前位置 当前的位置 导航 返回 返回顶部 返回首页 返回列表 返回上页 返回上级 返回上一页 "
    "返回上一级 回到顶部 登录 注册 搜索 请输入 繁體 繁体 简体 English 无障碍 长者模式 适老 联系我们 关于我们 "
    "收藏 纠错 保存 分享 分享到 分享至 打印 关闭 复制 复制链接 大 中 小 背景色 听全文 朗读 语音播报 智能问答 "
    "全文下载 微信 微博 微博微信 QQ 朋友圈 点赞 评论 发表评论 热门 解读 图解 附件下载 下载附件 附件列表 浏览 点击 "
    "访问量 免责 免责声明 主办 主办单位 承办 承办单位 协办 协办单位 版权 版权所有 技术支持 摘要 导读 声明 编辑 "
    "审核 作者 来源 地址 邮编 联系电话 阅读 阅读次数 阅读量 阅读数 相关推荐 相关阅读 相关文章 相关链接 "
    "相关附件 相关文档 相关解读 相关稿件 相关新闻 相关政策 相关信息 相关内容"
)
_BEGUN = (
    "扫一扫 扫码 扫描二维码 手机版 手机扫 用手机 我要纠错 我要评论 我要分享 上一篇 上一条 上一页 下一篇 下一条 "
    "下一页 推荐阅读 为您推荐 猜你喜欢 政策解读 一图读懂 信息来源 文章来源 责任编辑 编者按 全文完 特别声明 "
    "未经授权 网站标识 网站地图 网站声明 网站支持 政府网站 备案号 Copyright ©"
)
_CHROME = re.compile(
    r"[\s【\[（(《<>|·•\-—]*(?:"
    rf"(?:{'|'.join(sorted(_ALONE.split(), key=len, reverse=True))})"
    r"(?:本[页文]|此[页文]|窗口|页面|网页|全文|文章|按钮|次数|[量数率])?"
    r"(?=$|[\s:：】\]）)|｜>＞»›/·\d])"
    rf"|首\s*页(?=$|[\s>＞»›/])|{'|'.join(_BEGUN.split())}|字\s*[体号][:：\s]*[大中小]|[大中小](?:\s+[大中小])+|大中小$|A[+\-]|END$|听全文约|_*\d{{4}}年第\d+号\S*公报$"
    r"|.{0,3}ICP|.{0,4}公网安备|新华社\S{0,8}\d{1,2}月\d{1,2}日电|新华社\S{0,8}电$)",
    re.IGNORECASE,
)
_NO_WORDS = re.compile(r"[-=_*~#|｜\s]+|\{\{.*\}\}|\{%.*%\}")
_PAGE_NUMBER = re.compile(
    r"[-—–－·]+\s*\d{1,4}\s*[-—–－·]+|第\s*\d{1,4}\s*页(?:\s*[/，,、]?\s*共\s*\d+\s*页)?|\d+\s*/\s*\d+\s*页?"
)
DOCUMENT_NUMBER = r"[\u4e00-\u9fff]{1,12}\s*[〔\[【(（]\s*(?:19|20)\d\d\s*[〕\]】)）]\s*\d{1,4}\s*号"
_DOCUMENT_NUMBER = re.compile(DOCUMENT_NUMBER)
_TITLED = "通知|意见|方案|办法|计划|规划|措施|决定|公告|细则"
# Where what a page prints in one line is several: a title, the number of the document, fields.
_PARTS = re.compile(
    rf"(?=_+\d{{4}}年第\d+号\S*公报$)|\s+(?={DOCUMENT_NUMBER}(?:\s|$))|(?<=号)\s+(?=(?:{_LABEL})\s*[:：])"
    r"|(?<=通知)\s*(?=[（(]发布(?:日期|时间)\s*[:：])"
    rf"|(?:(?<={')|(?<='.join(_TITLED.split('|'))}))\s+(?=(?:{_LABEL})\s*[:：])"
)
_LONGEST_HEAD = 200
_OTHER_FIELD = re.compile(r"[\u4e00-\u9fff]{1,6}\s*[:：]\s*\S{1,10}\s+")  # 国家: 中国, before fields that are known
_DAY_FIRST = re.compile(
    r"(?P<day>20\d\d-\d{1,2}-\d{1,2})(?:\s+\d{1,2}:\d\d(?::\d\d)?)?\s+(?:www\S+\s+)?(?=来源|发布|作者)"
)
_POSTED = re.compile(r"\S{0,12}\s*发表于\s*(?P<day>20\d\d-\d{1,2}-\d{1,2})")  # of a forum
_WITH_DAY = re.compile(r"(?P<name>\S.*?)\s+(?P<day>20\d\d[-/年]\d{1,2}[-/月]\d{1,2}日?)(?:\s+\d{1,2}:\d\d(?::\d\d)?)?")


def parts(words: str) -> list[str]:
    """Return the title, number and fields that a page prints in one line; the line itself when it is one of them."""
    if len(words) > _LONGEST_HEAD or "。" in words:
        return [words]
    return [part for part in _PARTS.split(words) if part.strip()] or [words]


def pairs(line: Line) -> list[tuple[str, str]]:
    """Return the fields a line of metadata gives, as (field, value); the field of a label without one here is ""."""
    if len(line.cells) > 1:
        cells = [_bare(cell) for cell in line.cells]
        found = [(_FIELD_OF[a], b) for a, b in zip(cells[::2], line.cells[1::2], strict=False) if a in _FIELD_OF]
        if found:
            return found
    words = " ".join(cell for cell in line.cells if cell) if line.cells else line.words
    if posted := _POSTED.match(words):
        return [("published", posted["day"])]
    matches = list(_PAIR.finditer(words))
    dated = _DAY_FIRST.match(words)
    led = len(matches) > 1 and _OTHER_FIELD.fullmatch(words, 0, matches[0].start())
    if not matches or (matches[0].start() > 0 and not dated and not led):
        return []
    ends = [match.start() for match in matches[1:]] + [len(words)]
    spans = zip(matches, ends, strict=True)
    day = [("published", dated["day"])] if dated else []
    return day + [pair for m, end in spans for pair in _dated(_FIELD_OF[_bare(_label(m))], words[m.end() : end])]


def _dated(field: str, value: str) -> list[tuple[str, str]]:
    """Return a field with its value; where a page prints its day behind the source, that day as well."""
    value = value.strip(" |｜_-—；;。")
    if field == "publisher" and (dated := _WITH_DAY.fullmatch(value)):
        return [(field, dated["name"]), ("published", dated["day"])]
    return [(field, value)]


def _label(match: re.Match[str]) -> str:
    return next(str(group) for group in match.groups() if group)


def is_field(line: Line) -> bool:
    """Return whether a line is the label of a field and nothing else: its value then stands in the next line."""
    return _bare(line.words) in _FIELD_OF


def _bare(label: str) -> str:
    """Return the label of a field without the spaces that stretch it, brackets and colon (标　题：)."""
    return re.sub(r"[\s:：【】\[\]]", "", label)


def is_chrome(line: Line) -> bool:
    """Return whether a line reads like a part of a page around a document; to be asked only outside its chapters."""
    words = line.words
    if re.search(r"首\s*页\s*[>＞»›/]", words):
        return True
    return bool(_CHROME.match(words)) and (
        not words.endswith("。") or words.startswith(("摘要", "导读", "编者按", "免责", "声明"))
    )


def says_nothing(line: Line) -> bool:
    """Return whether a line holds no word: a rule of signs, or what the page's template was to fill in."""
    return not line.cells and bool(_NO_WORDS.fullmatch(line.words))


def is_page_number(line: Line) -> bool:
    """Return whether a line is the number of a page."""
    return bool(_PAGE_NUMBER.fullmatch(line.words))


def document_number(words: str) -> str | None:
    """Return the 文号 a line begins with, or None."""
    match = _DOCUMENT_NUMBER.match(words)
    return match[0] if match else None
