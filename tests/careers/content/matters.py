"""What well-known career pages about this work tell their readers, part by part, and where ours tells it.

Five kinds of page were read: a college's page on its career tracks, a site on health careers, a guide to
healthcare jobs, a study site, and a state's career information system. What they hold as lists of schools,
figures, questions, sign-ups and notices is not a matter of a profile, and is tested with those pages.
"""

from typing import NamedTuple

RECORDS, CODER, BILLER = "medical-records-specialists", "medical-coder", "medical-biller"


class Matter(NamedTuple):
    """``words`` must all stand in ``field`` of the profile at ``slug``."""

    page: str
    part: str
    slug: str
    field: str
    words: tuple[str, ...]


def _of(page: str, *rows: tuple[str, str, str, str]) -> list[Matter]:
    return [Matter(page, part, slug, field, tuple(words.split("; "))) for part, slug, field, words in rows]


COLLEGE = _of(
    "college",
    ("codes for illness and treatment", CODER, "overview", "illnesses and injuries; what was done"),
    ("paid in time by plans and Medicare", CODER, "overview", "Medicare; insurance; on time"),
    ("works with records and charts", RECORDS, "duties", "record; notes, test results"),
    ("finds facts, turns them into codes", CODER, "duties", "what was wrong; its code"),
    ("talks daily with health staff", CODER, "duties", "each day with nurses, doctors"),
    ("places: care", RECORDS, "settings", "Doctors’; Hospitals; long-term care; Home care; Companies"),
    ("places: business", RECORDS, "settings", "Billing services; Insurance; agencies; Consulting"),
    ("conditions", RECORDS, "conditions", "Little supervision; stress; Busy; paperwork; good with computers"),
    ("communication", RECORDS, "temperament", "speak and write"),
    ("working with people", RECORDS, "temperament", "work well with doctors"),
    ("cultural diversity", RECORDS, "temperament", "culture and language"),
    ("patience", RECORDS, "temperament", "stay patient"),
    ("caring", RECORDS, "temperament", "care what happens to the person"),
    ("flexibility", RECORDS, "temperament", "when the plan for the day changes"),
    ("priorities", RECORDS, "temperament", "switch between tasks; what matters most"),
    ("critical thinking", RECORDS, "temperament", "think for yourself"),
    ("precision and detail", RECORDS, "temperament", "one date that is wrong; complete"),
    ("responsibility", RECORDS, "temperament", "without being reminded; secret"),
    ("following directions", RECORDS, "temperament", "follow directions"),
    ("judgment", CODER, "temperament", "make a fair call"),
    ("recording and proofreading", RECORDS, "temperament", "write down facts; proofread"),
    ("outlook, with a source", RECORDS, "outlook_notes", "older people; still expects growth"),
    ("where graduates work", RECORDS, "graduates", "clinics; Hospitals; Nursing homes; insurers; government"),
)  # fmt: skip

HEALTH_SITE = _of(
    "health careers site",
    ("software that classifies", CODER, "overview", "Software now proposes"),
    ("the plan decides by the code", CODER, "overview", "look at the codes"),
    ("systems by setting", CODER, "specialties", "ICD-10-PCS; DRG; APC; CPT; Long-term care; outpatient"),
    ("gathers information", RECORDS, "duties", "Gather"),
    ("reviews and sends claims", BILLER, "duties", "Look over; the claim to the plan"),
    ("counts illnesses and services", CODER, "duties", "how often an illness"),
    ("audits, files again, appeals", BILLER, "duties", "send it again; Appeal"),
    ("other titles", CODER, "other_titles", "Coding Specialist; Professional Coder; Medical Records"),
    ("typical degree", RECORDS, "education", "certificate; associate degree"),
    ("courses", RECORDS, "education", "terminology; Anatomy; data requirements and standards; Classif"),
    ("courses, continued", RECORDS, "education", "Data analysis; reimbursement; Database security; Quality"),
    ("employers prefer a certification", RECORDS, "licensing", "employers prefer; renewed"),
    ("who certifies", CODER, "licensing", "AAPC; AHIMA; NHA; NCRA; one field"),
    ("continuing education", CODER, "certifications", "hours of classes (CEUs)"),
    ("experience needed", CODER, "certifications", "two years of coding; years of coding are advised"),
    ("go-between", CODER, "temperament", "ask a busy doctor"),
    ("software skills", CODER, "skills", "coding software"),
    ("likes to learn", CODER, "temperament", "enjoy learning"),
    ("pay by kind of employer", RECORDS, "pay_notes", "hospitals; doctors’ offices; nursing homes"),
    ("sources named", RECORDS, "sources", "U.S. Bureau of Labor Statistics; AHIMA"),
)  # fmt: skip

