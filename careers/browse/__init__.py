"""Ways to careers.

By what they ask of people, the software they use, the industry, the school subject, the title.
"""
