"""Words that tell what kind of speaker a description stands for.

Closed lists of general English: roles, groups, documents, bodies. Heads are compared in
lower case and without a final period. A head found in none of them stays `unknown`.
"""

from __future__ import annotations

from typing import Literal

Gender = Literal["f", "m", ""]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HONORIFIC_GENDER: dict[str, Gender] = {
    **dict.fromkeys(("mr", "sir", "lord", "mister", "herr", "monsieur", "señor"), "m"),
    **dict.fromkeys(("mrs", "ms", "miss", "madam", "madame", "lady", "dame", "mme"), "f"),
    **dict.fromkeys(("messrs",), "m"),
}

TITLE_ABBREVIATIONS: dict[str, str] = {
    "adm": "admiral",
    "amb": "ambassador",
    "atty": "attorney",
    "brig": "general",
    "capt": "captain",
    "cdr": "commander",
    "cmdr": "commander",
    "col": "colonel",
    "cpl": "corporal",
    "cpt": "captain",
    "det": "detective",
    "dr": "doctor",
    "drs": "doctor",
    "fr": "father",
    "gen": "general",
    "gens": "general",
    "gov": "governor",
    "govs": "governor",
    "insp": "inspector",
    "lt": "lieutenant",
    "ltc": "colonel",
    "ltg": "general",
    "maj": "major",
    "msgr": "monsignor",
    "pfc": "private",
    "pres": "president",
    "prof": "professor",
    "profs": "professor",
    "pvt": "private",
    "rep": "representative",
    "reps": "representative",
    "rev": "reverend",
    "sen": "senator",
    "sens": "senator",
    "sgt": "sergeant",
    "spc": "specialist",
    "supt": "superintendent",
    "vp": "president",
}

ROLE_SYNONYMS: tuple[frozenset[str], ...] = (
    _words("representative congressman congresswoman congressperson lawmaker legislator"),
    _words("senator lawmaker legislator"),
    _words("chairman chairwoman chairperson chair chief head leader"),
    _words("director head chief boss leader"),
    _words("doctor physician surgeon"),
    _words("judge justice jurist magistrate"),
    _words("spokesman spokeswoman spokesperson secretary"),
    _words("attorney lawyer counsel prosecutor"),
    _words("candidate nominee contender hopeful standard-bearer frontrunner front-runner"),
    _words("ceo executive chief boss head"),
    _words("author writer journalist reporter columnist correspondent blogger editor"),
    _words("anchor host presenter moderator newsman"),
    _words("actor actress star"),
    _words("minister premier leader"),
    _words("general commander officer"),
    _words("president leader"),
    _words("billionaire businessman mogul tycoon developer magnate businesswoman"),
    _words("officer policeman policewoman cop patrolman"),
    _words("scholar professor academic researcher scientist"),
    _words("director filmmaker film-maker"),
    _words("economist analyst"),
)
"""Heads that may name one role; a description is taken up by a title of its set."""

GENDERED_ROLES: dict[str, Gender] = {
    **dict.fromkeys(
        (
            "actress aunt businesswoman chairwoman congresswoman councilwoman daughter duchess "
            "ex-wife first-lady girl girlfriend grandmother granddaughter heroine lady mom mother "
            "niece noblewoman policewoman princess queen saleswoman sister spokeswoman stateswoman "
            "wife widow woman assemblywoman"
        ).split(),
        "f",
    ),
    **dict.fromkeys(
        (
            "assemblyman boy boyfriend brother businessman chairman congressman councilman dad "
            "ex-husband father grandfather grandson guy husband king man nephew policeman prince "
            "salesman son spokesman statesman uncle widower gentleman clergyman newsman priest"
        ).split(),
        "m",
    ),
}

