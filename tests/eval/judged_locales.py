"""The findings in the shared localisation files, each read and judged: rule, key, and why.

The keys of gettext files are texts, so those findings are named by the line of the target.
"""

from typing import NamedTuple


class Judged(NamedTuple):
    """Findings of one rule in one run, judged alike."""

    rule: str
    keys: str
    why: str


RUNS = {
    "kukkuu": ("kukkuu-ui/fi.json", "kukkuu-ui/sv.json"),
    "koronavilkku": (
        "koronavilkku-android/values-fi/strings.xml",
        "koronavilkku-android/values-sv/strings.xml",
    ),
    "tietosuojatesti": ("tietosuojatesti/messages.sv.xlf",),
    "kansalaisaloite": (
        "kansalaisaloite/messages.properties",
        "kansalaisaloite/messages_sv.properties",
    ),
    "respa": ("respa/fi.po", "respa/sv.po"),
    "respa en-fi": ("respa/fi.po", "--source-lang", "en", "--target-lang", "fi"),
    "respa en-sv": ("respa/sv.po", "--source-lang", "en", "--target-lang", "sv"),
}

REAL = {
    "kukkuu": (
        Judged("U101", "cms.archiveSearch.noResultsText", "no Swedish at all"),
        Judged("U107", "home.contact.service.text", "that one may give feedback is left out"),
        Judged("U107", "consent.required.text", "the second sentence is not there"),
        Judged("D103", "consent.required.text", "the second sentence is not there"),
        Judged(
            "C101",
            """
            child.form.modal.notEligible.return.text common.menu.openMenuText
            profile.children.edit.button.text profile.noupcomingevents.hero.heading
            enrollment.notificationSubscriptionModal.cancel
            enrollment.notificationSubscriptionModal.subscribe enrollPage.enrolShort
            event.register.occurrenceTableHeader.buttonText eventRedirectPage.metaTitle
            eventRedirectPage.title registration.form.child.homeCity.input.placeholder
            registration.form.guardian.homeLanguage.input.label consent.texts.ui.formHeading -
            """,
            "one Finnish text, two Swedish ones in the same service",
        ),
    ),
    "koronavilkku": (
        Judged("D103", "enable_err_api_connection_unauthorized", "the cause is left out"),
        Judged("D103", "power_deny_confirm_message", "what will not work is left out"),
        Judged(
            "C101",
            """
            diagnosis_page_title home_status_turn_on exposure_detail_app_info en_blocked_title
            pre_web_contact_title_no_evaluation
            """,
            "one Finnish text, two Swedish ones in the same service",
        ),
    ),
    "tietosuojatesti": (),
    "kansalaisaloite": (
        Judged("U107", "page.help.faq.a22", "the source says all of it twice, the Swedish once"),
        Judged(
            "U102",
            """
            index.bigLink.Mobile1 initiative.financialSupportURL.title LocalizationSizeExceeded
            ValidLinkList page.help.service-faq.title editor.switchToEdit
            editor.emptyTitlePlaceholder editor.emptyContentPlaceholder
            editor.addTitlePlaceholder editor.addContentPlaceholder editor.edit editor.cancel
            success.editor-save-draft success.editor-publish-draft
            success.editor-restore-published
            """,
            "the Finnish stands there",
        ),
        Judged("U103", "editor.returnToView", "Finnish, in an older wording than the source"),
        Judged("U104", "index.bigLink.Mobile2", "the Finnish word, noted as not translated yet"),
        Judged("V101", "helpDate.description", "10 days and 14 days"),
        Judged("M102", "helpVerifiedSupportCount.description", "what is stressed is left out"),
        Judged("D103", "page.help.faq.q26", "the second question is not there"),
        Judged("U106", "success.follow-cancelled", "another text, of another service"),
        Judged(
            "D108",
            """
            initiative.warning.containslinks searchResults.om.empty followInitiative.recaptcha
            recaptcha.invalid success.cancel-initiative success.comment-by-om
            warning.confirm-cancel-unchecked typeMismatch.fi.om.initiative.dto.InitURI
            editor.draft editor.modifier editor.actions editor.save-draft editor.upload-image
            editor.upload-image.description editor.publish-draft
            editor.publish-draft.description editor.restore-published
            editor.restore-published.description editor.cancel-edit editor.content-editor-help
            success.editor-upload-image
            """,
            "the Swedish file lacks the key, and readers see Finnish",
        ),
        Judged(
            "C101",
            """
            initiative.financialSupport initiative.inviteMoreOrganizers initiative.proposalType
            initiative.supportNotifications initiative.verified initiative.search.public.title
            user.initiativesRemovableSupportVotes followInitiative.email help.service.title
            """,
            "one Finnish text, two Swedish ones in the same service",
        ),
    ),
    "respa": (
        Judged("U101", "259 352 1167 1227 1364", "no Swedish at all"),
        Judged("M101", "1254 1255 1260 1261", "how many hours or minutes is not said"),
        Judged("D103", "1697", "how powerful the role is has been left out"),
        Judged("V101", "462", "the limit is not said"),
        Judged("U103", "1350", "the msgid is Finnish and its translation English"),
        Judged("S101", "375", "zero is forbidden in one language only"),
        Judged("U107", "1080", "that it is a maximum is left out"),
    ),
    "respa en-fi": (
        Judged("U101", "194 1076 1079", "no Finnish at all"),
        Judged("U103", "1349 1350", "the msgid is Finnish and its translation English"),
        Judged("U104", "446", "two English words are left"),
    ),
    "respa en-sv": (
        Judged("U101", "259 352 1167 1227 1364", "no Swedish at all"),
        Judged("M101", "1255 1261", "how many hours or minutes is not said"),
        Judged("V101", "458", "the limit is not said"),
        Judged("C101", "110 551 1011", "one English text, two Swedish ones"),
        Judged("U102", "1672", "the English stands there"),
    ),
}

FALSE = {
    "kukkuu": (Judged("U107", "cms.archiveSearch.noResultsTitle", "terse, but whole"),),
    "koronavilkku": (
        Judged(
            "U107",
            "exposure_detail_no_last_check enable_err_missing_capability "
            "select_language_item_system_default",
            "said otherwise and shorter",
        ),
        Judged(
            "S101",
            "power_deny_confirm_message",
            "a clause is left out with its negation, but the one named is there",
        ),
    ),
    "kansalaisaloite": (
        Judged("U107", "mobile.open.search.sort.bytime some.google", "said shorter, but whole"),
        Judged(
            "D108",
            "error.initiative-deleted.title error.initiative-deleted.description1 "
            "error.initiative-deleted.description2",
            "the Finnish file has the Swedish too, under a key that ends in .sv",
        ),
        Judged(
            "S101",
            "initiative.search.unremovedVotes.description success.confirm-vote page.help.faq.a22",
            "the same, said the other way round",
        ),
        Judged("U106", "graph.javaScriptSupport", "both say that the graph needs JavaScript"),
    ),
    "respa": (
        Judged("U106", "1106", "both say that there are too many reservations"),
        Judged("U106", "629", "both say that the two fields are to be filled in"),
        Judged("U107", "1083", "said otherwise and shorter"),
        Judged("S101", "868", "not before the beginning, and when it has begun"),
    ),
    "respa en-fi": (Judged("S101", "872", "not before the beginning, and when it has begun"),),
}


def is_in(judged: dict[str, tuple[Judged, ...]], run: str, rule: str, key: str) -> bool:
    """Whether a finding is among those judged so."""
    return any(rule == each.rule and key in each.keys.split() for each in judged.get(run, ()))
