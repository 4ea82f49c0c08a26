"""What a Word document carries besides its text and must not be published with the original."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Traces:
    """Counts of what was found on the way through a document; names of people are counted, never kept in messages."""

    insertions: int = 0
    deletions: int = 0
    moves: int = 0
    comments: int = 0
    hidden: int = 0
    pictures: int = 0
    embedded: int = 0
    """Other documents inside: `altChunk` and OLE objects."""
    authors: set[str] = field(default_factory=set)
    """People named by revisions, comments and document properties."""
    located: int = 0
    """Pictures that say where they were taken."""
    devices: int = 0
    """Pictures that say by which device or program they were made."""

    def described(self) -> str:
        """The counts in one Chinese phrase, "" if there is nothing."""
        revisions = self.insertions + self.deletions + self.moves
        parts = [
            (self.comments, f"批注 {self.comments} 条"),
            (revisions, f"修订痕迹 {revisions} 处（插入 {self.insertions}、删除 {self.deletions}、移动 {self.moves}）"),
            (self.hidden, f"隐藏文字 {self.hidden} 处"),
            (len(self.authors), f"作者等人员或单位名称 {len(self.authors)} 个"),
            (self.located, f"图片拍摄地点 {self.located} 处"),
            (self.devices, f"图片拍摄设备信息 {self.devices} 处"),
        ]
        return "、".join(text for count, text in parts if count)