PERSON_NOUNS = _words(
    """
        academic accountant activist actor actress adjutant administrator admiral adviser advisor
        advocate agent aide airman ally ambassador analyst anchor anchorman anchorwoman anthropologist
        apologist architect artist assailant assemblyman assemblywoman assistant associate astronaut
        attacker attorney aunt author backer baker banker baron bishop blogger boss boy broadcaster
        brother builder businessman businesswoman buyer candidate captain cardinal caller cartoonist
        ceo celebrity chair chairman chairperson chairwoman challenger chancellor chaplain chef chief
        citizen clergyman cleric clerk co-author co-chair co-chairman co-chairwoman co-director
        co-founder co-host co-owner co-worker coach coauthor cofounder cohost colleague collector
        colonel columnist comedian commander commentator commissioner competitor composer comptroller
        congressman congressperson congresswoman constable consultant contender contributor
        controller coordinator coroner corporal correspondent councillor councilman councilor
        councilwoman counsel counselor counterpart cousin creator critic curator customer cyclist dad
        dad daughter deacon dean defendant defender delegate demographer demonstrator deputy designer
        detective developer dictator diplomat director dissident doctor donor driver economist editor
        educator elector employee employer engineer entrepreneur environmentalist envoy epidemiologist
        ex-husband ex-president ex-wife executive exec expert farmer father fellow fighter filmmaker
        firefighter foe founder friend front-runner frontrunner fundraiser gardener general geologist
        gentleman girl girlfriend governor grandfather grandmother grandson graduate guest gunman guy
        head historian homeowner host hostess hunter husband immigrant incumbent individual insider
        inspector instructor intern interviewer inventor investigator investor jeweler journalist
        judge juror justice kid king lady landlord landowner lawmaker lawyer leader lecturer
        legend legislator liaison librarian lieutenant linguist lobbyist loyalist magistrate magnate
        maker man manager marine mastermind mathematician mayor member mentor meteorologist millionaire
        billionaire minister moderator mogul mom monk monsignor mother motorist musician narrator
        negotiator neighbor neighbour neurosurgeon newcomer niece nominee novelist nun nurse officer
        official ombudsman operative operator opponent organizer owner painter parent partner
        passenger passerby pastor patient patron pharmacist philanthropist philosopher photographer
        physician physicist pilot player playwright poet policeman policewoman politician pollster pope
        premier preacher presenter president priest prime-minister prince princess principal prisoner
        private producer professor programmer promoter proponent prosecutor protester provost
        psychiatrist psychologist publicist publisher pundit pupil queen rabbi rancher reader
        realtor receptionist recipient rector refugee registrar regulator reporter representative
        republican democrat conservative liberal researcher resident respondent retiree reverend rival
        ruler runner runner-up sailor salesman saleswoman scholar scientist screenwriter secretary
        senator sergeant server sheriff shooter shopper singer sister skeptic socialist sociologist
        soldier solicitor son source speaker specialist speechwriter spokesman spokesperson
        spokeswoman staffer standard-bearer star statesman statistician stepfather stepmother
        strategist student successor superintendent superdelegate supervisor supporter surgeon
        surrogate survivor suspect teacher technician teen teenager tenant theologian therapist
        trader trainer translator treasurer trustee tutor tycoon uncle undersecretary user vendor
        veteran veterinarian viceroy vice-president victim victor viewer visitor volunteer voter
        waiter waitress warden watcher whistleblower widow widower wife winner witness woman worker
        writer youngster minority-leader correspondent newsman predecessor surveyor descendant
        guard nephew libertarian centrist independent hopeful newcomer pal confidant hedge-funder
        counterpart bureaucrat technocrat czar tsar emperor sultan sheikh ayatollah imam militant
        rebel terrorist hacker engineer dealer chief-of-staff specialist aide-de-camp
        """
) | frozenset(TITLE_ABBREVIATIONS.values())

GROUP_NOUNS = _words(
    """
    police people men women children kids folks media press staff public crowd audience majority
    minority half crew team jury panelists others everyone everybody anyone anybody nobody none
    someone somebody all both many most some few several those millions thousands hundreds dozens
    percent % third quarter establishment electorate authorities troops opposition community
    right left middle-class elite elites base family couple pair duo trio group coalition faction
    wing clergy gop youth leadership populace band circle crop batch set bunch mob gang generation
    elderly rich poor young old faithful each one-third two-thirds camp side sides personnel number
    """
)

