"""Read what a document says of itself: number, issuers, dates, period, the documents it rests on."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Literal

from generator.extract.structure import chrome, parents, prose, validity
from generator.extract.structure.document import Document
from generator.extract.structure.front import ADDRESSEES
from generator.extract.structure.metadata import Doubt, Metadata, Read, Validity
from generator.extract.structure.outline import Block
from generator.language import dates

_ADOPTION = re.compile(
    r"[已业]?经[^。；;《》]{2,80}?(?:审议通过|审核通过|讨论通过|研究通过|审定通过|审议同意|研究同意|审核同意|审定同意|同意|批准|审定|通过)"
)
_ADOPTED = re.compile(r"[（(](\d{4}年\d{1,2}月\d{1,2}日[^（）()]{2,60}通过)[）)]")
_DISCLOSURE = re.compile(r"(?:信息)?公开(?:选项|属性|方式|形式|类别)\s*[:：]\s*(\S+)")
_RELEASE = re.compile(r"[（(](此件[^）)]{2,12})[）)]")
_GIVEN = re.compile(r"现[^。]{0,200}?(批转|转发|印发)|(批转|转发|印发)给你们")
_ISSUANCE: dict[str, Literal["issued", "approved-and-forwarded"]] = {
    "印发": "issued", "批转": "approved-and-forwarded", "转发": "approved-and-forwarded",
}  # fmt: skip
# What a page that prints a document again puts before its title and behind it.
_REPOSTED = re.compile(r"^[^:：“《]{2,30}[:：](?=[^:：]*关于)|[（(]全文[）)]$")
_COPIES = re.compile(r"(?:抄送|分送|抄报)\s*[:：]\s*(.+)")
_PRINTED = re.compile(r"(?:(?P<office>\S.*?)\s*)?(?P<date>\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*印发")
_SEAL = re.compile(r"[（(](.+?)\s*代\s*章\s*[）)]")


def read(document: Document) -> Metadata:
    """Return the metadata of a document, with what is doubtful about it."""
    return _Reader(document).read()


class _Reader:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.doubts: list[Doubt] = list(document.doubts)
        between = document.notice if document.notice_title and document.title else document.preamble
        self.notice = between if document.notice_title or not document.letterhead else document.letterhead
        self.record = dict(self._record())

    def read(self) -> Metadata:
        d = self.document
        title = d.title or d.notice_title
        signed, printed = self._signed(), self._printed()
        metadata = Metadata(
            title=self._title(),
            kind=self._kind(title) if title else None,
            document_number=self._number(),
            index_number=self._field("index_number"),
            issuance=self._issuance(),
            issuers=self._issuers(),
            drafter=self._drafter(),
            sealed_on_behalf_by=self._first(_SEAL, self.notice),
            disclosure=self._field("disclosure")
            or self._first(_DISCLOSURE, (*d.letterhead, *self.notice, *d.colophon)),
            release=self._first(_RELEASE, (*d.letterhead, *self.notice, *d.colophon)),
            addressees=self._addressees(),
            cc=self._first(_COPIES, d.colophon),
            printed_by=printed[0],
            signed=signed or self._date("signed"),
            printed=printed[1] or self._date("printed"),
            published=self._date("published"),
            adoption=self._adoption(),
            period=self._period(title),
            validity=self._validity(signed or printed[1] or self._date("signed") or self._date("published")),
            parents=tuple(parents.of_document(d)),
            publisher=self._field("publisher"),
            address=self._field("address"),
        )
        return replace(metadata, adopted=_adopted(metadata.adoption), doubts=tuple(self.doubts))

    def _title(self) -> Read[str] | None:
        """Return the title of the plan as it heads the text, unless the notice issues it under another name.

        Of a plan without a title of its own, the one its notice quotes, or the notice's own.
        """
        heading, notice = self.document.title, self.document.notice_title
        if heading is None and notice:
            quoted = re.search(r"《(.+)》|印发([^《]+)的通知$", notice.words)
            return Read((quoted[1] or quoted[2]) if quoted else notice.words, notice.words, notice.line)
        if heading is None:
            return None
        for block in self.notice:
            for match in parents.NAMED.finditer(block.words):
                names = prose.fold(match[1]), prose.fold(heading.words)
                if 0.9 < SequenceMatcher(None, *names, autojunk=False).ratio() < 1:
                    self.doubts.append(Doubt.of("title", "doubt.titles", notice=match[1], heading=heading.words))
                    return Read(match[1], match[0], block.line)
        return Read(_REPOSTED.sub("", prose.unmarked(heading.words)), heading.words, heading.line)

    def _record(self) -> Iterator[tuple[str, Read[str]]]:
        """Yield the fields of the page's record of the document; the first value of each field counts."""
        seen: set[str] = set()
        for line in self.document.record:
            for field, value in chrome.pairs(line):
                if field and value and field not in seen:
                    seen.add(field)
                    yield field, Read(value, line.words, line.number)

    def _field(self, name: str) -> Read[str] | None:
        return self.record.get(name)

    def _date(self, name: str) -> Read[datetime.date] | None:
        field = self.record.get(name)
        value = dates.date_in(field.value) if field else None
        return Read(value, field.words, field.line) if field and value else None

    def _first(self, pattern: re.Pattern[str], blocks: Iterable[Block]) -> Read[str] | None:
        """Return what a pattern finds first: its first group that is not empty."""
        for block in blocks:
            match = pattern.search(block.words)
            if match:
                return Read(next(g for g in match.groups() if g), match[0], block.line)
        return None

    def _number(self) -> Read[str] | None:
        """Return the 文号 as the document prints it near its title, else as its page names it."""
        found = None
        first = (*self.notice[:2], *self.document.preamble[:1])
        for block in (*self.document.letterhead, *self.notice, *first):
            words = re.sub(r"^(?:发文字号|字号|文号)\s*[:：]\s*", "", block.words)
            number = chrome.document_number(words)
            if number and (number == words or block not in self.notice or block in first):
                found = Read(number, block.words, block.line)
                break
        page = self._field("document_number")
        number = _bracketed(chrome.document_number(page.value)) if page else None
        if found and page and number and prose.fold(number) != prose.fold(found.value):
            self.doubts.append(Doubt.of("document_number", "doubt.document-number", page=number, document=found.value))
        return found or (Read(number, page.words, page.line) if page and number else None)

    def _issuance(self) -> Read[Literal["issued", "approved-and-forwarded"]] | None:
        notice = self.document.notice_title
        if notice is None:
            found = self._first(_GIVEN, self.notice)
            return Read(_ISSUANCE[found.value], found.words, found.line) if found else None
        match = re.search(r"批转|转发|印发|发布|公布", notice.words)
        if match is None:
            self.doubts.append(Doubt.of("issuance", "doubt.no-issuance", title=notice.words))
            return None
        if match[0] not in {"印发", "批转"}:
            self.doubts.append(Doubt.of("issuance", "doubt.issuance", word=match[0]))
        return Read(_ISSUANCE.get(match[0], "issued"), match[0], notice.line)

    def _issuers(self) -> tuple[Read[str], ...]:
        """Return the bodies that sign; else those of the title, the letterhead, the page's record or the cover."""
        signed = tuple(self._signatures(self.notice)) or tuple(self._signatures(self.document.colophon))
        if signed:
            return signed
        notice = self.document.notice_title or self.document.title
        if notice and (match := re.match(r"([^《]+?)\s*(?:印发|转发|批转)?\s*关于", notice.words)):
            names = [name for name in re.split(r"[\s、]+", match[1]) if prose.is_body(name)]
            if names and not all(map(prose.ABBREVIATED.fullmatch, names)):
                return tuple(Read(name, name, notice.line) for name in names)
        if notice and (match := re.match(r"([^“《]+)“十[一二三四五]五”", notice.words)) and prose.is_body(match[1]):
            return (Read(match[1], match[0], notice.line),)
        for block in self.document.letterhead:
            if match := re.fullmatch(r"(.{2,40}?)\s*文\s*件", block.words):
                return (Read(match[1], block.words, block.line),)
        page = self._field("issuers")
        if page:
            names = [name for name in re.split(r"[\s、，,;；]+", page.value) if name]
            return tuple(Read(name, page.words, page.line) for name in names)
        author = self._field("author")
        if author and prose.is_body(author.value):
            return (author,)
        cover = [Read(line.words, line.words, line.number) for line in self.document.record]
        cover += [Read(block.words, block.words, block.line) for block in self.document.preamble]
        return tuple(read for read in cover if prose.is_body(read.value))

    def _signatures(self, blocks: tuple[Block, ...]) -> Iterator[Read[str]]:
        """Yield the names that stand directly above the date of signature."""
        dated = [i for i, b in enumerate(blocks) if dates.is_date(b.words) or dates.signature(b.words)]
        if not dated:
            return
        last = blocks[dated[-1]]
        if (signed := dates.signature(last.words)) and prose.is_body(signed[0]):
            yield from (Read(name, name, last.line) for name in prose.bodies(signed[0]))
        i = dated[-1] - 1
        names: list[Block] = []
        while i >= 0 and (prose.is_body(blocks[i].words) or _SEAL.search(blocks[i].words)):
            names.insert(0, blocks[i])
            i -= 1
        for block in names:
            if not _SEAL.search(block.words):
                yield from (Read(name, name, block.line) for name in prose.bodies(block.words))

    def _drafter(self) -> Read[str] | None:
        notice = self.document.notice_title
        match = re.search(r"(?:批转|转发)(.+?)(?:关于|《|制定|编制)", notice.words) if notice else None
        return Read(match[1], match[1], notice.line) if notice and match else None

    def _addressees(self) -> Read[str] | None:
        for block in self.notice:
            if found := ADDRESSEES.match(block.words):
                return Read(re.sub(r"^主送\s*[:：]\s*|[:：]$", "", found[0]), found[0], block.line)
        return None

    def _signed(self) -> Read[datetime.date] | None:
        """Return the 成文日期: the date that stands alone at the end of the notice, or of the document."""
        for blocks in (self.notice, self.document.colophon):
            for block in reversed(blocks):
                if dates.is_date(block.words) or dates.signature(block.words):
                    value = dates.date_in(block.words)
                    if value is None:
                        self.doubts.append(Doubt.of("signed", "doubt.no-day", words=block.words))
                        return None
                    return Read(value, block.words, block.line)
        return None

    def _printed(self) -> tuple[Read[str] | None, Read[datetime.date] | None]:
        """Return the office of the printing line, which stands on it or above it, and its date."""
        above: Block | None = None
        for block in self.document.colophon:
            match = _PRINTED.search(block.words)
            if match:
                value = dates.date_in(match["date"])
                date = Read(value, match[0], block.line) if value else None
                if match["office"]:
                    return Read(match["office"].strip(), match["office"], block.line), date
                return (
                    Read(above.words, above.words, above.line) if above and prose.is_body(above.words) else None
                ), date
            above = block
        return None, None

    def _adoption(self) -> Read[str] | None:
        for block in (*self.notice, *self.document.preamble):
            if passed := _ADOPTED.search(block.words):
                return Read(passed[1], passed[0], block.line)
            match = _ADOPTION.search(block.words)
            if match and (block in self.notice or "会议" in match[0]):
                return Read(match[0], match[0], block.line)
        return None

    def _period(self, title: Block | None) -> Read[tuple[int, int]] | None:
        """Return first and last year, from the title, else from the notice's title."""
        for block in (title, self.document.notice_title):
            if block and (found := dates.period_in(block.words)):
                return Read(*found, block.line)
        self.doubts.append(Doubt.of("period", "doubt.no-years"))
        return None

    def _validity(self, issued: Read[datetime.date] | None) -> Read[Validity] | None:
        blocks = (*self.notice, *self.document.chapters, *self.document.colophon)
        held, doubts = validity.read(blocks, issued.value if issued else None)
        self.doubts += doubts
        return held

    def _kind(self, title: Block) -> Read[Literal["action-plan", "five-year-plan"]]:
        five = dates.five_years(title.words)
        years = dates.period_in(title.words)
        if five is None and years and years[0][0] % 5 == 1 and years[0][1] == years[0][0] + 4:
            five = years[1]
        if five and re.search("规划|纲要", title.words):
            return Read("five-year-plan", five, title.line)
        word = re.search(r"行动方案|行动计划|实施方案|方案|计划", title.words)
        if word is None:
            self.doubts.append(Doubt.of("kind", "doubt.no-kind", title=title.words))
        return Read("action-plan", word[0] if word else title.words, title.line)


def _bracketed(number: str | None) -> str | None:
    """Return a number as documents print it: its year between 〔 and 〕, without spaces."""
    return re.sub(r"[\[【(（](\d{4})[\]】)）]", r"〔\1〕", re.sub(r"\s", "", number)) if number else None


def _adopted(adoption: Read[str] | None) -> Read[datetime.date] | None:
    """Return the date of the meeting, when the words of adoption name it."""
    value = dates.date_in(adoption.value) if adoption else None
    return Read(value, adoption.words, adoption.line) if adoption and value else None
