"""Mail: messages, mailboxes and news groups; which part is read, and what of it is the letter."""

from collections.abc import Callable
from email.message import EmailMessage

import pytest

from newscli.readers import mail, proquest

from .conftest import Records
from .test_word import docx

STORY = "BERGEN, Norway, Jan 14 (Reuters) - Ferries crossed the fjord.\n\n(Reporting by Mara Lind; Editing by Tom Acht)\n"
HEADER = b"From: Harbour Times <news@harbour.example>\nSubject: Ferries\nDate: Fri, 14 Jan 2022 15:32:00 +0100\n"


def message(text: str = STORY, **headers: str) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Harbour Times <news@harbour.example>"
    made["Subject"] = "Ferries cross the fjord again"
    made["Date"] = "Fri, 14 Jan 2022 15:32:00 +0100"
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(text)
    return made


def test_a_mailbox_is_read_message_by_message(records: Records) -> None:
    first, second = records(mail.example(), "mail")
    assert (first.date, first.time, first.headline) == ("2022-01-14", "15:32+01:00", "Ferries cross the fjord again")
    assert (first.facts.source, first.facts.url) == ("Harbour Times", "http://letters.harbour.example/2022/14")
    assert first.body == ("Ferries crossed the fjord again on Friday.", "From the quay, buses run every hour.")
    assert (second.headline, second.body) == ("Snow closes the high road", ("The high road is closed until Sunday.",))


def test_wire_copy_by_mail_keeps_its_dateline_and_sign_off(records: Records) -> None:
    (one,) = records(message().as_bytes(), "mail")
    assert one.dateline is not None
    assert (one.dateline.places[0].name, one.agency) == ("BERGEN", "Reuters")
    assert [(credit.name, credit.role) for credit in one.credits] == [("Mara Lind", "reporting"), ("Tom Acht", "editing")]


def test_plain_text_is_preferred_to_the_page_beside_it(records: Records) -> None:
    made = message()
    made.add_alternative("<html><body><h1>Logo</h1><p>Ferries crossed in colours.</p></body></html>", subtype="html")
    (one,) = records(made.as_bytes(), "mail")
    assert one.body == ("Ferries crossed the fjord.",)


def test_the_page_is_read_where_the_plain_text_only_points_to_it(records: Records) -> None:
    page = "<html><body><a href='http://letters.harbour.example/9'>View in your browser</a>"
    page += "".join(f"<p>Ferry number {n} crossed the fjord on Friday.</p>" for n in range(9)) + "</body></html>"
    made = message("View this mail in your browser: http://letters.harbour.example/9\n")
    made.add_alternative(page, subtype="html")
    (one,) = records(made.as_bytes(), "mail")
    assert len(one.body) == 9
    assert one.facts.url == "http://letters.harbour.example/9"


def test_what_a_letter_says_of_itself_is_a_note(records: Records) -> None:
    footer = "Unsubscribe here: http://x.example\n\nHarbour Street 1, Bergen\n"
    (one,) = records(message(f"Ferries crossed.\n\nNo ship was lost.\n\nBuses run.\n\n{footer}").as_bytes(), "mail")
    assert one.body == ("Ferries crossed.", "No ship was lost.", "Buses run.")
    assert [note.text for note in one.notes] == ["Unsubscribe here: http://x.example", "Harbour Street 1, Bergen"]


@pytest.mark.parametrize(
    "said",
    [
        "Sie erhalten diese E-Mail, weil Sie sich angemeldet haben.",
        "Vous recevez cette newsletter car vous êtes inscrit.",
        "Recibes este correo porque te has registrado.",
        "U ontvangt deze nieuwsbrief omdat u klant bent.",
    ],
)
def test_why_one_is_sent_a_letter_is_a_note_in_other_languages(records: Records, said: str) -> None:
    (one,) = records(message(f"Ferries crossed.\n\nNo ship was lost.\n\n{said}\n").as_bytes(), "mail")
    assert (one.body, [note.text for note in one.notes]) == (("Ferries crossed.", "No ship was lost."), [said])


def test_a_signature_is_no_story(records: Records) -> None:
    (one,) = records(message("Ferries crossed.\n\n-- \nMara Lind\nHarbour Times\n").as_bytes(), "mail")
    assert one.body == ("Ferries crossed.",)


def test_a_charset_that_lies_is_found_out(records: Records) -> None:
    body = "Fähren fahren wieder.\n".encode()
    (one,) = records(
        HEADER + b"Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\n" + body, "mail"
    )
    assert one.body == ("Fähren fahren wieder.",)
    assert one.warnings == ("read as UTF-8: it says iso-8859-1, and is not",)


