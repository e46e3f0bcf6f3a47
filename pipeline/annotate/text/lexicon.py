"""Words that tell what kind of speaker a description stands for.

Closed lists of general English: roles, groups, documents, bodies. Heads are compared in
lower case and without a final period. A head found in none of them stays `unknown`.
"""

from __future__ import annotations

from typing import Literal

Gender = Literal["f", "m", ""]


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


def _all(names: str, gender: Gender) -> dict[str, Gender]:
    return {name: gender for name in names.split()}


HONORIFIC_GENDER: dict[str, Gender] = {
    **_all("mr messrs sir lord mister herr monsieur señor shri alhaji mallam", "m"),
    **_all("mrs ms miss madam madame lady dame mme smt baroness hajia hajiya", "f"),
    **_all("hrm hrh datuk dato seri maulana", ""),
}

TITLE_ABBREVIATIONS: dict[str, str] = {
    "adm": "admiral",
    "ald": "alderman",
    "amb": "ambassador",
    "asm": "assemblyman",
    "assemb": "assemblyman",
    "asst": "assistant",
    "atty": "attorney",
    "barr": "barrister",
    "brig": "general",
    "capt": "captain",
    "cdr": "commander",
    "cllr": "councillor",
    "coun": "councillor",
    "cr": "councillor",
    "cmdr": "commander",
    "col": "colonel",
    "commr": "commissioner",
    "cpl": "corporal",
    "cpt": "captain",
    "dci": "inspector",
    "dcs": "superintendent",
    "dep": "deputy",
    "det": "detective",
    "dr": "doctor",
    "drs": "doctor",
    "dsupt": "superintendent",
    "engr": "engineer",
    "ens": "ensign",
    "fr": "father",
    "gen": "general",
    "gens": "general",
    "gov": "governor",
    "govs": "governor",
    "hon": "honorable",
    "insp": "inspector",
    "lt": "lieutenant",
    "ltc": "colonel",
    "ltg": "general",
    "maj": "major",
    "msgr": "monsignor",
    "msgt": "sergeant",
    "pc": "constable",
    "pfc": "private",
    "pres": "president",
    "prof": "professor",
    "profs": "professor",
    "pte": "private",
    "pvt": "private",
    "radm": "admiral",
    "rep": "representative",
    "reps": "representative",
    "rev": "reverend",
    "rt": "right",
    "sen": "senator",
    "sens": "senator",
    "sfc": "sergeant",
    "sgt": "sergeant",
    "spc": "specialist",
    "ssgt": "sergeant",
    "supt": "superintendent",
    "tsgt": "sergeant",
    "vadm": "admiral",
    "vp": "president",
    "wpc": "constable",
}

DOTTED_TITLES: dict[str, str] = {"del.": "delegate"}
"""Abbreviated titles that without their period belong to a name: `Del Toro`."""

