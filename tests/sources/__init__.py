from pathlib import Path

ARTICLE = Path(__file__).with_name("article.txt")
"""An invented article about invented people, in the layout that the parser reads and with every trap of it."""
