"""From the editors' working copy to what visitors read.

``versions`` writes versions of any subject and knows nothing of the working copies; the other modules read
those. Public code imports none of this: it reads ``careers.models.Version``.
"""