ROLE_SYNONYMS: tuple[frozenset[str], ...] = (
    words("representative congressman congresswoman congressperson lawmaker legislator"),
    words("senator lawmaker legislator parliamentarian"),
    words("mp mla mep msp deputy assemblyman assemblywoman parliamentarian lawmaker legislator"),
    words("chairman chairwoman chairperson chair chief head leader"),
    words("director head chief boss leader"),
    words("doctor physician surgeon"),
    words("judge justice jurist magistrate"),
    words("spokesman spokeswoman spokesperson press-secretary"),
    words("attorney lawyer counsel"),
    words("candidate nominee contender hopeful standard-bearer frontrunner front-runner"),
    words("ceo executive chief boss head"),
    words("author writer journalist reporter columnist correspondent blogger editor"),
    words("anchor host presenter moderator newsman radioman broadcaster"),
    words("actor actress star comedian comic"),
    words("minister premier leader"),
    words("general commander officer"),
    words("president leader"),
    words("secretary-general director-general general-secretary chief head"),
    words("billionaire businessman mogul tycoon developer magnate businesswoman"),
    words("officer policeman policewoman cop patrolman"),
    words("scholar professor academic researcher scientist"),
    words("director filmmaker film-maker documentarian"),
    words("economist analyst"),
    words("captain skipper"),
    words("publican landlord landlady innkeeper"),
    words("head headteacher headmaster headmistress principal"),
    words("singer soprano tenor baritone mezzo-soprano contralto"),
    words("maestro conductor"),
    words("campaigner activist"),
    words("adviser advisor aide"),
    words("pope pontiff"),
    words("king monarch sovereign ruler"),
    words("queen monarch sovereign ruler"),
    words("emir monarch sovereign ruler"),
    words("sultan monarch sovereign ruler"),
    words("manager coach boss gaffer"),
    words("striker forward centre-forward attacker"),
    words("defender centre-back left-back right-back full-back fullback wing-back centre-half"),
    words("goalkeeper keeper goalie goaltender netminder shot-stopper"),
    words("singer vocalist frontman frontwoman musician star"),
    words("guitarist bassist drummer musician"),
    words("teacher headteacher headmaster headmistress"),
    words("barrister solicitor lawyer advocate"),
    words("investor shareholder"),
    words("mp td mk backbencher"),
    words("commissioner chief boss head"),
    words("inspector-general chief boss head"),
    words("resident local villager"),
)
"""Heads that may name one role; a description is taken up by a title of its set."""

GENDERED_ROLES: dict[str, Gender] = {
    **_all(
        "actress assemblywoman aunt barmaid baroness bride businesswoman chairwoman "
        "congresswoman councilwoman countess daughter duchess ex-wife first-lady girl "
        "girlfriend granddaughter grandma grandmother heiress heroine lady landlady matriarch "
        "mom mother mum niece noblewoman nun policewoman princess queen saleswoman schoolgirl "
        "sister songstress spokeswoman stateswoman stepdaughter stepmother waitress widow wife "
        "woman",
        "f",
    ),
    **_all(
        "assemblyman barman boy boyfriend bridegroom brother businessman cameraman chairman "
        "clergyman congressman councilman cowboy dad ex-husband father fireman gentleman "
        "grandfather grandpa grandson guy husband king man nephew newsman patriarch policeman "
        "priest prince salesman schoolboy son spokesman statesman stepfather stepson uncle "
        "widower",
        "m",
    ),
}

