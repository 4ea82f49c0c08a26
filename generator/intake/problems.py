"""What can be wrong with a file before its structure is looked at."""

from __future__ import annotations

from generator.model.diagnostic import Problem, Severity

EMPTY = Problem(
    "G001",
    "empty-file",
    Severity.ERROR,
    "文件是空的（0 字节）。",
    "请确认文件已经保存，再重新复制进来。",
)
TOO_SHORT = Problem(
    "G002",
    "no-text",
    Severity.ERROR,
    "文件里没有正文：可见字符只有 {count} 个（至少 {least} 个）。",
    "请确认放进来的是报告全文，而不是空白模板。",
)
NOT_TEXT = Problem(
    "G003",
    "not-a-report-file",
    Severity.ERROR,
    "文件内容不是文字，而是{what}。",
    "请提供报告的文字版：.docx、.txt、.md、.pdf（有文字层）、.ofd 或 .html。",
)
UNDECODABLE = Problem(
    "G004",
    "undecodable-text",
    Severity.ERROR,
    "文件编码无法识别：按 {encoding} 读取时有 {count} 处读不出来。",
    "请用记事本或 WPS 打开，另存为 UTF-8 编码的 .txt。",
)
MOJIBAKE = Problem(
    "G005",
    "mojibake",
    Severity.ERROR,
    "文件内容是乱码：常用汉字只占 {share:.0%}（正常报告在 70% 以上）。",
    "文件在交来之前就已损坏，请从原始文件重新导出，并选择 UTF-8 编码。",
)
TOO_LARGE = Problem(
    "G006",
    "file-too-large",
    Severity.ERROR,
    "文件太大：{size:.1f} MB，上限 {limit:.0f} MB。",
    "年度报告一般不超过 1 MB；请去掉大图片，或改为提供文字版。",
)
TEXT_TOO_LONG = Problem(
    "G007",
    "text-too-long",
    Severity.ERROR,
    "文字太多：{size}，上限 {limit}。",
    "请确认这是一份报告，而不是数据库或日志的导出文件。",
)
TOO_SCATTERED = Problem(
    "G012",
    "text-too-scattered",
    Severity.ERROR,
    "文字零碎，不像报告：断成 {limit:,} 段以上。",
    "请确认这是一份报告，而不是数据库或日志的导出文件。",
)
OUTSIDE = Problem(
    "G008",
    "link-outside-folder",
    Severity.ERROR,
    "“{name}”是指向资料目录之外的链接，没有读取。",
    "请把文件本身复制进来，不要使用链接或快捷方式。",
)
UNREADABLE = Problem(
    "G009",
    "file-unreadable",
    Severity.ERROR,
    "文件打不开：{why}。",
    "请检查文件是否存在、是否有读取权限。",
)
CONTROL = Problem(
    "G010",
    "control-characters",
    Severity.WARNING,
    "正文里有 {count} 个看不见的控制字符（{which}），发布时已去掉。",
    "多为复制粘贴带入；请核对所在句子，并在原文件中删除。",
)
ACCOUNTS = Problem(
    "G011",
    "list-of-accounts",
    Severity.ERROR,
    "内容像是账号、密码清单（{count} 处），不是报告，没有读入。",
    "请立即确认文件是否放错；涉及账号的文件不得放入公开资料目录。",
)
PASSWORD = Problem(
    "G013",
    "password-protected",
    Severity.ERROR,
    "文件有打开密码，无法读取。",
    "请在 Word 或 WPS 中取消密码后另存一份，再放进来。",
)
DAMAGED = Problem(
    "G014",
    "damaged-file",
    Severity.ERROR,
    "文件已损坏，无法读取：{what}。",
    "请重新下载或重新导出；能在 Word 或 WPS 中打开的，请打开后另存一份。",
)
BOMB = Problem(
    "G015",
    "outsized-content",
    Severity.ERROR,
    "文件内部异常庞大，为安全起见没有读取：{why}。",
    "正常报告不会这样；请用 Word 或 WPS 打开核对，另存为新文件后再放进来。",
)
FORBIDDEN_XML = Problem(
    "G016",
    "forbidden-declaration",
    Severity.ERROR,
    "文件内部含有不允许的外部引用声明（{what}），为安全起见没有读取。",
    "请用 Word、WPS 或 OFD 阅读器打开后另存一份；来源不明的文件请不要使用。",
)
UNSUPPORTED = Problem(
    "G017",
    "unsupported-format",
    Severity.ERROR,
    "暂不能读取{what}。",
    "{advice}",
)
PICTURES_ONLY = Problem(
    "G018",
    "no-text-layer",
    Severity.ERROR,
    "{what}没有文字，只有图片（多为扫描件）。",
    "请提供原始的 Word 或 WPS 文件；只有纸质件的，请先做文字识别并人工核对。",
)
PICTURES = Problem(
    "G019",
    "pictures-not-read",
    Severity.NOTE,
    "文件里有 {count} 张图片，图中文字不会进入正文。",
    "图片里如有正文或表格，请改成文字。",
)
EMBEDDED = Problem(
    "G020",
    "embedded-content-not-read",
    Severity.WARNING,
    "文件里嵌入了 {count} 个其他文档，其中内容没有读取。",
    "请把嵌入的内容直接写进正文，或作为单独文件提交。",
)
SCANNED_PAGES = Problem(
    "G023",
    "scanned-pages",
    Severity.ERROR,
    "第 {pages} 页是扫描图片，没有文字；只读其余各页会缺内容，所以没有读取。",
    "请提供原始的 Word 或 WPS 文件，或换成全部带文字层的 PDF。",
)
GARBAGE_LAYER = Problem(
    "G024",
    "garbage-text-layer",
    Severity.ERROR,
    "{what}看起来正常，但文字层是乱码（字体没有附带文字编码），无法读取。",
    "请从 Word 或 WPS 原稿重新导出 PDF，或直接提供原稿。",
)
MACHINE_READ = Problem(
    "G025",
    "machine-read-text",
    Severity.ERROR,
    "第 {pages} 页的文字是机器识别的，可能认错字和数字。",
    "请逐字核对，尤其是数字；核对后在元数据文件里确认，或换成原始的 Word 文件。",
)
TOO_MANY_PAGES = Problem(
    "G026",
    "too-many-pages",
    Severity.ERROR,
    "文件有 {pages:,} 页，上限 {limit} 页。",
    "请确认这是一份报告；合订本请拆开提交。",
)
OWNER_PROTECTED = Problem(
    "G027",
    "owner-protected",
    Severity.NOTE,
    "这份 PDF 设了权限密码（限制复制或打印），不影响读取。",
    "公开发布的文件宜去掉限制，方便公众复制和朗读。",
)
TOO_SLOW = Problem(
    "G028",
    "reading-too-slow",
    Severity.ERROR,
    "读取超过 {seconds} 秒仍未完成，已停止。",
    "文件可能已损坏；请用 Word 或 WPS 打开后另存一份，再放进来。",
)
DIED = Problem(
    "G029",
    "reader-died",
    Severity.ERROR,
    "读取程序意外停止，没有读出这份文件。",
    "文件可能已损坏；请用 Word 或 WPS 打开后另存一份，再放进来。",
)
NEEDS_OFFICE = Problem(
    "G030",
    "needs-libreoffice",
    Severity.ERROR,
    "这是旧格式文件（.doc、.wps 或 .rtf），这台机器上没有安装读取它的 LibreOffice。",
    "请在 Word 或 WPS 中打开，另存为 .docx 后再放进来。",
)
OFFICE_EXPOSED = Problem(
    "G031",
    "libreoffice-not-isolated",
    Severity.ERROR,
    "这台机器无法切断 LibreOffice 的网络，为安全起见没有读取旧格式文件。",
    "请在 Word 或 WPS 中打开，另存为 .docx 后再放进来。",
)
ESCAPING = Problem(
    "G032",
    "archive-leads-out",
    Severity.ERROR,
    "压缩包里有指向包外的文件名或链接（{name}），为安全起见整包没有读取。",
    "请重新打包，或解压后把文件逐个放入。",
)
SIGNED = Problem(
    "G033",
    "signed-document",
    Severity.ERROR,
    "这份 OFD 带有电子签章，改动会使签章失效，没有清理。",
    "请由制作单位在签章前去掉作者和批注后重新签章，或改用不带签章的版本。",
)
NOT_CLEANABLE = Problem(
    "G034",
    "not-cleanable",
    Severity.ERROR,
    "这种格式无法清理。",
    "请在 Word 或 WPS 中另存为 .docx 后再运行 gongkai clean；不清理的，网页上不提供原文件下载。",
)
NOT_THE_SAME = Problem(
    "G035",
    "cleaning-changed-text",
    Severity.ERROR,
    "清理后的副本与原文不完全一致，没有采用。",
    "请在 Word 或 WPS 中接受全部修订、删除批注和隐藏文字，再用“检查文档”去掉作者信息后另存。",
)
LOST_GLYPHS = Problem(
    "G036",
    "lost-glyphs",
    Severity.WARNING,
    "第 {pages} 页有 {count} 处文字的字体没有嵌入文件，可能漏读个别字或数字。",
    "请核对这些页的数字；最好从 Word 原稿重新导出 PDF（选“嵌入字体”），或直接提交 Word 文件。",
)
MAIN_TEXT_GUESSED = Problem(
    "G022",
    "main-text-guessed",
    Severity.WARNING,
    "网页里没有认识的正文区域，正文是按文字疏密推断的。",
    "请核对正文是否完整、有没有混入栏目和链接；最好改用 Word 原稿。",
)
STRAY = Problem(
    "G021",
    "stray-bytes",
    Severity.WARNING,
    "文件里有 {count} 个不属于任何汉字的字节，已略去。",
    "请核对全文有没有缺字，并把文件另存为 UTF-8。",
)
METADATA = Problem(
    "P07",
    "metadata-in-original",
    Severity.ERROR,
    "原文件带有不宜公开的信息：{what}。",
    "运行 gongkai clean 生成去除这些信息的副本，用副本替换原文件后再发布。",
)
UNLINKED = Problem(
    "P07",
    "metadata-in-original",
    Severity.WARNING,
    "{found}这种格式无法清除，网页上不提供原文件下载。",
    "需要提供下载的，请另存为 .docx，运行 gongkai clean 后替换。",
)
LEFT_OVER = Problem(
    "X01",
    "conversion-left-over",
    Severity.NOTE,
    "正文里有转换残留的 {what}，共 {count} 处，{done}。",
    "{advice}",
    wrong="[bookmark: _GoBack]2023年，全县……",
    right="2023年，全县……",
)
BROKEN = Problem(
    "X02",
    "broken-paragraph",
    Severity.WARNING,
    "一句话被分页断成两段，已合并。",
    "请核对合并是否正确；最好在原文件中把两段连成一段。",
    wrong="……全年向市政府和区人大常委\n\n会备案规范性文件4件……",
    right="……全年向市政府和区人大常委会备案规范性文件4件……",
)
HARD_WRAPPED = Problem(
    "X02",
    "broken-paragraph",
    Severity.WARNING,
    "全文按固定宽度换行，已把 {count} 处断行合并成自然段。",
    "请核对段落；最好从原始文件重新导出，不要选“按行换行”。",
)
