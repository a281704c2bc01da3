"""PDF documents made for the tests: invented plans, laid out as offices lay them out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas


class Paper:
    """Sets lines on A4 pages: 28 characters of 16 points a line, as official documents are printed (GB/T 9704)."""

    size, left, right, top, bottom, leading = 16.0, 80.0, 80.0 + 28 * 16, 740.0, 100.0, 28.0

    def __init__(self, path: Path, header: str = "", number: str = "— {} —") -> None:
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        self.canvas = Canvas(str(path), pagesize=A4, invariant=1)
        self.header, self.number, self.page = header, number, 0
        self._begin()

    def _begin(self) -> None:
        self.page += 1
        self.y = self.top
        self.notes: list[str] = []
        if self.header:
            self._draw(self.header, self.left, 800, 10)

    def _draw(self, text: str, x: float, y: float, size: float) -> None:
        self.canvas.setFont("STSong-Light", size)
        self.canvas.drawString(x, y, text)

    def _step(self, height: float = 0) -> None:
        self.y -= height or self.leading
        if self.y < self.bottom + 20 * len(self.notes):
            self.turn()

    def turn(self) -> None:
        """End the page: footnotes, page number."""
        for i, note in enumerate(self.notes):
            self._draw(note, self.left, self.bottom + 14 * (len(self.notes) - 1 - i) - 10, 10)
        self._draw(self.number.format(self.page), 280, 50, 14)
        self.canvas.showPage()
        self._begin()

    def centred(self, *lines: str, size: float = 20) -> None:
        """Set lines in the middle."""
        for text in lines:
            self._draw(text, (A4[0] - pdfmetrics.stringWidth(text, "STSong-Light", size)) / 2, self.y, size)
            self._step()

    def right_aligned(self, *lines: str) -> None:
        """Set lines at the right, as signatures stand."""
        for text in lines:
            self._draw(
                text, self.right - 64 - pdfmetrics.stringWidth(text, "STSong-Light", self.size), self.y, self.size
            )
            self._step()

    def paragraph(self, text: str, indent: int = 2, note: str = "") -> None:
        """Set a paragraph, its first line indented by two characters."""
        if note:
            self.notes.append(note)
        x = self.left + indent * self.size
        line = ""
        for sign in text:
            width = pdfmetrics.stringWidth(line + sign, "STSong-Light", self.size)
            if x + width > self.right + 0.1 and sign not in "，。；：、”）》":
                self._draw(line, x, self.y, self.size)
                self._step()
                x, line = self.left, ""
            line += sign
        self._draw(line, x, self.y, self.size)
        self._step()

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Set a ruled table."""
        height, width = 26, (self.right - self.left) / len(rows[0])
        for row in rows:
            for i, cell in enumerate(row):
                x = self.left + i * width
                self.canvas.rect(x, self.y - 8, width, height)
                self._draw(cell, x + 6, self.y, 12)
            self._step(height)
        self._step()

    def save(self) -> None:
        self.turn()
        self.canvas.save()


def red_head(path: Path) -> None:
    """Write a notice with its plan as an office prints it: red head, two pages and more, a table, a footnote."""
    paper = Paper(path)
    paper.centred("溪 口 县 人 民 政 府 文 件", size=30)
    paper.centred("溪政〔2025〕7号", size=16)
    paper.centred("溪口县人民政府关于印发", "溪口通用航空产业园建设三年行动计划", "（2025—2027年）的通知")
    paper.paragraph("各乡镇人民政府、街道办事处，县政府各部门：", indent=0)
    paper.paragraph(
        "《溪口通用航空产业园建设三年行动计划（2025—2027年）》已经县政府常务会议审议通过，现印发给你们，请认真抓好贯彻落实。"
    )
    paper.right_aligned("溪口县人民政府", "2025年5月20日")
    paper.paragraph("（此件公开发布）")
    paper.turn()
    paper.centred("溪口通用航空产业园建设三年行动计划", "（2025—2027年）")
    paper.paragraph(
        "为深入贯彻《东江省通用航空发展规划》（东政发〔2022〕31号）精神，加快建设溪口通用航空产业园，制定本行动计划。"
    )
    paper.paragraph("一、发展目标")
    paper.paragraph(
        "到2027年，产业园实现营业收入150亿元①，引进整机和关键零部件企业35家，建成飞行服务站2个；“十五五”期间力争再翻一番。",
        note="① 营业收入指园区注册企业的主营业务收入，统计口径由县统计局另行制定。",
    )
    paper.table((("序号", "指标", "2027年"), ("1", "营业收入（亿元）", "150"), ("2", "通航飞行时间（万小时）", "1.2")))
    paper.paragraph("二、重点任务")
    paper.paragraph("（一）建设完善的通用航空基础设施网络和覆盖全县域的低空飞行服务保障体系")
    paper.paragraph(
        "1.完善机场设施。实施跑道延长工程，跑道长度由800米延长至1200米，新建机库3万平方米，停机坪面积扩大到5万平方米，满足各类通用航空器起降和停放需要；"
        "配套建设航油、气象、通信导航设施，提升全天候运行保障能力，年保障起降能力达到2万架次。"
    )
    paper.paragraph("2.建设飞行营地。依托溪口水库、云顶山等资源建设飞行营地3个，开通低空旅游航线5条以上。")
    paper.paragraph("（二）培育特色产业")
    paper.paragraph("3.发展整机制造。支持企业开展型号合格审定，力争取得型号合格证2个，年产轻型运动飞机100架。")
    paper.paragraph("三、保障措施")
    paper.paragraph("县政府成立领导小组，定期研究解决重大问题，确保各项任务落到实处。")
    paper.paragraph("抄送：县委各部门，县人大常委会办公室，县政协办公室，县监委，县法院，县检察院。", indent=1)
    paper.paragraph("溪口县人民政府办公室　　　　　2025年5月22日印发", indent=1)
    paper.save()


