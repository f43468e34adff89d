"""The single texts of a career, by chapter. Parts with several rows are models of their own."""

from django.core.validators import MaxValueValidator, RegexValidator
from django.db import models

from careers.documents.choices import RequiredByLaw
from careers.editorial.fields import LinesField
from careers.editorial.models.working_copy import source_keys_field

WEB_OR_EMPTY = RegexValidator(r"^https?://", "Start with https://.")


class WorkTexts(models.Model):
    """What the work is, and who likes it."""

    summary = models.CharField(
        max_length=110,
        blank=True,
        help_text=(
            "One line, starting with a verb: what people do, and for whom or why. It stands in "
            "lists and search results, so it must fit no other career. At most 110 characters."
        ),
    )
    overview = models.TextField(
        blank=True,
        help_text=(
            "Two or three short paragraphs that a sixteen-year-old understands: what happens, why "
            "it matters to somebody, what makes it different. Leave an empty line between "
            "paragraphs. No figures: they come from the releases."
        ),
    )
    kinds = LinesField(
        help_text=(
            "Only for codes called “All Other” and for military ones: kinds of work that hide in "
            "the code, one to a line, such as “Enologist: steers how wine is made”."
        ),
    )
    other_titles = LinesField(
        help_text=(
            "Names in job ads that the agencies' lists lack, one to a line. Search finds the career by them."
        )
    )
    settings = LinesField(
        help_text="Kinds of place where people do this, one to a line: hospitals, billing services …"
    )
    week_where = models.TextField(
        blank=True, help_text="A normal week: indoors or out, at a desk, on the road, at home."
    )
    week_hours = models.TextField(
        blank=True, help_text="A normal week: full-time or part-time, weekdays or weekends."
    )
    week_shifts = models.TextField(
        blank=True, help_text="A normal week: evenings, nights, on call; empty where none."
    )
    week_pace = models.TextField(
        blank=True, help_text="A normal week: how busy, which deadlines, how much say one has."
    )
    week_people = models.TextField(
        blank=True, help_text="A normal week: alone or in a team; customers, patients, nobody."
    )
    conditions = LinesField(
        help_text=(
            "What the body and the nerves meet, one to a line: long sitting, noise, stress, little "
            "supervision."
        )
    )
    temperament = LinesField(
        help_text=(
            "Each completes “You may like it if you …”, one to a line: “spot small errors other people miss”."
        )
    )
    skills = LinesField(help_text="What one gets good at, and what is learned on the job, one to a line.")
    likes = LinesField(help_text="What people who do it say they like, one to a line.")
    hard_parts = LinesField(
        help_text="What they say is hard, one to a line. Be fair: readers trust a guide that tells."
    )
    in_short = models.TextField(
        blank=True,
        help_text=(
            "The career in three or four sentences, for the end of the page and the top of the handout."
        ),
    )

    class Meta:
        abstract = True


class VideoAndPicture(models.Model):
    """A video of the work and a picture."""

    video_title = models.CharField(
        max_length=150, blank=True, help_text="What one sees: “A day in the coding office”."
    )
    video_address = models.CharField(
        max_length=300,
        blank=True,
        validators=[WEB_OR_EMPTY],
        help_text="Where the film is. Readers leave the site for it.",
    )
    video_file = models.FileField(
        upload_to="videos/", blank=True, help_text="Or a file of this site, MP4 or WebM."
    )
    video_captions = models.CharField(
        max_length=150, blank=True, help_text="Languages of its captions: English, Spanish."
    )
    video_transcript = models.TextField(
        blank=True,
        help_text=(
            "Every word that is said, and what is shown without words. A film without it is not "
            "published. Start a line with the time where you can: “0:18 She opens her list.”"
        ),
    )
    video_seconds = models.PositiveIntegerField(null=True, blank=True, help_text="Length in seconds.")
    picture_file = models.ImageField(
        upload_to="pictures/",
        blank=True,
        help_text="A person at work, not a posed one. At least 1200 pixels wide.",
    )
    picture_alt = models.CharField(
        max_length=250,
        blank=True,
        help_text="What the picture tells someone who cannot see it, in one sentence.",
    )
    picture_credit = models.CharField(
        max_length=150, blank=True, help_text="Who took it, and under which license."
    )
    # Measured when a picture is uploaded; pictures that come with the portal say theirs.
    picture_width = models.PositiveIntegerField(null=True, blank=True, editable=False)
    picture_height = models.PositiveIntegerField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def measure_picture(self) -> None:
        """Note the size of a picture that is being uploaded."""
        if self.picture_file and not getattr(self.picture_file, "_committed", True):
            self.picture_width, self.picture_height = self.picture_file.width, self.picture_file.height


class GettingInTexts(models.Model):
    """How to get in: schooling, training, license."""

    education_needs = models.CharField(
        max_length=200,
        blank=True,
        help_text="What you typically need, in one line: “A diploma and a coding program.”",
    )
    education_text = models.TextField(
        blank=True, help_text="What programs are like, who runs them, whether online works."
    )
    education_months_min = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        validators=[MaxValueValidator(240)],
        help_text="The shortest usual program, in months.",
    )
    education_months_max = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        validators=[MaxValueValidator(240)],
        help_text="The longest usual program, in months.",
    )
    education_schools = LinesField(help_text="Kinds of school that teach it, one to a line.")
    education_awards = LinesField(
        help_text="What one receives at the end, one to a line: certificate, associate degree."
    )
    education_caution = models.TextField(
        blank=True, help_text="What to ask before paying a school: how many finish, how many pass the exam."
    )
    education_source_keys = source_keys_field()
    high_school_text = models.TextField(
        blank=True, help_text="What to do in high school, and whom to talk to about it."
    )
    on_the_job_where = models.CharField(
        max_length=250,
        blank=True,
        help_text="Training by the employer: who offers it, such as large hospitals.",
    )
    on_the_job_text = models.TextField(blank=True, help_text="What one learns there, and from whom.")
    on_the_job_months_min = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MaxValueValidator(240)], help_text="In months, at least."
    )
    on_the_job_months_max = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MaxValueValidator(240)], help_text="In months, at most."
    )
    on_the_job_source_keys = source_keys_field()
    licensing_is_required = models.CharField(
        max_length=6,
        choices=RequiredByLaw,
        blank=True,
        help_text="Whether the law asks for a license to do this work.",
    )
    licensing_by_whom = models.CharField(
        max_length=250, blank=True, help_text="Who gives it, such as a state board."
    )
    licensing_text = models.TextField(blank=True, help_text="What it takes, and where states differ.")
    licensing_source_keys = source_keys_field()

    class Meta:
        abstract = True


class PayTexts(models.Model):
    """Words beside the figures."""

    figures_note = models.TextField(
        blank=True,
        help_text=(
            "Whose figures stand on the page, where the code counts other work too: “The Bureau "
            "counts coders and billers together as medical records specialists.”"
        ),
    )

    class Meta:
        abstract = True
