"""Set lists of entries on A4 pages, as PDF and as HTML.

The printed glossary, the reading sheet and the pages that are added to a PDF
look alike because they are all set here. `types` says what stands on a page.
"""