PERSON_NOUNS = words(
    """
        abbess abbot academic accomplice accountant acquaintance activist actor actress
        accordionist
        actuary addict adjuster adjutant administrator admiral adolescent adventurer
        adviser advisor advocate agent agnostic agronomist aide aide-de-camp airman
        alcoholic all-rounder ally alumna alumnus ambassador anaesthetist analyst
        anarchist anchor anchorman anchorwoman anesthesiologist angler animator
        announcer anthropologist apologist appellant apprentice appropriator aquarist arbitrator
        arborist archaeologist archbishop architect archivist aristocrat arsonist
        artisan artist aspirant assailant assassin assemblyman assemblymember
        assemblywoman assistant associate astrologer astronaut astronomer astrophysicist
        asylum-seeker atheist athlete attache attaché attacker attendant attendee attorney
        au-pair auctioneer audiologist auditor aunt auntie aunty author autoworker aviator
        ayatollah babysitter bachelor backbencher backer backpacker bailiff baker ballerina
        bandleader bandmate bandmember banker barber barista barmaid barman baron
        baroness barrister bartender basketballer bassist batchmate batsman batter
        bassoonist
        beautician beekeeper believer bellboy benefactor beneficiary biker billionaire
        biochemist biographer biologist bishop blacksmith blogger boater boatman
        bodybuilder bodyguard bondholder bookkeeper bookmaker bookseller borrower boss bosun
        botanist bouncer bowler boxer boy boyfriend breeder brewer bricklayer bride
        bridegroom brigadier broadcaster broker brother builder bureaucrat burglar
        businessman businesswoman busker butcher butler buyer bystander cabbie
        cabinetmaker caddie cadet caller cameraman campaigner camper candidate canoeist
        canvasser capitalist captain cardinal cardiologist caregiver carer caretaker carpenter
        cartographer cartoonist caseworker cashier catcher caterer celebrant celebrity
        cellist centenarian centre-back centre-forward centre-half centrist ceo cfo
        chair chairman chairperson chairwoman challenger champion chancellor chaplain
        chauffeur checker cheerleader cheesemaker chef chemist chief chief-of-staff chieftain
        child childminder choreographer churchwarden cinematographer citizen claimant clansman
        classmate cleaner clergyman cleric clerk client climatologist climber clinician
        clarinetist clarinettist
        clown co-author co-chair co-chairman co-chairwoman co-director co-founder
        co-host co-owner co-pilot co-worker coach coastguard coauthor cobbler coder
        cofounder cohost colleague collector colonel columnist comedian comedienne comic
        commander commentator commenter commissioner commodore communicator commuter compatriot
        competitor complainant composer comptroller concierge conductor confectioner confidant
        confidante congressman congressperson congresswoman conman conscript conservationist
        conservative conservator constable constituent consul consultant consumer
        contender contestant contributor controller convener convenor convict coo cook
        coordinator cop cornerback coroner corporal corporator correspondent cosmologist cosmonaut
        councillor councilman councilmember councilor councilperson councilwoman counsel
        counsellor counselor counterpart countess countryman courier cousin cowboy
        coworker crabber craftsman craftswoman creator creditor crewman crewmate
        cricketer criminologist critic crofter crooner cryptographer cto culprit curate curator
        custodian customer cyclist czar dad dad-of-two dancer daughter deacon dealer
        dean debtor debutant deckhand decorator defector defendant defender delegate
        democrat demographer demonstrator dentist deportee deputy dermatologist
        descendant deserter designer despot detainee detective detractor developer devotee
        diarist dictator dietician dietitian diplomat director disciple dispatcher dissident
        distiller diva diver divorcee dj docker doctor documentarian dog-walker donor
        doorman doyen doyenne dramatist
        dressmaker driller driver drummer duchess duke earl ecologist economist editor
        educator elder elector electrician embalmer emcee emir emissary emperor employee
        employer engineer entomologist entrepreneur environmentalist envoy
        epidemiologist equestrian essayist ethicist ethnographer evacuee evangelist
        ex-boyfriend ex-girlfriend ex-husband ex-minister ex-player ex-president ex-wife
        exec executive executor exile expat expatriate expert explorer exporter
        eyewitness facilitator falconer fan farmer farmhand father father-of-two fellow
        felon feminist fencer ferryman fiance fiancee fiancé fiancée fighter filmmaker
        financier firebrand firefighter fireman fisherman fishmonger flanker flatmate flautist
        florist fly-half foe footballer forecaster foreman forester forewoman forward
        foster-mother founder fraudster freshman friar friend front-runner frontbencher
        frontman frontrunner frontwoman fugitive full-back fullback functionary
        fundraiser futurist gaffer gambler gamekeeper gamer gangster gardener gendarme general
        geneticist genius gentleman geochemist geographer geologist geophysicist ghostwriter girl
        girlfriend glaciologist goalie goalkeeper goalscorer goaltender godfather
        godmother godson goldsmith golfer governor gp grader graduate grandad
        granddaughter grandee grandfather grandma grandmaster grandmother grandpa grandparent
        grandson gravedigger greengrocer grocer groom groomer groundskeeper
        grower guard guardsman guerrilla guest guitarist gunman guru guy gymnast
        gynaecologist gynecologist hacker haematologist hairdresser half-brother
        half-sister handler hardliner harpist hawker head headman headmaster headmistress
        headteacher healer heartthrob heavyweight hedge-funder heir heiress helmsman helper
        herbalist herder herdsman hero heroine hijacker hiker historian hitman
        holidaymaker homeowner hooligan hopeful horseman horticulturist host hostage
        hostess hotelier householder housekeeper housemate housewife humanist hunter
        hurdler husband hydrologist icon illustrator imam immigrant immunologist importer
        impresario incumbent independent individual industrialist infant infantryman
        influencer informant inhabitant inmate innkeeper insider inspector instructor
        insurgent intern interpreter interviewer inventor investigator investor
        ironworker islander jailer janitor jeweler jeweller jihadist jobseeker jockey
        jogger joiner journalist judge juggler jurist juror justice kayaker keeper
        keyboardist kicker kid kidnapper king kingmaker kingpin knight laborer labourer lady laird
        landlady landlord landowner landscaper laureate lawmaker lawyer leader lecturer left-back
        left-hander legend legislator lexicographer liaison liberal libertarian
        librarian lieutenant lifeguard linebacker lineman linesman linguist listener
        litigant livestreamer lobbyist lobsterman locksmith lodger logger longshoreman
        lorry-driver lover loyalist lumberjack luminary lyricist machinist maestro magician
        magistrate
        magnate maharaja maid mailman maker man manager marathoner marine mariner marksman marquess
        marshal mason masseur masseuse mastermind mathematician matriarch matron maverick mayor
        mayoress mec mechanic medalist medallist mediator medic megastar member memoirist
        mentor mep merchant
        meteorologist microbiologist midfielder midshipman midwife migrant militant
        militiaman milkman millionaire millworker minder miner minister minority-leader
        missionary mistress mk mla mobster model moderator mogul mom monarch monarchist monk
        monsignor mortician mother mother-of-two motorcyclist motorist mountaineer
        mourner mp msp mufti mugger mullah mum mum-of-two murderer musher musician nanny
        narrator nationalist native naturalist navigator negotiator neighbor neighbour nephew
        nephrologist netballer netminder neurobiologist neurologist neuroscientist
        neurosurgeon newborn newcomer newlywed newscaster newsman newsreader niece
        nominee nonagenarian notary novelist novice nun nurse nutritionist oarsman
        oboist
        obstetrician occupier oceanographer octogenarian officer official oligarch olympian
        ombudsman oncologist onlooker opener operative operator ophthalmologist opponent
        optician optometrist organiser organist organizer ornithologist orphan
        orthodontist outfielder outsider overseer owner oysterman paediatrician painter pal
        palaeontologist paleontologist paralegal paralympian paramedic paratrooper
        parent parishioner parliamentarian parolee participant partner passenger
        passer-by passerby pastor pastoralist pathologist patient patriarch patrolman
        patrolwoman patron peacekeeper peacemaker pedestrian pediatrician peer pensioner
        percussionist
        performer personality petitioner pharmacist philanthropist philosopher photographer
        photojournalist physician physicist physiotherapist pianist pilgrim pilot pioneer
        pitcher plaintiff planner plasterer player playmaker playwright plumber poacher
        podcaster poet policeman policewoman policymaker politician pollster pontiff
        pope populist porter postgraduate postman postmaster potter powerbroker preacher
        practitioner predecessor premier
        presenter president priest primatologist prime-minister prince princess
        principal prisoner private procurator producer professional professor programmer
        promoter propagandist proponent prosecutor protege protester protégé provost
        psychiatrist psychologist psychotherapist publican publicist publisher
        pulmonologist pundit punter pupil puppeteer qualifier quarterback queen rabbi racer radioman
        raconteur
        radiographer radiologist rambler rancher ranger rapper rapporteur ratepayer
        reader realtor rebel receiver receptionist recipient rector referee refugee
        registrar renter rep reporter representative republican rescuer researcher reservist
        resident respondent restaurateur restorer retailer retiree reverend reviewer
        rheumatologist rider right-back right-hander ringleader rival robber rocker
        roofer rookie roommate roughneck rower royalist ruler runner runner-up
        running-back sailor salesman saleswoman sarpanch scaffolder scammer sceptic
        satirist saxophonist
        scholar schoolboy schoolgirl schoolmaster schoolmate schoolmistress
        schoolteacher scientist scout screenwriter scrum-half
        sculptor seafarer seaman seamer seamstress secretary seer seismologist selectman
        seed selector selectwoman senator sentry separatist septuagenarian sergeant
        sergeant-major servant server sexagenarian shaman shareholder sheikh sheikha
        shepherd sheriff shipbuilder
        shoemaker shooter shopkeeper shopper shortstop shot-stopper showrunner shrimper
        sibling signalman singer sister skater skeptic skier skipper slugger smoker smuggler
        sniper snowboarder social-worker socialist socialite sociologist soldier
        solicitor sommelier son songstress songwriter sophomore soprano source speaker specialist
        speechwriter spokesman spokesperson spokeswoman spouse sprinter spy squatter
        staffer stagehand stakeholder stallholder standard-bearer star starlet statesman
        stationmaster statistician steelworker stepbrother stepdad stepdaughter
        stepfather stepmother stepmum stepsister stepson stevedore steward stewardess
        stockbroker stonemason storyteller strategist streamer striker strongman student stuntman
        stuntwoman stylist subscriber substitute successor sultan superdelegate
        superintendent supermodel superstar supervisor supporter supremo surfer surgeon
        surrogate surveyor survivor
        suspect swami swimmer tailor tánaiste taoiseach taxidermist taxpayer td teacher
        teammate technician technocrat teen teenager tehsildar televangelist tenant tenor terrorist
        theologian theorist therapist thief tiktoker tipster titan toddler tourist
        townsperson toxicologist trade-unionist
        trader trafficker trailblazer trainee trainer translator trapper traveler traveller
        trawlerman treasurer triathlete tribesman triplet trombonist trooper trucker
        trumpeter trustee tsar tutor twin tycoon typist umpire uncle undergraduate
        undersecretary undertaker underwriter unionist urologist user vagrant
        valedictorian valet valuer vegan vegetarian vendor verger vet veteran
        veterinarian vicar vice-president viceroy victim victor videographer viewer
        villager vintner violinist virologist viscount viscountess visionary visitor vlogger
        violist
        vocalist volcanologist
        volleyballer volunteer voter waiter waitress warden warder warlord warrior
        watcher watchmaker weatherman weaver webmaster weightlifter welder whaler
        whip whistleblower wholesaler wicketkeeper widow widower wife winemaker wing-back
        winger winner witness woman woodworker worker worshipper wrestler writer
        alderwoman alum assessor bellhop binman ceramicist chambermaid cio ciso cmo crossbencher
        decathlete defenseman examiner farmworker farrier fieldworker folklorist gallerist
        governess grazier heptathlete infielder javelinist multi-instrumentalist muralist oilman
        physio postdoc postmistress postwoman protestor quizmaster sculptress sharecropper
        showjumper skateboarder smallholder stablehand sub-postmaster sub-postmistress
        subpostmaster subpostmistress understudy usher
        cathaoirleach comhairle yachtsman yachtswoman youngster youtuber zookeeper zoologist
    """
) | frozenset(TITLE_ABBREVIATIONS.values())

