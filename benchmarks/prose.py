"""Write running French prose to measure on: our own sentences, mixed by a seed.

Four sources, none of them copied from a document: the example sentences of
`data/examples.csv` (about one ambiguous sigle each), sentences about sigles of
one meaning, the definitions of `data/terms.csv`, and everyday sentences.
Together they have some 9,000 different words in a million signs.
"""

import csv
import random
from dataclasses import replace
from pathlib import Path

from glossary.formats.shipped import shipped_collections, shipped_terms
from glossary.lexicon import Lexicon
from glossary.model import Term

EXAMPLES = Path(__file__).parent.parent / "data" / "examples.csv"

# Chosen so that about three words in a hundred are known sigles, as in the
# minutes and notes that the service is made for.
SHARES = {"example": 16, "sigle": 15, "definition": 31, "filler": 38}

# Sentences for sigles of one meaning; the examples are all of ambiguous ones.
SIGLES = """
La réponse du {} est parvenue hier au secrétariat, avec trois semaines de retard.
Le dossier {} sera examiné lors de la prochaine séance, comme convenu au printemps.
Plusieurs agents ont suivi la formation proposée par le {} l'an dernier.
On attend encore l'avis du {}, sans lequel la décision ne peut pas être prise.
Les chiffres publiés par le {} confirment ce que les équipes observent depuis l'hiver.
La convention signée avec le {} arrive à son terme à la fin de l'année.
Le courrier rappelle les conditions du {} et joint la liste des pièces à fournir.
Selon le {}, la mesure concerne une famille sur douze dans le département.
La réunion consacrée au {} a duré deux heures et n'a rien tranché.
Personne, dans le service, ne savait que le {} avait changé ses horaires.
""".strip().splitlines()

FILLER = """
La direction présente aux élus le calendrier des travaux et rappelle que les dates peuvent encore bouger d'ici l'automne.
Plusieurs participants demandent que les équipes soient associées plus tôt, dès la rédaction du cahier des charges.
Les agences du littoral reçoivent davantage de saisonniers, celles de l'intérieur suivent surtout des familles installées de longue date.
On ne peut pas demander aux collègues de faire plus d'entretiens sans revoir la taille des portefeuilles et le temps consacré aux démarches administratives.
Le compte rendu précise que la visite des locaux, prévue le mardi matin, est reportée à la semaine suivante faute de salle disponible.
Selon l'enquête menée au printemps, sept personnes sur dix se disent satisfaites de l'accueil, mais une sur trois n'a pas compris le courrier reçu.
Les heures de formation sont prises sur le temps de travail et n'ouvrent droit à aucune récupération.
Il a fallu près de deux ans pour que le dossier aboutisse, et encore la subvention n'a-t-elle couvert que la moitié des dépenses engagées.
Le président remercie les services techniques, qui ont remis en état les ordinateurs avant la rentrée.
Après un échange nourri, la proposition est adoptée à l'unanimité moins une abstention.
Chaque dossier est lu par deux agents, qui ne se concertent qu'ensuite, afin que les avis restent indépendants.
L'accord prévoit trois jours de télétravail par semaine pour les postes qui s'y prêtent, sur demande écrite et motivée.
Une réunion d'information se tiendra dans chaque site avant la fin du mois ; la participation compte comme du temps de travail.
Les crédits non consommés en fin d'exercice sont reportés, à condition qu'une dépense précise ait été engagée avant le premier décembre.
Le directeur territorial reconnaît que la charge est inégalement répartie entre les bassins et promet un état des lieux chiffré.
« Nous n'avons jamais reçu la note », objecte une conseillère, qui rappelle que l'ancienne procédure reste affichée à l'accueil.
Les bénéficiaires signent un engagement, relu tous les trois mois avec leur référent, et modifié d'un commun accord si leur situation change.
Pour les personnes éloignées du numérique, un rendez-vous d'aide est proposé à la maison de quartier le jeudi après-midi.
L'expérimentation a commencé dans dix-huit départements volontaires avant d'être étendue à l'ensemble du pays.
Ni le budget ni les effectifs ne permettent, à ce stade, d'ouvrir une deuxième antenne dans la vallée.
La circulaire du printemps laissait aux chefs de service le soin d'organiser les permanences comme ils l'entendaient.
À la question de savoir qui prendra en charge les frais de déplacement, il est répondu que le barème national s'applique.
Les entreprises de moins de cinquante salariés bénéficient d'un accompagnement gratuit, limité à cinq journées de conseil.
Un tiers des offres déposées cette année n'a trouvé aucun candidat, surtout dans la restauration, le bâtiment et l'aide à domicile.
Le tribunal a jugé que l'employeur aurait dû consulter les représentants du personnel avant d'installer les caméras.
Faute d'accord avant l'été, les dispositions actuelles continueront de s'appliquer jusqu'à la signature d'un nouveau texte.
Les données sont conservées cinq ans, puis détruites ; seules des statistiques anonymes sont publiées chaque trimestre.
Dans la salle d'attente, une affiche rappelle que l'on peut se faire accompagner par la personne de son choix.
Ce n'est pas la première fois que la question revient à l'ordre du jour, et les réponses apportées jusqu'ici n'ont convaincu personne.
Le rapport annuel consacre un chapitre entier aux conditions de travail, avec des témoignages recueillis dans quinze établissements.
Les stagiaires logés sur place paient une participation de quatre euros par nuit, petit déjeuner compris.
Quand le courrier n'est pas réclamé dans les quinze jours, il retourne au centre de traitement et le dossier est suspendu.
L'assistante sociale a obtenu un délai, le temps que la préfecture renouvelle le titre de séjour.
Trois scénarios ont été étudiés, dont aucun ne satisfait pleinement les communes de montagne.
Les agents qui le souhaitent peuvent consulter le médecin de prévention sans passer par leur responsable.
""".strip().splitlines()


