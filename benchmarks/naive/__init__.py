"""What a competent user would write instead of using ghgplan: straightforward, neither slow nor clever on purpose.

``script`` builds Word files through docxtpl and Markdown through f-strings, ``direct`` Word files by python-docx alone,
``by_pandoc`` Word files from the Markdown; ``charts_alone`` draws for a script in another language.
"""