DOCUMENT_NOUNS = _words(
    """
    account ad advertisement advisory affidavit agreement amendment analysis announcement article
    assessment audit bill biography blog book briefing broadcast brochure bulletin calculation caption
    census chart charter clip code column commentary comment communique communiqué complaint
    constitution contract convention court-filing cover data database decision declaration decree
    directive disclosure document documentary draft dossier edition editorial email e-mail essay
    estimate evidence excerpt exposé expose fact-check feature figure filing film finding flier flyer
    footage forecast form graphic guide guideline handbook headline image index indictment information
    interview inventory investigation invitation item journal law lawsuit leaflet legend legislation
    letter list log magazine-article manifesto manual map mailer memo memoir memorandum message
    measure movie narrative newsletter note notice novel op-ed opinion order page pamphlet paper
    paragraph passage petition photo photograph picture piece plan plaque platform play poem policy
    poll polling post poster posting preamble proclamation profile program programme projection
    proposal provision publication questionnaire ranking readout record recording register regulation
    release remark report reporting research resolution response result review ruling rule script
    section sentence series show sign slide slogan song speech spot statement statistic statistics
    statute story studies study subpoena suit summary summons survey tabloid-story tally tape text
    textbook theory thread timeline title trailer transcript translation treaty tweet verdict version
    video videotape warrant webpage website wikipedia will word writing inscription placard banner
    testimony submission brief average math tabulation missive press-release
    """
)

BODY_NOUNS = _words(
    """
    academy administration agency airline alliance army assembly association authority bank board
    bloc branch broadcaster brigade bureau business cabinet campaign carrier center centre chain
    chamber charity church city club college commission committee company conference conglomerate
    congress consortium contractor corporation council country county court daily department division
    embassy employer enterprise federation firm force foundation fund government hospital house
    industry institute institution intelligence-agency junta kingdom legislature magazine manufacturer
    maker military ministry monarchy movement museum nation navy network newspaper newsroom
    nonprofit non-profit office operation organisation organization outfit outlet palace panel paper
    parliament party periodical plant platform-company port province publisher regime regulator
    republic retailer school senate service site startup start-up state station store studio
    subcommittee subsidiary supplier think-tank thinktank town tribe tribunal troupe union university
    utility vatican village website weekly zoo monitor watchdog syndicate militia secretariat
    """
)

COMPANY_NOUNS = _words(
    "bank company firm corporation conglomerate retailer airline manufacturer business startup "
    "start-up chain maker carrier employer enterprise utility"
)
MEDIA_NOUNS = _words(
    "network newspaper magazine paper outlet broadcaster station daily weekly site"
)

PLURAL_WITHOUT_S = _words("people men women children police media data those troops personnel")
SINGULAR_IN_S = _words(
    "press congress business census news boss analysis series politics status campus house "
    "cabinets illness princess actress mess class process address access witness hostess gas bus "
    "waitress lens chaos virus crisis basis thesis hypothesis emphasis us this his pentagon's "
    "headquarters chess loss bias consensus corps caucus"
)

NAMED_GROUPS = _words(
    """
    republicans democrats conservatives liberals libertarians americans gop-ers moderates
    progressives socialists independents muslims christians jews catholics evangelicals hispanics
    latinos blacks whites millennials feminists russians chinese europeans britons israelis
    palestinians iraqis iranians syrians germans french mexicans canadians texans greens
    """
)

INDEFINITES = _words("a an one another some any every each no many several few two three four five")
POSSESSIVES = _words("his her their its my our your")
DETERMINERS = INDEFINITES | POSSESSIVES | _words("the this that these those both all such")

PREPOSITIONS = _words(
    """
    of for from in on at with to by among near about against close inside outside within under over
    behind through across around between during before after since like without throughout
    alongside beyond despite including per via toward towards into onto upon aboard involving
    """
)
CLAUSE_STARTERS = _words("who whom whose which that where when whether because while as")
PARTICIPLES = _words(
    """
    released published conducted taken based obtained signed sent surveyed interviewed posted known
    named called held made written produced reviewed issued familiar opposed aligned affiliated
    gathered appearing attending working running living representing supporting speaking seeking
    opposing leading serving covering backing released commissioned sponsored run led filed
    advising briefed involved present available quoted cited
    """
)
EVIDENTIALS = _words(
    """
    seems seem seemed seemingly appears appear appeared apparently presumably looks look looked
    evidently arguably obviously clearly sounds surely probably
    """
)
"""Cues by which, where nobody is named, the article's own voice judges."""
