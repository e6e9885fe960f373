"""Hold the rules of the jargon report as data.

Each rule says what is the matter, what to do, why it hinders a reader, and
brings texts that it must flag and texts that it must leave alone; the tests
hold every rule to them. `check` knows how each is found.
"""

from glossary.jargon.types import Example, Rule, Wording

_OPAQUE = "Un sigle inconnu arrête le lecteur ; s'il revient, toute la suite reste obscure."
_OPAQUE_EN = "An unknown acronym stops readers; where it returns, all that follows stays dark."

RULES = (
    Rule(
        name="unknown",
        title=Wording(
            french="Sigle inconnu du glossaire, jamais expliqué",
            english="Unknown to the glossary, never explained",
        ),
        says=Wording(
            french="Le sigle {sigle} n'est expliqué nulle part, et le glossaire ne le connaît pas.",
            english="{sigle} is explained nowhere, and the glossary does not know it.",
        ),
        advice={
            "": Wording(
                french="Écrivez la forme longue à la première mention, puis {sigle} entre parenthèses.",
                english="Write the long form at first mention, then {sigle} in brackets.",
            ),
            "once": Wording(
                french="Il ne sert qu'une fois : écrivez la forme longue à sa place.",
                english="It serves only once: write the long form instead.",
            ),
        },
        why=Wording(
            french="Même avec un glossaire, personne ne peut retrouver ce qu'il veut dire.",
            english="Even with a glossary nobody can find out what it means.",
        ),
        asks="Que veut dire {sigle} ? Je ne l'ai trouvé dans aucun glossaire.",
        severity="error",
        examples=(
            Example(text="Le ZQRT se réunit. Le ZQRT vote.", flags=("ZQRT",)),
            Example(text="Un mot du ZQRT, puis du KVDX.", flags=("ZQRT", "KVDX")),
            Example(text="Le cabinet ZALIXO a remis son rapport."),
            Example(text="La zone de quartier rénové test et d'avenir (ZQRT) ouvre. La ZQRT plaît."),
            Example(text="La zone quartier rénové test (ZQRT) ouvre."),
            Example(text="Le CNFPT forme. Un SMS suffit. RÉUNION DU JOUR"),
            Example(text="Claire DE MONTFORT préside, au XIVe siècle."),
        ),
    ),
    Rule(
        name="ambiguous",
        title=Wording(
            french="Sigle à plusieurs sens, jamais expliqué", english="Several meanings, never explained"
        ),
        says=Wording(
            french="Le sigle {sigle} peut vouloir dire plusieurs choses et rien ne dit laquelle : {meanings}.",
            english="{sigle} may mean several things and nothing says which: {meanings}.",
        ),
        advice={
            "": Wording(
                french="Écrivez la forme longue à la première mention, puis {sigle} entre parenthèses.",
                english="Write the long form at first mention, then {sigle} in brackets.",
            ),
            "once": Wording(
                french="Il ne sert qu'une fois : écrivez la forme longue à sa place.",
                english="It serves only once: write the long form instead.",
            ),
        },
        why=Wording(
            french="Le lecteur risque de comprendre autre chose que ce que vous dites.",
            english="Readers may understand something else than you say.",
        ),
        asks="Que veut dire {sigle} ici ? J'ai trouvé {meanings}.",
        severity="error",
        examples=(
            Example(text="Voyez CDE. Et encore CDE.", flags=("CDE",)),
            Example(text="Le conseiller à dominante entreprise (CDE) appelle. Le CDE rappelle."),
            Example(text="Le CNFPT forme les agents."),
        ),
    ),
    Rule(
        name="never-defined",
        title=Wording(french="Sigle jamais expliqué", english="Never defined"),
        says=Wording(
            french="Le sigle {sigle} n'est expliqué nulle part.",
            english="{sigle} is explained nowhere.",
        ),
        advice={
            "": Wording(
                french="Écrivez « {long} ({sigle}) » à la première mention.",
                english="Write “{long} ({sigle})” at first mention.",
            ),
            "once": Wording(
                french="Il ne sert qu'une fois : écrivez « {long} » à sa place.",
                english="It serves only once: write “{long}” instead.",
            ),
            "several": Wording(
                french="Il a plusieurs sens : écrivez « {long} ({sigle}) » à la première mention, si c'est le sens voulu.",
                english="It has several meanings: write “{long} ({sigle})” at first mention, if that is the one.",
            ),
            "several-once": Wording(
                french="Il a plusieurs sens et ne sert qu'une fois : écrivez « {long} », si c'est le sens voulu.",
                english="It has several meanings and serves only once: write “{long}”, if that is the one.",
            ),
            "foreign": Wording(
                french="Dites en français ce que c'est à la première mention (en anglais : « {long} »).",
                english="Say in French what it is at first mention (in English “{long}”).",
            ),
        },
        why=Wording(french=_OPAQUE, english=_OPAQUE_EN),
        asks="Que veut dire {sigle} ? S'agit-il de « {long} » ?",
        severity="warning",
        examples=(
            Example(text="Le CNFPT forme. Le CNFPT recrute.", flags=("CNFPT",)),
            Example(text="L’ARE et l'Agefiph.", flags=("ARE", "Agefiph")),
            Example(text="😀 Le\u00a0C.N.F.P.T. forme.", flags=("C.N.F.P.T.",)),
            Example(text="Le Centre national de la fonction publique territoriale (CNFPT) forme. Le CNFPT recrute."),
            Example(text="Un CDD de six mois et la certification Pix."),
            Example(text="L'expérimentation (XP) suit son cours. L'XP plaît."),
            Example(text="Le CNFPT forme.\n\n*[CNFPT]: Centre national\n", format="markdown"),
            Example(text="<p>Le <abbr title='Centre national'>CNFPT</abbr> forme. Le CNFPT recrute.", format="html"),
            Example(text="<p class='noglossary'>Le CNFPT forme.", format="html"),
            Example(text="Le CNFPT forme. <!-- en-clair: ignorer -->", format="markdown"),
            Example(text="RÉUNION DU COMITÉ\n\nLe comité social et économique (CSE) vote. Le CSE vote."),
        ),
    ),
    Rule(
        name="defined-late",
        title=Wording(french="Sigle expliqué trop tard", english="Defined after its first use"),
        says=Wording(
            french="Le sigle {sigle} sert ici, mais n'est expliqué que plus loin ({where}).",
            english="{sigle} is used here but explained only further on ({where}).",
        ),
        advice={
            "": Wording(
                french="Donnez ici la forme longue, « {long} », et retirez-la plus loin.",
                english="Give the long form here, “{long}”, and drop it further on.",
            ),
        },
        why=Wording(
            french="Le lecteur bute sur le sigle avant d'en avoir la clé.",
            english="Readers stumble over the acronym before they get the key.",
        ),
        asks="{sigle} n'est expliqué que plus loin ({where}) ; l'explication m'a manqué ici.",
        severity="warning",
        examples=(
            Example(
                text="Le CSE vote. Le comité social et économique (CSE) se réunit. Le CSE délibère.",
                flags=("CSE",),
            ),
            Example(text="Le ZQRT vote.\n\nLa zone quartier rénové test (ZQRT) ouvre.", flags=("ZQRT",)),
            Example(text="Le comité social et économique (CSE) se réunit. Le CSE vote."),
            Example(text="Le CSE vote.\n\nSigles\n\nCSE : comité social et économique\n"),
            Example(text="Le CSE vote."),
            Example(text="<nav><ul><li>Le CSE</ul></nav><p>Le comité social et économique (CSE). Le CSE.", format="html"),
            Example(text="1. Le CSE   2\n\n# Le CSE\n\nLe comité social et économique (CSE). Le CSE.", format="markdown"),
            Example(text="Le CSE vote.\n\nCSE\n\nComité social et économique\n\nLe CSE paie."),
        ),
    ),
    Rule(
        name="two-long-forms",
        title=Wording(french="Deux formes longues pour un sigle", english="Two long forms for one acronym"),
        says=Wording(
            french="Le sigle {sigle} reçoit deux formes longues : « {first} » ({where}), puis « {long} ».",
            english="{sigle} gets two long forms: “{first}” ({where}), then “{long}”.",
        ),
        advice={
            "": Wording(
                french="Gardez-en une ; si ce sont deux choses, écrivez l'une des deux en toutes lettres.",
                english="Keep one; where they are two things, write one of them out.",
            ),
        },
        why=Wording(
            french="Le lecteur ne sait plus laquelle des deux vaut pour la suite.",
            english="Readers no longer know which of the two holds.",
        ),
        asks="{sigle} est expliqué de deux façons, « {first} » puis « {long} » : laquelle faut-il retenir ?",
        severity="error",
        examples=(
            Example(
                text="Le comité social et économique (CSE) vote. La caisse de solidarité étudiante (CSE) paie.",
                flags=("CSE",),
            ),
            Example(text="Le comité social et économique (CSE) et les comités sociaux et économiques (CSE)."),
            Example(text="Le comité social et économique (CSE) vote. Le CSE vote encore."),
        ),
    ),
    Rule(
        name="defined-twice",
        title=Wording(french="Sigle expliqué deux fois", english="Defined twice"),
        says=Wording(
            french="Le sigle {sigle} est déjà expliqué plus haut ({where}).",
            english="{sigle} is explained above already ({where}).",
        ),
        advice={
            "": Wording(french="Écrivez simplement {sigle} ici.", english="Just write {sigle} here."),
        },
        why=Wording(
            french="Le lecteur se demande s'il s'agit d'autre chose.",
            english="Readers wonder whether something else is meant.",
        ),
        severity="note",
        examples=(
            Example(
                text="Le comité social et économique (CSE) vote.\n\nLe Comité social et économique (CSE) paie.",
                flags=("CSE",),
            ),
            Example(text="Le comité social et économique (CSE) vote. Le CSE paie."),
            Example(text="CSE\n\nComité social et économique\n\nUn.\n\nCSE\n\nComité social et économique\n\nDeux."),
            Example(text="Le comité social et économique (CSE) vote.\n\nCSE : comité social et économique\n"),
        ),
    ),
    Rule(
        name="two-sigles",
        title=Wording(french="Deux sigles pour une chose", english="Two acronyms for one thing"),
        says=Wording(
            french="{sigle} et {other} ({where}) désignent la même chose : {long}.",
            english="{sigle} and {other} ({where}) stand for the same thing: {long}.",
        ),
        advice={
            "": Wording(
                french="N'en gardez qu'un, de préférence {other}.",
                english="Keep only one of them, rather {other}.",
            ),
        },
        why=Wording(
            french="Le lecteur croit que ce sont deux choses.",
            english="Readers believe they are two things.",
        ),
        asks="{sigle} et {other} désignent-ils la même chose ?",
        severity="warning",
        examples=(
            Example(
                text="Le plan de sauvegarde (PDS) plaît. Le PDS dure. Le plan de sauvegarde (PS) finit.",
                flags=("PS",),
            ),
            Example(text="Le CSEC et le C.S.E.C. et les CSE-C."),
            Example(text="Le CSE et le CSEC."),
        ),
    ),
    Rule(
        name="outdated",
        title=Wording(french="Nom qui n'a plus cours", english="Out of use"),
        says=Wording(
            french="{sigle} ({long}) n'a plus cours{since}.",
            english="{sigle} ({long}) is out of use{since_english}.",
        ),
        advice={
            "": Wording(french="Vérifiez s'il faut garder ce nom.", english="See whether to keep the name."),
            "replaced": Wording(
                french="Écrivez le nom d'aujourd'hui : {today}.",
                english="Write today's name: {today}.",
            ),
        },
        why=Wording(
            french="Le lecteur cherche un service ou un droit qui n'existe plus sous ce nom.",
            english="Readers look for a service or a right that no longer exists under that name.",
        ),
        asks="Le nom {sigle} a-t-il encore cours ?",
        severity="warning",
        examples=(
            Example(text="Inscrivez-vous à l'ANPE.", flags=("ANPE",)),
            Example(text="Le comité d'entreprise (CE) vote. Le CE paie.", flags=("comité d'entreprise",)),
            Example(text="L'ancienne ANPE a fermé. Il était inscrit à l’ex-ANPE."),
            Example(text="Compte rendu du 3 mars 2005\n\nInscrivez-vous à l'ANPE."),
            Example(text="Chacun s'inscrivait à l'ANPE."),
            Example(text="Il le fait à l'ANPE.", flags=("ANPE",)),
            Example(text="L'ANPE, devenue Pôle emploi en 2008, a fermé."),
            Example(text="Le CSE vote."),
        ),
    ),
    Rule(
        name="nested",
        title=Wording(french="Explication qui demande un autre sigle", english="Explained by another acronym"),
        says=Wording(
            french="L'explication de {other} contient un sigle qui n'est pas expliqué : {sigle}.",
            english="The explanation of {other} holds an acronym that is not explained: {sigle}.",
        ),
        advice={
            "": Wording(
                french="Écrivez {sigle} en toutes lettres dans l'explication.",
                english="Write {sigle} out in the explanation.",
            ),
            "known": Wording(
                french="Écrivez « {long} » dans l'explication.",
                english="Write “{long}” in the explanation.",
            ),
        },
        why=Wording(
            french="Une explication qui en demande une autre n'explique rien.",
            english="An explanation that needs another one explains nothing.",
        ),
        asks="L'explication de {other} contient {sigle}, que je ne connais pas.",
        severity="warning",
        examples=(
            Example(text="Le bRSA (bénéficiaire du RSA) signe. Un bRSA attend.", flags=("RSA",)),
            Example(text="Le revenu de solidarité active (RSA) et le bRSA (bénéficiaire du RSA)."),
            Example(text="Le comité social et économique (CSE) vote."),
        ),
    ),
    Rule(
        name="in-title",
        title=Wording(french="Sigle obscur dans un titre", english="Unexplained in a heading"),
        says=Wording(
            french="Le titre contient un sigle qui n'est pas encore expliqué : {sigle}.",
            english="The heading holds an acronym that is not explained yet: {sigle}.",
        ),
        advice={
            "": Wording(
                french="Écrivez la forme longue dans le titre.",
                english="Write the long form in the heading.",
            ),
            "known": Wording(
                french="Écrivez « {long} » dans le titre.",
                english="Write “{long}” in the heading.",
            ),
        },
        why=Wording(
            french="Le titre dit au lecteur si la suite le concerne ; un sigle le lui cache.",
            english="A heading tells readers whether to read on; an acronym hides it.",
        ),
        severity="note",
        examples=(
            Example(text="# Le budget du CSE\n\nLe budget est voté.", flags=("CSE",), format="markdown"),
            Example(text="<h1>Le CSE</h1><p>Le comité social et économique (CSE) vote.", flags=("CSE",), format="html"),
            Example(text="Le comité social et économique (CSE) vote.\n\n# Budget du CSE\n", format="markdown"),
            Example(text="# Le comité social et économique (CSE)\n\nLe CSE vote.", format="markdown"),
            Example(text="RESTAURANT LA CASA ZDEL SOL\n\nOuvert le soir."),
            Example(text="# Signer un CDI\n\nLe contrat est écrit.", format="markdown"),
        ),
    ),
    Rule(
        name="too-many",
        title=Wording(french="Trop de sigles nouveaux à la fois", english="Too many new acronyms at once"),
        says=Wording(
            french="Ce paragraphe introduit {count} sigles nouveaux : {sigles}.",
            english="This paragraph brings {count} new acronyms: {sigles}.",
        ),
        advice={
            "": Wording(
                french="Écrivez en toutes lettres ceux qui ne reviennent pas, ou coupez le paragraphe.",
                english="Write out those that do not return, or cut the paragraph.",
            ),
        },
        why=Wording(
            french="On ne retient pas plus de trois sigles nouveaux d'un coup.",
            english="Nobody keeps more than three new acronyms in mind at once.",
        ),
        severity="note",
        examples=(
            Example(text="Le CNFPT, le CSE, la DARES et l'Agefiph se voient.", flags=("Agefiph",)),
            Example(text="Le CNFPT, le CSE et la DARES se voient. Le CSE, le CNFPT et la DARES."),
            Example(text="Un CDD, un SMS, un CV, un CDI et le CNFPT."),
            Example(text="Le CNFPT et le CSE.\n\nLa DARES et l'Agefiph."),
        ),
    ),
    Rule(
        name="used-once",
        title=Wording(french="Sigle qui ne sert qu'une fois", english="Used only once"),
        says=Wording(
            french="Le sigle {sigle} est donné ici, mais ne sert plus ensuite.",
            english="{sigle} is given here but never used afterwards.",
        ),
        advice={
            "": Wording(
                french="Gardez « {long} » et retirez le sigle.",
                english="Keep “{long}” and drop the acronym.",
            ),
        },
        why=Wording(
            french="Le lecteur apprend un sigle pour rien.",
            english="Readers learn an acronym for nothing.",
        ),
        severity="note",
        examples=(
            Example(text="Le comité social et économique (CSE) vote.", flags=("CSE",)),
            Example(text="Le comité social et économique (CSE) vote. Le CSE paie."),
            Example(text="L'Unédic (Union nationale pour l'emploi dans l'industrie et le commerce) paie."),
            Example(text="CSE : comité social et économique\n"),
        ),
    ),
)  # fmt: skip
"""In the order in which they matter; of two at one place the first is told first."""

BY_NAME = {rule.name: rule for rule in RULES}
