"""Any number of readings whose truth is known, made after real ones: `python -m benchmarks.generator --readings 1000`.

Incidents happen in eighteen countries, fifty a day, in towns of the gazetteer and between sides of the registry; authors tell
of them, papers copy agencies. How an incident is told is taken from real readings (the sample's by default): how often which
kind, who speaks and how, how numbers are bounded and what is counted. The texts are made from a grammar, so that two authors
share no sentence by chance and only copies share text. Everything is invented, whatever real places and groups it names.

What makes it hard, in shares that `variation.toml` sets and explains:
- of an incident's tellings, one in eleven has another day, a week only or no day; one in eight a neighbouring town, a district, a
  province, the country or no place; one in ten another kind of the same family; a quarter another toll and a tenth none; a tenth
  another culprit, and a third none; an author knows seven in ten of the incident's own circumstances and makes up the others;
- one incident in ten happens in the town of another, the same day or the next, half or more of the same kind;
- names are spelt otherwise by every other author, a twentieth of people are only ever called by their surname in a telling,
  sons bear their father's name in part, commanders have noms de guerre;
- four reports in ten are copies, of which a third are cut and a quarter stand in longer reports; one in eight other reports
  tells of a second incident in a paragraph; weekly summaries count for a country and tell of two incidents besides.

What it does not have: the reader's own mistakes (an incident read twice, a figure of another clause), reports of other
languages, and news of anything but violence. Real reports tell of three incidents each, most of them background; made ones of
one.
"""
