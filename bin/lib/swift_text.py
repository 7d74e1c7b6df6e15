"""Reading Swift just well enough to check it: where its code is, and where a function ends."""

import re


def blank(text):
    """Swift text with the inside of comments, strings and back-ticks turned into spaces; line ends stay.

    Code inside an interpolation is code, so it stays.
    """
    out, i, length = [], 0, len(text)
    strings = []  # for each string we are inside of: [its closing mark, its hashes, open parentheses of code]
    while i < length:
        inside = strings[-1] if strings and strings[-1][2] == 0 else None
        if inside:
            close, hashes, _ = inside
            if text.startswith(close, i):
                strings.pop()
                taken = len(close)
            elif text.startswith("\\" + hashes + "(", i):
                inside[2] = 1
                taken = 2 + len(hashes)
            else:
                taken = 2 if text[i] == "\\" and not hashes else 1
        elif text.startswith("//", i):
            taken = (text.find("\n", i) if "\n" in text[i:] else length) - i
        elif text.startswith("/*", i):
            taken = (text.find("*/", i) + 2 if "*/" in text[i:] else length) - i
        elif text[i] == "`":
            taken = text.find("`", i + 1) + 1 - i if "`" in text[i + 1 :] else 1
        elif opening := re.match(r'(#*)("""|")', text[i : i + 12]):
            strings.append([opening[2] + opening[1], opening[1], 0])
            taken = len(opening[0])
        else:
            if strings and text[i] in "()":
                strings[-1][2] += 1 if text[i] == "(" else -1
            out.append(text[i] if not strings or strings[-1][2] else " ")
            i += 1
            continue
        out.append(re.sub(r"[^\n]", " ", text[i : i + taken]))
        i += taken
    return "".join(out)


def line_at(text, offset):
    return text.count("\n", 0, offset) + 1


def body_lines(code, start):
    """The lines from a declaration to the end of its body; 0 where it has none, as in a protocol."""
    depth, i, opened = 0, start, False
    while i < len(code):
        character = code[i]
        if character in "([{":
            opened = opened or (character == "{" and depth == 0)
            depth += 1
        elif character in ")]}":
            depth -= 1
            if depth < 0 or (depth == 0 and opened):
                return code.count("\n", start, i) + 1 if opened else 0
        elif character == "\n" and depth == 0:
            if not re.match(r"\s*(?:->|where\b|\{|throws\b|async\b|rethrows\b)", code[i:]):
                return 0
        i += 1
    return 0
