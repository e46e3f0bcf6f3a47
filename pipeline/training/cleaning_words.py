"""What made pages are filled with: invented readers, what they open with, small furniture."""

from __future__ import annotations


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().split("\n"))


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FIRST_NAMES = _words(
    "Anna Bert Carla Dave Ellen Frank Gina Hugo Iris Jack Karen Leo Mary Nick Olga Paul Quinn Rosa "
    "Sam Tina Uwe Vera Will Xavier Yara Zoe Mike Linda Steve Jen Bob Priya Ahmed Chen Fatima José"
)
LAST_NAMES = _words(
    "Adams Baker Castillo Dunn Evans Foster Grant Hughes Ivanov Jones Keller Lopez Moreno Nash "
    "O’Brien Patel Quist Reyes Smith Tran Usman Vance Wong Xu Young Zeller MacLeod"
)
HANDLES = _words(
    "truthseeker bluejay oldtimer cookiemom rustybolt nevermind skeptic_tank grannyB justsaying "
    "kayaker wombat99 ironpot mrs.t the_other_jim hopeful2 bikerdude NotARobot tx_voter lemondrop "
    "QuietOne catlady7 pdx_dan river.rat zed Guest Anonymous curious_george"
)
BLOGS = ("Kitchen Notes", "The Long Road", "My Two Cents")
OPENERS = _lines(
    """
    Great post!
    Thanks for this.
    I couldn’t agree more.
    Sorry but no.
    LOL
    Really?
    Wow.
    Love this!
    Nonsense.
    Well said.
    This made my day :)
    So true.
    Ha!
    As a teacher, I see this every day.
    Not sure I follow.
    Exactly.
    Yum!
    Oh please.
    Finally somebody says it.
    First!
    Been there, done that.
    What a joke.
    Good grief.
    Thank you for sharing!
    Interesting read.
    Does anyone have a source for this?
    I made these last night and they were a hit.
    Where can I buy one?
    Congrats!!
    Same thing happened to my brother.
    You forgot to mention the cost.
    +1
    This.
    My grandmother made it with lard.
    I disagree with nearly all of this.
    Typo in the title.
    Can I use frozen berries instead?
    Who pays for it? We do.
    Keep up the good work!
    Please do a follow-up.
    I’ve been reading your blog for years.
    Shame on them.
    """
)
AGENCIES = ("Getty Images", "AP", "Reuters", "AFP", "Handout", "Shutterstock", "the author")
CAPTION_STARTS = ("Photo: ", "Image: ", "Credit: ", "Photo by ", "(Photo: ", "Image credit: ")
TOPICS = _words("Politics World Business Food Opinion Sports Local Science")

# Furniture, filled with str.format: topic, writer, handle, other, teaser and title.
ABOVE = _lines(
    """
    {topic}
    Home > {topic}
    in {topic}
    in ,
    Share
    Subscribe
    Subscribe to our newsletter
    The views expressed in this column are solely those of the author and not of this site.
    Support independent journalism:
    Subscribe to The {topic} Show on YouTube – Find us on iTunes.
    The {topic} Show Audio Podcast:
    Follow on Soundcloud – Subscribe on iTunes.
    1 comment
    This post may contain affiliate links.
    """
)
BETWEEN = _lines(
    """
    Advertisement
    Story continues below advertisement
    Read more: {topic} news
    Read more: {title}
    Related: {teaser}
    Share this
    [Read more: how it began]
    Sign up for our daily newsletter
    Subscribe to our newsletter
    SEE ALSO: {title}
    """
)
BELOW = _lines(
    """
    Share this:
    Twitter
    Facebook
    Like this:
    Loading...
    Tags: {topic}, news
    Filed under: {topic}
    Related
    Print
    Posted in {topic} | Permalink
    Posted by {writer} at 9:15 AM
    Email This BlogThis! Share to Twitter
    Trending Now
    Trending Now Sponsored Links
    Related Stories
    Related News
    More from {topic}
    More from The {topic} Post
    Labels: {topic}, life
    ← Older post
    Sign up for our daily newsletter
    © 2015 The {topic} Post. All rights reserved.
    Follow us on Twitter and like us on Facebook
    The views expressed in this column are solely those of the author.
    The {topic} Podcast:
    Listen on iTunes – Find us on YouTube
    """
)
BIOS = _lines(
    """
    {writer} is a staff writer. Follow on Twitter @{handle}
    {writer} is a staff writer at The {topic} Post. Twitter: @{handle}
    {writer} is a reporter covering {topic}.
    {writer} contributed to this report.
    Contact {writer} at {handle}@example.com
    (Reporting by {writer}; Editing by {other})
    """
)