GROUP_NOUNS = words(
    """
    % all anybody anyone audience authorities band base batch both brass bunch camp children circle
    clergy coalition community couple crew crop crowd dozens duo each eight eighty elderly
    electorate eleven elite elites enforcement entourage establishment everybody everyone faction
    faithful family few fifty five folks forty four gang generation gop group half hundreds jury
    kids leadership left majority many media men middle-class millions minority mob most nine
    ninety nobody none number old one-third opposition others pair panelists people percent
    personnel police poor populace press public quarter rich right set seven seventy several side
    sides six sixty some staff team ten third thirty those thousands three trio
    troops twelve twenty two two-thirds wing women young youth
    """
)

DOCUMENT_NOUNS = words(
    """
    accord account act ad advert advertisement advisory affidavit agreement amendment analysis
    announcement article assessment audio audit average banner bill billboard biography blog book
    brief briefing broadcast brochure bulletin by-law byelaw bylaw calculation caption catalog
    catalogue census charge-sheet chargesheet chart charter
    circular clip code column comment commentary communique
    communiqué complaint constitution contract convention copy count court-filing cover data
    database deal decision declaration decree deposition diary directive disclosure document
    documentary dossier draft e-mail edition editorial email essay estimate evidence excerpt expose
    exposé fact-check factsheet feature figure filing film finding fir flier flyer footage footnote
    forecast form graphic guide guidebook guideline handbook headcount headline image index
    indictment infographic information inscription inspection interview inventory investigation
    invitation item journal judgement judgment law
    lawsuit leaflet legend legislation letter list
    log lyric magazine-article mailer manifesto manual
    map math measure memo memoir memorandum message minute missive movie narrative newsletter
    note notice novel number op-ed opinion order ordinance pact page pamphlet paper paragraph
    passage petition photo photograph picture piece placard plan plaque platform play playbook
    podcast poem policy poll polling post poster
    posting preamble presentation press-release proclamation profile
    program programme projection proposal proverb provision publication questionnaire quiz quran
    ranking readout record recording register regulation release remark report reporting research
    resolution response result review rule ruling scan script scripture section sentence series show
    sign slide slideshow slogan song speech spot
    statement statistic statistics statute story studies study
    submission subpoena suit summary summons survey tabloid-story tabulation tally tape test
    testimony text textbook theory thread timeline title trailer transcript translation treaty tweet
    verdict version video videotape voice-over voiceover
    warrant webpage website wikipedia will word writing
    """
)