def prose(size: int, *, seed: int = 1) -> str:
    """Write paragraphs of together at least `size` signs."""
    chance = random.Random(seed)
    sources = {"example": _examples(), "definition": _definitions(), "filler": FILLER, "sigle": SIGLES}
    sigles = _sigles()
    kinds, weights = list(SHARES), list(SHARES.values())
    paragraphs: list[str] = []
    written = 0
    while written < size:
        chosen = chance.choices(kinds, weights, k=chance.randint(3, 8))
        sentences = (chance.choice(sources[kind]) for kind in chosen)
        paragraphs.append(" ".join(sentence.format(chance.choice(sigles)) for sentence in sentences))
        written += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)


def lexicon_of(forms: int) -> Lexicon:
    """Build a lexicon with that many different written forms, full forms not counted.

    The shipped base and collections come first; sigles made of random letters
    fill up to the number, so that look-ups meet a full dictionary.
    """
    terms: list[Term] = []
    written: set[str] = set()
    for term in _every_term():
        new = {form.text for form in term.forms if form.role != "full"} - written
        if len(written) + len(new) <= forms:
            terms.append(term)
            written |= new
    chance = random.Random(forms)
    while len(written) < forms:
        sigle = "".join(chance.choices("ABCDEFGHIJKLMNOPQRSTUVWXYZ", k=chance.randint(4, 6)))
        if sigle not in written:
            written.add(sigle)
            terms.append(Term(id=f"fill-{len(written)}", short_form=sigle, full_form=f"Sens de {sigle}"))
    return Lexicon(terms)


def written_forms(lexicon: Lexicon) -> list[str]:
    """List the different written forms of a lexicon, full forms left out, sorted."""
    return sorted({form.text for term in lexicon.terms for form in term.forms if form.role != "full"})


def _every_term() -> list[Term]:
    own = list(shipped_terms())
    return own + [
        replace(term, collection=found.name) for found in shipped_collections() for term in found.terms()
    ]


def _sigles() -> list[str]:
    """List the sigles of the base that have one meaning."""
    lexicon = Lexicon(shipped_terms())
    acronyms = [term.short_form for term in lexicon.terms if term.kind == "acronym"]
    return [form for form in acronyms if len(lexicon.by_key(form)) == 1 and form.isupper()]


def _examples() -> list[str]:
    with EXAMPLES.open(encoding="utf-8", newline="") as stream:
        # The traps, mostly headings in capitals without any sigle, are no running prose.
        return [
            row["sentence"].replace("{", "(").replace("}", ")")
            for row in csv.DictReader(stream)
            if row["expected"] != "none"
        ]


def _definitions() -> list[str]:
    return [term.definition for term in shipped_terms() if term.definition]
