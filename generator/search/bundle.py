"""A page's script in one file: what only it imports stands inside, what others import too stays a file of its own.

A plain host answers six requests at a time; sixteen small modules would make a first visitor wait three times over.
The modules of the folder keep to two forms, `import { a, b } from "./name.js";` and `export` before a declaration
with one name, each on one line; anything else raises `ValueError`. The folder itself works as it is, unbundled.
"""

import re
from collections.abc import Mapping

_IMPORT = re.compile(r'^import \{ ([\w, ]+) \} from "\./(\w+)\.js";\n', re.MULTILINE)
_LOADED = re.compile(r'\bimport\("\./(\w+)\.js"\)')
_EXPORT = re.compile(r"^export ((?:async )?(?:const|function|class) (\w+))", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def bundled(sources: Mapping[str, str]) -> dict[str, str]:
    """Name → source of all modules; those that are loaded on demand hold what nobody else imports.

    Modules that went into another are still there, for whoever imports them alone. Names are without `.js`.
    """
    imports = {name: [found[2] for found in _IMPORT.finditer(text)] for name, text in sources.items()}
    entries = {"main", *(found[1] for text in sources.values() for found in _LOADED.finditer(text))} & sources.keys()
    needed = {entry: _below(entry, imports) for entry in entries}
    return {
        name: _joined(name, [each for each in needed[name] if _users(each, needed) == 1], sources)
        if name in entries
        else text
        for name, text in sources.items()
    }


def _below(name: str, imports: Mapping[str, list[str]]) -> list[str]:
    """What a module imports, directly or not, each after what it imports itself."""
    order: dict[str, None] = {}

    def visit(module: str) -> None:
        for each in imports[module]:
            if each not in order:
                visit(each)
                order[each] = None

    visit(name)
    return list(order)


def _users(name: str, needed: Mapping[str, list[str]]) -> int:
    return sum(name == entry or name in below for entry, below in needed.items())


def _joined(entry: str, inside: list[str], sources: Mapping[str, str]) -> str:
    """The entry's source, before it each module inside as a function that is called once and returns its exports."""
    outside: dict[str, None] = {}

    def local(text: str) -> str:
        def line(found: re.Match[str]) -> str:
            if found[2] not in inside:
                outside[found[2]] = None
            return f"const {{ {found[1]} }} = ${found[2]};\n"

        return _IMPORT.sub(line, text)

    parts = []
    for name in inside:
        exported = ", ".join(found[2] for found in _EXPORT.finditer(sources[name]))
        body = _EXPORT.sub(r"\1", local(sources[name]))
        if left := _LEFT.search(body):
            raise ValueError(f"{name}.js: {left.group()}")
        parts.append(f"const ${name} = (() => {{\n{body}return {{ {exported} }};\n}})();\n")
    parts.append(local(sources[entry]))
    return "".join(f'import * as ${name} from "./{name}.js";\n' for name in outside) + "".join(parts)
