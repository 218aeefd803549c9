"""How Sphinx builds the documentation: `make docs`."""

project = "Probe"
extensions = ["myst_parser"]
root_doc = "contents"
html_theme = "furo"
html_title = "Probe"
html_show_copyright = False
# Links within a page lead to its headings, as they do where the repository is shown.
myst_heading_anchors = 3