GUIDE = _of(
    "healthcare guide",
    ("the international list", CODER, "things_to_know", "ICD-11; ICD-10"),
    ("records software", RECORDS, "skills", "electronic health record"),
    ("shifts in hospitals", RECORDS, "week", "evenings, nights or weekends; part-time"),
    ("seven steps", RECORDS, "steps", "classes; diploma; program; externship; certified; Apply; background"),
    ("checks before the first day", RECORDS, "steps", "background check; drug screen"),
    ("no guarantee", RECORDS, "steps", "no guarantee of a job"),
    ("RHIT", RECORDS, "certifications", "RHIT; associate degree"),
    ("CCA", CODER, "certifications", "CCA; high school diploma"),
    ("CCS and CCS-P", CODER, "certifications", "CCS-P; hospital cases; doctors’ offices"),
    ("hospital or office", RECORDS, "specialties", "Hospital records or office records"),
    ("fields of medicine", CODER, "specialties", "Radiology; Cardiovascular"),
    ("cancer registry and states", CODER, "specialties", "Cancer registry; ODS-C; Some states; exam"),
    ("no figures for coders alone", CODER, "figures_note", "doesn’t count medical coders by themselves"),
    ("older population", CODER, "outlook_notes", "older people"),
    ("what makes pay vary", CODER, "pay_notes", "employer; area; certification; years"),
    ("transcriptionists", CODER, "related", "Medical Transcriptionists"),
    ("medical assistants", CODER, "related", "Medical Assistants"),
    ("AAPC, AHIMA, WHO, NCRA", CODER, "associations", "AAPC; AHIMA; World Health Org; Cancer Registrars"),
    ("wage and handbook pages", CODER, "sources", "Occupational Outlook Handbook; Wage Statistics"),
)  # fmt: skip

STUDY_SITE = _of(
    "study site",
    ("film with transcript", BILLER, "video", "0:00; 0:49; coder; biller"),
    ("small employers", BILLER, "duties", "In a small office; set up visits, check people in"),
    ("small employers, records", RECORDS, "duties", "send out bills; lend a hand with patients"),
    ("large employers", RECORDS, "duties", "In a large hospital"),
    ("learned on the job", RECORDS, "skills", "own database and procedures"),
    ("training", RECORDS, "education", "associate degree"),
    ("moving up: coder", RECORDS, "advancement", "Medical coder"),
    ("moving up: registry, privacy", RECORDS, "advancement", "Cancer registrar; Privacy; manager"),
    ("conclusion", RECORDS, "in_short", "complete, coded and private"),
)  # fmt: skip

STATE = _of(
    "state system",
    ("coders check notes, tests, images", CODER, "duties", "notes; lab results; X-ray reports"),
    ("plans, rules, privacy", CODER, "skills", "Medicare and other plans; official rules; private"),
    ("forms and signatures", BILLER, "duties", "forms, codes and signatures"),
    ("bills and collects", BILLER, "duties", "bills to patients; old bills"),
    ("explains benefits", BILLER, "duties", "what their plan pays"),
    ("refusals and appeals", BILLER, "specialties", "Refused claims and appeals"),
    ("on their own, from home", BILLER, "specialties", "from home; by the hour"),
    ("cluster", RECORDS, "reference_codes", "Health Science; Health Informatics"),
    ("nine related careers", BILLER, "related", "Billing and P; Bookkeeping; Secretaries; Claims; Customer"),
    ("programs", RECORDS, "programs", "51.0707; 51.0713; 51.0714; other"),
    ("what you need", CODER, "education", "high school diploma; coding program"),
    ("kinds of school, online", CODER, "education", "Community colleges; career schools; online"),
    ("what one receives", CODER, "education", "Certificate; Associate degree"),
    ("look into a school", BILLER, "education", "Quality varies; look the school up"),
    ("training on the job", BILLER, "on_the_job", "billing services; month"),
    ("school courses", RECORDS, "high_school", "English; Math; Biology"),
    ("electives", RECORDS, "high_school", "Anatomy; Health ed; Business English; Statistics; Office skills"),
    ("counselor or parent", RECORDS, "high_school", "counselor or a parent"),
    ("work-based learning", RECORDS, "ways_to_try", "field trip; half day; internship"),
    ("groups, hobbies, volunteering", RECORDS, "ways_to_try", "HOSA; family tree; blood drives"),
    ("volunteering helps", RECORDS, "things_to_know", "Volunteering"),
    ("certified people report more", RECORDS, "things_to_know", "AAPC; higher pay"),
    ("typing and privacy law", RECORDS, "things_to_know", "type well; HIPAA"),
    ("what the office teaches", RECORDS, "things_to_know", "the habits of the place"),
    ("technology changes", RECORDS, "things_to_know", "tools keep changing"),
    ("few patients, many screens", RECORDS, "things_to_know", "few patients and many screens"),
    ("patience, numbers, memory, errors", RECORDS, "things_to_know", "Patience; numbers; memory; mix-up"),
    ("growth in offices", RECORDS, "things_to_know", "outside hospitals; grow faster"),
    ("license optional, whom to ask", BILLER, "licensing", "no license; ask your state"),
    ("addresses and telephones", BILLER, "associations", "Davis, OK; 580-369-2700"),
    ("DOT, Strong, COPSystem", RECORDS, "reference_codes", "079.362-014; Health Information Spec; Clerical"),
    ("Job Zone", RECORDS, "on_the_job", "Job Zone Three; a year or two"),
)  # fmt: skip

MATTERS = COLLEGE + HEALTH_SITE + GUIDE + STUDY_SITE + STATE