BODY_NOUNS = words(
    """
    academy administration agency airline airport alliance army assembly association authority
    automaker bank bench bloc board body branch brand brewer brigade broadcaster broadsheet
    brokerage bureau business cabinet campaign carmaker carrier cartel caucus center centre
    chain chamber chancellery
    charity chipmaker church cinema city clinic club
    co-operative collective college commission committee company conference
    conglomerate congress consortium consulate contractor
    cooperative corporation council country county
    court daily delegation department diocese district division drugmaker embassy employer
    enterprise
    federation festival firm force foundation franchise
    fund gallery giant government hospital hotel house
    industry inquest inquiry inspectorate
    institute institution insurer intelligence-agency judiciary
    junta kingdom lab label laboratory league legislature
    lender library lobby magazine maker manufacturer military militia
    ministry monarchy monitor movement museum nation navy network newspaper newsroom ngo non-profit
    nonprofit observatory office operation orchestra
    organisation organization outfit outlet palace panel
    papacy paper parish parliament party periodical
    planemaker planetarium plant platform-company port portal
    probe prosecution province publisher quango radio regime registry regulator republic restaurant
    retailer school secretariat senate service site squad start-up startup state station store
    studio subcommittee subsidiary supermarket supplier
    syndicate synod tabloid task-force taskforce television theatre
    think-tank thinktank town treasury tribe tribunal troupe tv union unit university utility
    vatican village watchdog website weekly zoo
    """
)

