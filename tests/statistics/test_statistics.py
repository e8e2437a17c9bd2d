"""Tallies add up."""

from hypothesis import given, settings
from hypothesis import strategies as st

from newscli import registry, statistics
from newscli.article import Place, Summary
from newscli.statistics import lengths, timeline
from newscli.statistics._grouping import GROUPS, Grouped

DATES = st.one_of(st.none(), st.sampled_from(["2022-01-11", "2022-01-12", "2022-02-01", "2019-12-31", "2022-01", "1987"]))


@st.composite
def summaries(draw: st.DrawFn) -> Summary:
    places = draw(st.lists(st.sampled_from(["OSLO", "MUMBAI"]), max_size=2, unique=True))
    return Summary(
        number=1,
        id="k" * 20,
        path=f"{draw(st.integers(0, 4))}.txt",
        ordinal=1,
        format="text",
        date=draw(DATES),
        time=None,
        headline=None,
        lede=None,
        places=tuple(map(Place, places)),
        agency=draw(st.sampled_from([None, "Reuters", "AP"])),
        people=tuple(draw(st.lists(st.sampled_from([("by", "A"), ("editing", "B"), ("reporting", "C")]), max_size=3))),
        words=draw(st.integers(0, 900)),
        paragraphs=1,
        has=frozenset(draw(st.sets(st.sampled_from(["headline", "date", "caption"])))),
        warnings=0,
    )


@given(st.lists(summaries(), max_size=12), st.integers(0, 12))
@settings(max_examples=60)
def test_merging_parts_in_any_order_equals_the_whole(articles: list[Summary], cut: int) -> None:
    whole, left, right, other = (statistics.Overview() for _ in range(4))
    for article in articles:
        whole.add(article)
    for part, chosen in ((left, articles[:cut]), (right, articles[cut:]), (other, articles[:cut])):
        for article in chosen:
            part.add(article)
    left.merge(right)
    right.merge(other)
    assert list(left.blocks()) == list(whole.blocks()) == list(right.blocks())


@given(st.lists(summaries(), max_size=12), st.integers(0, 12), st.sampled_from(sorted(GROUPS)))
@settings(max_examples=60)
def test_groups_of_parts_equal_groups_of_the_whole(articles: list[Summary], cut: int, by: str) -> None:
    whole, left, right = Grouped(by), Grouped(by), Grouped(by)
    for article in articles:
        whole.add(article)
    for part, chosen in ((left, articles[:cut]), (right, articles[cut:])):
        for article in chosen:
            part.add(article)
    left.merge(right)
    assert list(left.rows()) == list(whole.rows())
    assert left.without == whole.without


def test_every_statistic_has_its_own_key_and_place() -> None:
    blocks = list(statistics.Overview().blocks())
    assert len({block.name for block in blocks}) == len(blocks) == len(registry.names(statistics))
    assert list(statistics.document(blocks))[:2] == ["totals", "timeline"]


def dated(*dates: str) -> timeline.Tally:
    tally = timeline.Tally()
    tally.counts.update(dates)
    return tally


def test_a_timeline_takes_the_finest_period_that_suits() -> None:
    assert dated("2022-01-11", "2022-01-13").block().values == (("2022-01-11", 1), ("2022-01-12", 0), ("2022-01-13", 1))
    assert dated("2022-01-11", "2022-04-01").block().title == "articles a month"
    assert dated("1987", "2022-04-01").block().title == "articles a year"
    assert [label for label, _ in dated("2021-11", "2022-02-01").block().values] == ["2021-11", "2021-12", "2022-01", "2022-02"]


def test_a_span_of_dates_says_what_is_shared_once() -> None:
    assert timeline.spoken_span("2022-01-04", "2022-01-14") == "4 to 14 January 2022"
    assert timeline.spoken_span("2021-12-30", "2022-01-14") == "30 December 2021 to 14 January 2022"
    assert timeline.spoken_span("2022-01-04", "2022-03-04") == "4 January to 4 March 2022"
    assert timeline.spoken_span("2022-01", "2022-01") == "January 2022"


def test_quantiles_are_values_that_occur() -> None:
    counts = {10: 1, 20: 1, 30: 2}
    assert [lengths.quantile(counts, share) for share in (0.25, 0.5, 0.75, 1.0)] == [10, 20, 30, 30]
