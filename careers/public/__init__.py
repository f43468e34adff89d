"""What is public at an address at one moment: the only answer to that question.

``careers`` and ``guides`` find what is public at a slug, ``history`` what ever was; ``responses`` answers for
what has moved or is gone.
"""