BARE_KINDS = frozenset({"FIR", "FIRs", "NGO", "NGOs"})
"""Nouns in capitals that are nobody's name."""
PERSON_AND_BODY_NOUNS = PERSON_NOUNS | BODY_NOUNS
COMPANY_NOUNS = words(
    "airline automaker bank brand brewer builder business carmaker carrier chain chipmaker "
    "company conglomerate contractor corporation developer distributor drugmaker employer "
    "enterprise firm giant insurer lender maker manufacturer operator owner planemaker producer "
    "publisher retailer start-up startup supermarket supplier utility"
)
EITHER_NOUNS = words(
    "broadcaster builder contractor developer distributor employer maker operator organiser "
    "organizer owner producer publisher regulator supplier watchdog"
)
"""Heads that stand for a person as well as for a body."""
QUANTITIES = words(
    "host number numbers handful range variety slew series list couple lot lots raft string spate "
    "score plenty array chorus group majority minority constellation roster wave flood flurry bevy "
    "swath batch trove set cache pile stack bunch mass heap clutch coterie"
)
"""What people or things are counted by: `a handful of residents`."""
MEDIA_NOUNS = words(
    "network newspaper magazine paper outlet broadcaster station daily weekly site "
    "tabloid broadsheet"
)
MEDIA_TAILS = words(
    "post times journal herald globe tribune register review examiner chronicle inquirer gazette "
    "beast guardian telegraph independent mail sun news star monitor bee dispatch sentinel courier "
    "argus advertiser gleaner"
)
"""Last words of newspapers' names."""

