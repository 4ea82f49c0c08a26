"""What can be wrong with a file before its structure is looked at."""

from __future__ import annotations

from generator.model.diagnostic import Problem, Severity

EMPTY = Problem(
    "G001",
    "empty-file",
    Severity.ERROR,
    "文件是空的（0 字节）。",
    "请确认文件已经保存，再重新复制进来。",
    wrong="甲县司法局.docx（0 字节）",
    right="甲县司法局.docx（保存后重新复制，有内容）",
)
TOO_SHORT = Problem(
    "G002",
    "no-text",
    Severity.ERROR,
    "文件里没有正文：可见字符只有 {count} 个（至少 {least} 个）。",
    "请确认放进来的是报告全文，而不是空白模板。",
    wrong="只有“附件：”两个字的文件",
    right="报告全文",
)
NOT_TEXT = Problem(
    "G003",
    "not-a-report-file",
    Severity.ERROR,
    "文件内容不是文字，而是{what}。",
    "请提供报告的文字版：.docx、.txt、.md、.pdf（有文字层）、.ofd 或 .html。",
    wrong="甲县司法局.txt（其实是一张图片）",
    right="甲县司法局.docx（文字版）",
)
UNDECODABLE = Problem(
    "G004",
    "undecodable-text",
    Severity.ERROR,
    "文件编码无法识别：按 {encoding} 读取时有 {count} 处读不出来。",
    "请用记事本或 WPS 打开，另存为 UTF-8 编码的 .txt。",
    wrong="来历不明的编码，读出来是“甲县？法局”",
    right="另存为 UTF-8 编码的 .txt",
)
MOJIBAKE = Problem(
    "G005",
    "mojibake",
    Severity.ERROR,
    "文件内容是乱码：常用汉字只占 {share:.0%}（正常报告在 70% 以上）。",
    "文件在交来之前就已损坏，请从原始文件重新导出，并选择 UTF-8 编码。",
    wrong="鐢插幙鍙告硶灞€鍏充簬2024骞村害……",
    right="甲县司法局关于2024年度……",
)
TOO_LARGE = Problem(
    "G006",
    "file-too-large",
    Severity.ERROR,
    "文件太大：{size:.1f} MB，上限 {limit:.0f} MB。",
    "年度报告一般不超过 1 MB；请去掉大图片，或改为提供文字版。",
    wrong="甲县司法局.pdf（86 MB，逐页扫描）",
    right="甲县司法局.docx（200 KB，文字版）",
)
TEXT_TOO_LONG = Problem(
    "G007",
    "text-too-long",
    Severity.ERROR,
    "文字太多：{size}，上限 {limit}。",
    "请确认这是一份报告，而不是数据库或日志的导出文件。",
    wrong="业务系统导出的全部办件记录",
    right="年度报告正文",
)
TOO_SCATTERED = Problem(
    "G012",
    "text-too-scattered",
    Severity.ERROR,
    "文字零碎，不像报告：断成 {limit:,} 段以上。",
    "请确认这是一份报告，而不是数据库或日志的导出文件。",
    wrong="每行一两个字的日志",
    right="分段成文的报告",
)
OUTSIDE = Problem(
    "G008",
    "link-outside-folder",
    Severity.ERROR,
    "“{name}”是指向资料目录之外的链接，没有读取。",
    "请把文件本身复制进来，不要使用链接或快捷方式。",
    wrong="甲县司法局.docx（指向桌面文件的快捷方式）",
    right="把 甲县司法局.docx 本身复制进来",
)
UNREADABLE = Problem(
    "G009",
    "file-unreadable",
    Severity.ERROR,
    "文件打不开：{why}。",
    "请检查文件是否存在、是否有读取权限。",
    wrong="没有读取权限的文件",
    right="自己能打开、能另存的文件",
)
CONTROL = Problem(
    "G010",
    "control-characters",
    Severity.WARNING,
    "正文里有 {count} 个看不见的控制字符（{which}），发布时已去掉。",
    "多为复制粘贴带入；请核对所在句子，并在原文件中删除。",
    wrong="办理许可（看不见的字符）1236件",
    right="办理许可1236件",
)
ACCOUNTS = Problem(
    "G011",
    "list-of-accounts",
    Severity.ERROR,
    "内容像是账号、密码清单（{count} 处），不是报告，没有读入。",
    "请立即确认文件是否放错；涉及账号的文件不得放入公开资料目录。",
    wrong="系统账号：……　密码：……",
    right="账号清单不放进资料目录",
)
PASSWORD = Problem(
    "G013",
    "password-protected",
    Severity.ERROR,
    "文件有打开密码，无法读取。",
    "请在 Word 或 WPS 中取消密码后另存一份，再放进来。",
    wrong="打开时要输入密码的 .docx",
    right="取消密码后另存的 .docx",
)
DAMAGED = Problem(
    "G014",
    "damaged-file",
    Severity.ERROR,
    "文件已损坏或不完整，无法读取（{what}）。",
    "请重新下载或重新导出；能在 Word 或 WPS 中打开的，请打开后另存一份。",
    wrong="下载到一半的 .docx",
    right="重新下载、能正常打开的 .docx",
)
BOMB = Problem(
    "G015",
    "outsized-content",
    Severity.ERROR,
    "文件内部异常庞大，为安全起见没有读取：{why}。",
    "正常报告不会这样；请用 Word 或 WPS 打开核对，另存为新文件后再放进来。",
    wrong="解压后有几百 MB 的 .docx",
    right="用 Word 打开后另存的 .docx",
)
FORBIDDEN_XML = Problem(
    "G016",
    "forbidden-declaration",
    Severity.ERROR,
    "文件内部含有不允许的外部引用声明（{what}），为安全起见没有读取。",
    "请用 Word、WPS 或 OFD 阅读器打开后另存一份；来源不明的文件请不要使用。",
    wrong="内部引用外部文件的 .docx",
    right="用 Word 打开后另存的 .docx",
)
LOCK_FILE = Problem(
    "G037",
    "office-lock-file",
    Severity.ERROR,
    "这是 Word 或 WPS 打开文件时留下的临时文件（名称以“~$”开头），不是报告。",
    "请先在 Word 或 WPS 中保存并关闭报告，再选择名称不带“~$”的那个文件。",
    wrong="~$甲县司法局.docx",
    right="甲县司法局.docx",
)
UNSUPPORTED = Problem(
    "G017",
    "unsupported-format",
    Severity.ERROR,
    "暂不能读取{what}。",
    "{advice}能读取的格式有 .docx、.txt、.md、.pdf（有文字层）、.ofd、.html。",
    wrong="甲县司法局.xlsx",
    right="甲县司法局.docx",
)
PICTURES_ONLY = Problem(
    "G018",
    "no-text-layer",
    Severity.ERROR,
    "{what}没有文字，只有图片（多为扫描件）。",
    "请提供原始的 Word 或 WPS 文件；只有纸质件的，请先做文字识别并人工核对。",
    wrong="扫描件 甲县司法局.pdf",
    right="从 Word 原稿导出的 甲县司法局.pdf",
)
PICTURES = Problem(
    "G019",
    "pictures-not-read",
    Severity.NOTE,
    "文件里有 {count} 张图片，图中文字不会进入正文。",
    "图片里如有正文或表格，请改成文字。",
    wrong="把统计表截图贴进报告",
    right="在报告里插入表格",
)
EMBEDDED = Problem(
    "G020",
    "embedded-content-not-read",
    Severity.WARNING,
    "文件里嵌入了 {count} 个其他文档，其中内容没有读取。",
    "请把嵌入的内容直接写进正文，或作为单独文件提交。",
    wrong="报告里插入一个 Excel 对象",
    right="在报告里插入表格，或把 Excel 作为附件",
)
SCANNED_PAGES = Problem(
    "G023",
    "scanned-pages",
    Severity.ERROR,
    "第 {pages} 页是扫描图片，没有文字；只读其余各页会缺内容，所以没有读取。",
    "请提供原始的 Word 或 WPS 文件，或换成全部带文字层的 PDF。",
    wrong="正文是文字、盖章页是扫描图片的 .pdf",
    right="各页都有文字层的 .pdf",
)
GARBAGE_LAYER = Problem(
    "G024",
    "garbage-text-layer",
    Severity.ERROR,
    "{what}看起来正常，但文字层是乱码（字体没有附带文字编码），无法读取。",
    "请从 Word 或 WPS 原稿重新导出 PDF，或直接提供原稿。",
    wrong="复制出来是乱码的 .pdf",
    right="从 Word 原稿重新导出的 .pdf",
)
MACHINE_READ = Problem(
    "G025",
    "machine-read-text",
    Severity.ERROR,
    "第 {pages} 页的文字是机器识别的，可能认错字和数字。",
    "请逐字核对，尤其是数字；核对后在补充信息文件里写明接受（accepted），或换成原始的 Word 文件。",
    wrong="扫描后自动识别文字的 .pdf",
    right="从 Word 原稿导出的 .pdf",
)
TOO_MANY_PAGES = Problem(
    "G026",
    "too-many-pages",
    Severity.ERROR,
    "文件有 {pages:,} 页，上限 {limit} 页。",
    "请确认这是一份报告；合订本请拆开提交。",
    wrong="十年报告合订成一个 .pdf",
    right="每年一个文件",
)
OWNER_PROTECTED = Problem(
    "G027",
    "owner-protected",
    Severity.NOTE,
    "这份 PDF 设了权限密码（限制复制或打印），不影响读取。",
    "公开发布的文件宜去掉限制，方便公众复制和朗读。",
    wrong="设了“禁止复制”的 .pdf",
    right="没有权限密码的 .pdf",
)
TOO_SLOW = Problem(
    "G028",
    "reading-too-slow",
    Severity.ERROR,
    "读取超过 {seconds} 秒仍未完成，已停止。",
    "文件可能已损坏；请用 Word 或 WPS 打开后另存一份，再放进来。",
    wrong="结构异常、打开很慢的 .pdf",
    right="重新导出的 .pdf",
)
DIED = Problem(
    "G029",
    "reader-died",
    Severity.ERROR,
    "读取程序意外停止，没有读出这份文件。",
    "文件可能已损坏；请用 Word 或 WPS 打开后另存一份，再放进来。",
    wrong="结构损坏的 .pdf",
    right="重新导出的 .pdf",
)
NEEDS_OFFICE = Problem(
    "G030",
    "needs-libreoffice",
    Severity.ERROR,
    "这是 .doc、.wps、.rtf 或 .odt 文件，这台机器上没有安装读取它们的 LibreOffice。",
    "请在 Word 或 WPS 中打开，另存为 .docx 后再放进来。",
    wrong="甲县司法局.doc",
    right="甲县司法局.docx",
)
OFFICE_EXPOSED = Problem(
    "G031",
    "libreoffice-not-isolated",
    Severity.ERROR,
    "这台机器无法切断 LibreOffice 的网络，为安全起见没有读取 .doc、.wps、.rtf、.odt 文件。",
    "请在 Word 或 WPS 中打开，另存为 .docx 后再放进来。",
    wrong="甲县司法局.wps",
    right="甲县司法局.docx",
)
ESCAPING = Problem(
    "G032",
    "archive-leads-out",
    Severity.ERROR,
    "压缩包里有指向包外的文件名或链接（{name}），为安全起见整包没有读取。",
    "请重新打包，或解压后把文件逐个放入。",
    wrong="压缩包里有“../甲县司法局.docx”",
    right="压缩包里只有“甲县司法局.docx”",
)
SIGNED = Problem(
    "G033",
    "signed-document",
    Severity.ERROR,
    "这份 OFD 带有电子签章，改动会使签章失效，没有清理。",
    "请由制作单位在签章前去掉作者和批注后重新签章，或改用不带签章的版本。",
    wrong="签章之后才发现有批注的 .ofd",
    right="先去掉批注、再签章的 .ofd",
)
NOT_CLEANABLE = Problem(
    "G034",
    "not-cleanable",
    Severity.ERROR,
    "这种格式无法清理。",
    "请在 Word 或 WPS 中另存为 .docx 后再运行 gongkai clean；不清理的，网页上不提供原文件下载。",
    wrong="甲县司法局.doc",
    right="甲县司法局.docx",
)
NOT_THE_SAME = Problem(
    "G035",
    "cleaning-changed-text",
    Severity.ERROR,
    "清理后的副本与原文不完全一致，没有采用。",
    "请在 Word 或 WPS 中接受全部修订、删除批注和隐藏文字，再用“检查文档”去掉作者信息后另存。",
    wrong="修订还没有接受的 .docx",
    right="接受修订、删除批注后另存的 .docx",
)
LOST_GLYPHS = Problem(
    "G036",
    "lost-glyphs",
    Severity.WARNING,
    "第 {pages} 页有 {count} 处文字的字体没有嵌入文件，可能漏读个别字或数字。",
    "请核对这些页的数字；最好从 Word 原稿重新导出 PDF（选“嵌入字体”），或直接提交 Word 文件。",
    wrong="字体没有嵌入、缺字的 .pdf",
    right="导出时选“嵌入字体”的 .pdf",
)
MAIN_TEXT_GUESSED = Problem(
    "G022",
    "main-text-guessed",
    Severity.WARNING,
    "网页里没有认识的正文区域，正文是按文字疏密推断的。",
    "请核对正文是否完整、有没有混入栏目和链接；最好改用 Word 原稿。",
    wrong="整页另存的网页",
    right="报告的 Word 原稿",
)
STRAY = Problem(
    "G021",
    "stray-bytes",
    Severity.WARNING,
    "文件里有 {count} 个不属于任何汉字的字节，已略去。",
    "请核对全文有没有缺字，并把文件另存为 UTF-8。",
    wrong="受理案件12□件",
    right="受理案件12件",
)
METADATA = Problem(
    "P07",
    "metadata-in-original",
    Severity.ERROR,
    "原文件带有不宜公开的信息：{what}。",
    "在原稿中接受修订、删除批注和隐藏文字，用“文件”菜单里的“检查文档”清除作者信息，重新导出后替换；"
    "也可以运行 gongkai clean，生成去掉这些信息、正文不变的副本。",
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