def test_a_message_of_a_news_group_needs_no_mime(records: Records) -> None:
    header = b"Newsgroups: harbour.news\nFrom: mara@harbour.example (Mara Lind)\nSubject: Re: Ferries\nMessage-ID: <1@x>\n"
    (one,) = records(header + b"Lines: 3\n\nFerries crossed the fjord again.\n\nNo ship was lost.\n", "mail")
    assert (one.headline, one.facts.source, one.facts.section) == ("Ferries", "Mara Lind", "harbour.news")
    assert len(one.body) == 2


def test_a_form_names_its_headline_itself(records: Records) -> None:
    (one,) = records(message("Headline: Snow closes the high road\n\nThe high road is closed.\n").as_bytes(), "mail")
    assert (one.headline, one.body) == ("Snow closes the high road", ("The high road is closed.",))


def test_an_export_that_a_database_mailed_is_its_articles(records: Records) -> None:
    found = records(message(proquest.example().decode()).as_bytes(), "mail")
    assert [one.headline for one in found] == ["Ferries cross the fjord again", "Snow closes the high road"]


def test_attachments_are_read_where_a_reader_takes_them_and_named_where_none_does(records: Records) -> None:
    made = message()
    made.add_attachment(
        docx("Snow closes the high road", "VOSS, Norway (AP) - The high road is closed."),
        "application",
        "msword",
        filename="s.docx",
    )
    made.add_attachment(b"%PDF-1.4\0\1\2\3", "application", "pdf", filename="plan.pdf")
    letter, attached = records(made.as_bytes(), "mail")
    assert attached.headline == "Snow closes the high road"
    assert letter.warnings == ("attachment left out: plan.pdf",)


def test_a_forwarded_message_is_an_article_too(records: Records) -> None:
    made = message("See below.\n")
    made.add_attachment(message("The high road is closed.\n", Keywords="snow"))
    first, second = records(made.as_bytes(), "mail")
    assert (first.body, second.body, second.facts.subjects) == (("See below.",), ("The high road is closed.",), ("snow",))


def test_a_mail_without_text_is_named(records: Records, reasons: Callable[[bytes], list[str]]) -> None:
    assert reasons(HEADER + b"Content-Type: image/png\n\n\n") == ["a mail without text: Ferries"]


def test_a_text_that_begins_with_a_label_is_no_mail(records: Records) -> None:
    assert len(records("Date: Friday\nTo: everybody\n\nFerries crossed the fjord again.\n", "text")) == 1


def test_the_messages_of_a_digest_are_articles(records: Records) -> None:
    def message(title: str) -> str:
        head = f"Date: Thu, 13 Jan 2022 06:30:00 +0100\nFrom: Mara Lind <m@x.example>\nSubject: {title}\n"
        return f"{head}\nFerries crossed the fjord again.\n\n{'-' * 30}\n\n"

    top = "From: list@x.example\nSubject: Digest, Vol 1\nDate: Fri, 14 Jan 2022 06:30:00 +0100\n\nToday's topics\n\n"
    found = records(f"{top}{'-' * 70}\n\n{message('Grain moves')}{message('Snow falls')}End of Digest\n", "mail")
    assert [(one.headline, one.date, one.facts.source) for one in found] == [
        ("Grain moves", "2022-01-13", "Mara Lind"), ("Snow falls", "2022-01-13", "Mara Lind"),
    ]  # fmt: skip
    (letter,) = records(f"{top}{'-' * 70}\n\n{message('Grain moves')}", "mail")
    assert letter.headline == "Digest, Vol 1"


def test_a_mailbox_of_mmdf_has_marks_around_each_message(records: Records) -> None:
    mark = "\x01\x01\x01\x01\n"
    one = "From: a@x.example\nSubject: {}\nDate: Fri, 14 Jan 2022 06:30:00 +0100\n\nFerries crossed the fjord again.\n"
    box = "".join(f"{mark}{one.format(title)}{mark}" for title in ("Grain moves", "Snow falls"))
    assert mail.sniff(box.encode(), "box") == "the line of a mailbox that begins a message"
    assert [article.headline for article in records(box, "mail")] == ["Grain moves", "Snow falls"]


def test_a_mailbox_of_an_old_macintosh_and_one_with_a_mark(records: Records) -> None:
    box = "".join(
        f"From a@harbour.example Fri Jan 14 15:32:00 2022\nFrom: a@harbour.example\nSubject: {one}\n"
        "Date: Fri, 14 Jan 2022 15:32:00 +0100\n\nShips sailed in the fog.\n\n"
        for one in ("Ferries cross", "Grain moves")
    ).encode()
    for written in (box, box.replace(b"\n", b"\r"), b"\xef\xbb\xbf" + box, box.replace(b"Ships ", b"Ships\0")):
        assert [(one.headline, one.body) for one in records(written, "mail")] == [
            ("Ferries cross", ("Ships sailed in the fog.",)),
            ("Grain moves", ("Ships sailed in the fog.",)),
        ]
