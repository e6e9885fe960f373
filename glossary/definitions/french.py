"""Know the small words of French by which long forms start, run on and end.

Folded as `keys.fold` does. Written for this room; English, Spanish and German
small words stand in names that French texts quote.
"""

_ARTICLES = """
    l la le les d de des du un une au aux et ou ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes
    chaque plusieurs quelques certains certaines tout toute tous toutes aucun aucune autre autres deux trois ledit
    ladite lesdits lesdites dudit the of and an el los las del der die das den und y e
"""
_PREPOSITIONS = """
    a avec dans en entre par pour s sans sous sur n qu hors lors vers contre chez for in on to at by with para por von zu
"""
# After these a verb follows, and no long form starts with a verb.
_PRONOUNS = "je j tu il elle on nous vous ils elles qui ne se ni"

# Verbs and relative words of a sentence that goes on after a long form.
_GOING_ON = """
    est sont sera seront etait etaient fut peut peuvent pourra doit doivent devra ont avait vient permet permettent vise
    qui que dont
"""

# Words that lead over from a long form to its sigle, not folded: «désigné ci-après par».
_CUES = """
    dit dite dits dites dénommé dénommée dénommés dénommées désigné désignée désignés désignées appelé appelée appelés
    appelées abrégé abrégée abrégés abrégées nommé nommée nommés nommées intitulé intitulée baptisé baptisée surnommé
    connu connue connus connues désormais après abréviation sigle acronyme
"""
# And words that stand among them, but lead over to nothing by themselves.
_BETWEEN = """
    le la les l un une des du de d ci en par sous au comme nom plus est et ou aussi encore couramment communément
    souvent généralement habituellement son dont pour soit
"""

# No long form starts with one: «plural and articles outside the long form».
ARTICLES = frozenset(_ARTICLES.split())
# Free inside a long form: a sigle may pass over them, or take their letter.
SMALL = ARTICLES | frozenset(_PREPOSITIONS.split())
PRONOUNS = frozenset(_PRONOUNS.split())
CUES = frozenset(_CUES.split())
BETWEEN = frozenset(_BETWEEN.split())
GOING_ON = frozenset(_GOING_ON.split())

# Digits in a sigle are read out: «3IF», «2A», «H2O».
NUMBERS = {
    "2": ("deux", "bi", "double", "second"),
    "3": ("trois", "tri", "triple"),
    "4": ("quatre",),
    "5": ("cinq",),
    "6": ("six",),
    "7": ("sept",),
    "8": ("huit",),
    "9": ("neuf",),
    "10": ("dix",),
    "20": ("vingt",),
}

# What bears a sigle made in another language, whose letters then stand in
# another order: «Organisation mondiale de la propriété intellectuelle (WIPO)».
# A person, a town or a thing of every day bears none.
_BODIES = """
    accord agence alliance armee assemblee association autorite banque bureau caisse centre college comite commission
    communaute conference confederation congres conseil convention cour departement direction division ecole entite equipe
    federation fondation fonds forum front groupe haut indice initiative institut institution ligue ministere mission mouvement norme observatoire
    office organe organisation organisme pacte parlement parti partenariat plan plateforme pole programme projet protocole
    reglement regroupement reseau secretariat section service societe sommet syndicat systeme traite tribunal union unite
    universite
"""
BODIES = frozenset(_BODIES.split())
