"""What of a file can't be read loses only itself, and is said."""

from newscli.corpus.reading import Content, Read, articles
from newscli.corpus.walking import Found


def read(name: str, data: bytes) -> Read:
    return articles(Content(data, Found(name.encode(), len(data), 0, 0, 0)), name, lambda _: True)


def test_a_broken_article_keeps_its_ordinal_and_the_others_are_read() -> None:
    found = read("a.jsonl", b'{"title": "A", "text": "One."}\n{broken\n{"title": "C", "text": "Three."}\n')
    assert [(ordinal, article.headline) for ordinal, article in found.articles] == [(1, "A"), (3, "C")]
    assert found.problem is not None
    assert found.problem.startswith("article 2: line 2")


def test_a_file_without_news_says_what_it_is() -> None:
    found = read("a.json", b'{"compilerOptions": {"strict": true}}')
    assert found.articles == ()
    assert found.problem is not None
    assert found.problem.startswith("no article in it: ")


def test_of_many_broken_articles_the_first_are_named_and_the_others_counted() -> None:
    found = read("a.jsonl", b'{"title": "A", "text": "One."}\n' + b"{broken\n" * 5)
    assert len(found.articles) == 1
    assert found.problem is not None
    assert found.problem.endswith("; and 2 more")


def test_a_file_that_is_read_in_full_has_no_problem() -> None:
    assert read("a.txt", b"OSLO (Reuters) - Ships sailed.\n").problem is None