def five_year(path: Path) -> None:
    """Write a five-year plan with a cover, a table of contents, running heads and chapters without a notice."""
    paper = Paper(path, header="莲塘经济技术开发区“十五五”产业发展规划", number="{}")
    paper.centred("莲塘经济技术开发区", "“十五五”产业发展规划", size=26)
    paper.centred("莲塘经济技术开发区管理委员会", "2026年3月", size=16)
    paper.turn()
    paper.centred("目 录")
    for entry in (
        "第一章 发展基础\u2026\u2026\u2026\u2026\u2026\u20263",
        "第二章 主要任务\u2026\u2026\u2026\u2026\u2026\u20263",
    ):
        paper.paragraph(entry, indent=0)
    paper.turn()
    paper.centred("第一章 发展基础")
    paper.centred("第一节 主要成效", size=16)
    paper.paragraph(
        "“十四五”期间，开发区规模以上工业总产值年均增长9.6%，2025年达到2150亿元，占全市比重超过三成，集聚国家级专精特新“小巨人”企业28家，上市企业9家。"
    )
    paper.paragraph("营商环境持续优化，企业开办时间压缩至1个工作日以内。")
    paper.centred("第二节 机遇挑战", size=16)
    paper.paragraph("新一轮科技革命深入推进。")
    paper.turn()
    paper.centred("第二章 主要任务")
    paper.centred("第一节 壮大主导产业", size=16)
    paper.paragraph("一、新型显示")
    paper.paragraph("到2030年，产值突破1000亿元。")
    paper.paragraph("二、汽车电子")
    paper.paragraph("到2030年，引进头部企业5家，产值达到400亿元左右。")
    paper.save()


def scanned(path: Path) -> None:
    """Write a PDF of pictures alone."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.rect(100, 100, 200, 300, fill=1)
    canvas.save()


COLUMN = "推动平台建设工作的开展完善工作体系"


def columns(path: Path) -> None:
    """Write a page in two columns below a title across both."""
    paper = Paper(path)
    paper.centred("柳园行动方案")
    begin = paper.y
    for x, heading in ((80.0, "一、主要目标"), (320.0, "二、重点任务")):
        for n, text in enumerate((heading, *[COLUMN] * 12)):
            paper._draw(text, x, begin - 20 * n, 12)
    paper.save()


def spaced(path: Path) -> None:
    """Write paragraphs without indents, set apart by space as browsers print them."""
    paper = Paper(path)
    for _ in range(6):
        for text in ("一个段落的第一行一直写到右边的页边为止所以第", "二行接在后面，说完了这一句话。"):
            paper._draw(text, paper.left, paper.y, 20)
            paper._step(26)
        paper._step(16)
    paper.save()


def beside(path: Path) -> None:
    """Write a ruled table with words beside it."""
    paper = Paper(path)
    paper.paragraph("一、主要目标")
    top = paper.y
    paper.right = 300
    paper.table((("指标", "目标"), ("产值", "30")))
    paper._draw("表旁的字", 400, top, 12)
    paper.save()


def doubling(forms: int) -> str:
    """Return the objects of a page whose form draws another twice, that one the next, and so on."""
    drawn = [
        f"{i} 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 6 8]/Resources<</XObject<</X {i + 1} 0 R>>>>/Length 12>>"
        "stream\n/X Do /X Do \nendstream endobj"
        for i in range(10, 10 + forms)
    ]
    last = (
        f"{10 + forms} 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 6 8]/Length 11>>stream\n0 0 m 1 1 l\nendstream endobj"
    )
    page = (
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 6 8]/Resources<</XObject<</X 10 0 R>>>>/Contents 4 0 R>>endobj "
        "4 0 obj<</Length 6>>stream\n/X Do \nendstream endobj"
    )
    return "\n".join([page, *drawn, last])