PLURAL_WITHOUT_S = words("people men women children police media data those troops personnel")
SINGULAR_IN_S = words(
    "press congress business census news boss analysis series politics status campus house "
    "cabinets illness princess actress mess class process address access witness hostess gas bus "
    "waitress lens chaos virus crisis basis thesis hypothesis emphasis us this his pentagon's "
    "headquarters chess loss bias consensus corps caucus genius apparatus chorus nexus circus"
)

NAMED_GROUPS = words(
    """
    americans blacks britons canadians catholics chinese christians conservatives democrats
    europeans evangelicals feminists french germans gop-ers greens hispanics independents iranians
    iraqis israelis jews latinos liberals libertarians mexicans millennials moderates muslims
    palestinians progressives republicans russians socialists syrians texans whites
    """
)

INTRODUCING = words("a an one another")
"""What stands before who or what is told of for the first time."""
INDEFINITES = INTRODUCING | words("some any every each no many several few two three four five")
POSSESSIVES = words("his her their its my our your")
DASHES = frozenset({"—", "–", "―", "--"})
"""What sets a phrase apart, and joins no words: `Brooks — the mayor — said`."""
POSSESSIVE_MARKS = frozenset({"'s", "’s", "'", "’", "'S", "’S"})
"""What ends an owner's name: `Brooks’s`, `the residents’`."""

DETERMINERS = INDEFINITES | POSSESSIVES | words("the this that these those both all such")

PREPOSITIONS = words(
    """
    aboard about across after against alongside among around at before behind between beyond by
    close despite during for from in including inside into involving like near of on onto outside
    over per since through throughout to toward towards under upon via with within without
    """
)
CLAUSE_STARTERS = words("who whom whose which that where when whether because while as")
PHRASE_STARTERS = PREPOSITIONS | CLAUSE_STARTERS
PARTICIPLES = words(
    """
    advising affiliated aligned appearing attending available backing based briefed called chaired
    cited commissioned comprising conducted covering created established familiar filed founded
    gathered headed held
    interviewed involved issued known leading led living made named obtained opposed opposing
    posted present produced published quoted released representing reviewed run running seeking
    sent serving signed speaking sponsored supporting surveyed taken working written
    """
)
RELATIONS = words(
    "wife husband son daughter mother father brother sister ex-wife ex-husband friend spokesman "
    "spokeswoman spokesperson lawyer aide adviser advisor manager colleague boss ally rival "
    "opponent attorney supporter surrogate representative critic"
)
"""Heads that name a person by their tie to another."""

DEMONYMS = words(
    "argentine argentinian australian austrian basque belgian brazilian briton bulgarian canadian "
    "catalan chilean colombian croat croatian czech dane dutchman ecuadorian egyptian estonian "
    "ethiopian finn georgian german ghanaian greek hungarian icelander indian iranian israeli "
    "italian ivorian jamaican kenyan latvian lithuanian mexican moroccan nigerian norwegian "
    "pakistani peruvian pole portuguese romanian russian scot senegalese serb slovak slovenian "
    "spaniard swede swiss thai tunisian turk ukrainian uruguayan zambian zimbabwean"
)
"""What tells where one is from, where no entity says so: `the Dane`."""

OWN_VOICE = words("words account view views eyes mind opinion telling estimation")
"""Heads that stand for the person they belong to: `in her words`."""

EVIDENTIALS = words(
    """
    apparently appear appeared appears arguably clearly evidently look looked looks obviously
    presumably probably seem seemed seemingly seems sounds surely
    """
)
"""Cues by which, where nobody is named, the article's own voice judges."""
