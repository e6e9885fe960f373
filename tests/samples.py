"""Share small true terms and a lexicon of them among the tests."""

from glossary.lexicon import Lexicon
from glossary.model import Source, Term

SOURCE = Source(name="Service-Public.fr", url="https://www.service-public.fr", date="2024-01-01")


def term(short_form: str, full_form: str = "", **values: object) -> Term:
    """Make a verified term; its id is the lower-case short form unless given."""
    defaults: dict[str, object] = {
        "id": values.pop("id", short_form.lower().replace(" ", "-").replace("'", "-")),
        "definition": f"Définition de {short_form}.",
        "source": SOURCE,
        "status": "verified",
    }
    return Term(short_form=short_form, full_form=full_form, **(defaults | values))  # type: ignore[arg-type]


TERMS = (
    term("CNFPT", "Centre national de la fonction publique territoriale"),
    term("CSE", "Comité social et économique", variants=("C.S.E.",)),
    term("CSEC", "Comité social et économique central", variants=("CSE central", "CSE-C")),
    term("RSA", "Revenu de solidarité active"),
    term("RSA socle", "Montant de base du revenu de solidarité active", id="rsa-socle"),
    term("XP", "Expérimentation", variants=("Xpé", "expé")),
    term("XP ARSA", "Expérimentation de l'accompagnement rénové des allocataires du RSA"),
    term("ARE", "Allocation d'aide au retour à l'emploi", variants=("allocation chômage",)),
    term("DE", "Demandeur d'emploi"),
    term("DE", "Diplôme d'État", id="de-diplome", usage="rare"),
    term("DU", "Document unique", id="du-document"),
    term("PAS", "Prélèvement à la source"),
    term("CDE", "Conseiller à dominante entreprise", id="cde-conseiller"),
    term("CDE", "Comité départemental pour l'emploi", id="cde-comite"),
    term("CDDE", "Conseiller à dominante demandeur d'emploi"),
    term("CDD", "Contrat à durée déterminée"),
    term("Agefiph", "Association de gestion du fonds pour l'insertion des handicapés", variants=("AGEFIPH",)),
    term("DARES", "Direction de l'animation de la recherche, des études et des statistiques"),
    term("AC!", "Agir ensemble contre le chômage", id="ac"),
    term("N+1", "Supérieur hiérarchique", id="n-plus-1"),
    term("Pix", kind="name"),
    term("NEO", kind="name", variants=("Néo",)),
    term("ChatFT", kind="name", variants=("Chat FT",)),
    term("lac de données", kind="term", id="lac-de-donnees"),
    term("aller-vers", kind="term"),
    term("bRSA", "Bénéficiaire du RSA"),
    term("OLD", "Ancien sigle retiré", status="withdrawn"),
)

LEXICON = Lexicon(TERMS)
