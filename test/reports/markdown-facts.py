"""
Prints as JSON what cmark-gfm, the reference of GitHub's Markdown, finds in a text: its kinds of nodes, the HTML in it, and its
tables as lists of rows of cells.
"""

import json
import subprocess
import sys
from xml.etree import ElementTree

EXTENSIONS = [word for name in ("table", "autolink", "strikethrough", "tasklist") for word in ("-e", name)]
xml = subprocess.run(["cmark-gfm", "-t", "xml", *EXTENSIONS, sys.argv[1]], check=True, capture_output=True).stdout
root = ElementTree.fromstring(xml)


def kind(node):
    return node.tag.split("}")[-1]


nodes = list(root.iter())
print(json.dumps({
    "kinds": sorted({kind(node) for node in nodes}),
    "html": [node.text for node in nodes if kind(node) in ("html_block", "html_inline")],
    "headings": ["".join(node.itertext()).strip() for node in nodes if kind(node) == "heading"],
    "paragraphs": ["".join(node.itertext()).strip() for node in nodes if kind(node) == "paragraph"],
    "tables": [[["".join(text.text or "" for text in cell.iter() if kind(text) == "text") for cell in row]
                for row in table] for table in nodes if kind(table) == "table"],
}))
