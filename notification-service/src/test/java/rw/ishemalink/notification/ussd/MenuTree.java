package rw.ishemalink.notification.ussd;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import rw.ishemalink.schemas.Language;

/** The menu as docs/ussd.md shows it: the canonical ways, and the screens that they lead to. */
final class MenuTree {

    static final List<Way> WAYS = List.of(
            new Way("Main menu", false, ""),
            new Way("Main menu of an agent", true, ""),
            new Way("Pick-up district", false, "1"),
            new Way("Pick-up district, letters typed", false, "1*nya"),
            new Way("Pick-up district, next page", false, "1*nya*98"),
            new Way("Delivery district", false, "1*huye"),
            new Way("Goods", false, "1*huye*gasabo"),
            new Way("Weight", false, "1*huye*gasabo*1"),
            new Way("Price", false, "1*huye*gasabo*1*1500"),
            new Way("Receiver", false, "1*huye*gasabo*1*1500*1"),
            new Way("Confirm", false, "1*huye*gasabo*1*1500*1*0722000111"),
            new Way("Booked: pay?", false, "1*huye*gasabo*1*1500*1*0722000111*1"),
            new Way("Paying phone", false, "1*huye*gasabo*1*1500*1*0722000111*1*2"),
            new Way("The prompt is out (END)", false, "1*huye*gasabo*1*1500*1*0722000111*1*1"),
            new Way("Pay", false, "2"),
            new Way("Pay: which wallet", false, "2*1"),
            new Way("Follow", false, "3"),
            new Way("Follow: one shipment", false, "3*ISH-7K2M9QXZ"),
            new Way("Language", false, "4"),
            new Way("Help", false, "5"),
            new Way("Agent: for whom", true, "6"),
            new Way("Agent: receiver", true, "6*0733654321*huye*gasabo*1*1500*1"),
            new Way("Agent: confirm", true, "6*0733654321*huye*gasabo*1*1500*1*1"),
            new Way("Dialled again within ten minutes", false, null));

    /**
     * One way through the menu.
     *
     * @param inputs joined by *, as the gateway sends them; null: a session that broke off
     */
    record Way(
            String title,
            boolean agent,
            @org.jspecify.annotations.Nullable String inputs) {

        Dialogue walk(Language language) {
            if (inputs == null) {
                Session broken = Dialogue.of(language, agent).type("1").session();
                return Dialogue.at(Session.start(Rwanda.PHONE, language, agent).after(broken));
            }
            Dialogue dialogue = Dialogue.of(language, agent);
            return inputs.isEmpty() ? dialogue : dialogue.type(inputs.split("\\*"));
        }

        private String text() {
            String typed = inputs == null ? "*801#" : inputs.isEmpty() ? "*801#" : inputs;
            return "#### %s\n\n`%s`\n\n| rw | en | fr |\n|---|---|---|\n| %s | %s | %s |\n"
                    .formatted(title, typed, cell(Language.RW), cell(Language.EN), cell(Language.FR));
        }

        private String cell(Language language) {
            return walk(language).screen().text().replace("|", "\\|").replace("\n", "<br>");
        }
    }

    private MenuTree() {}

    /** All of it, as Markdown. */
    static String text() {
        return WAYS.stream().map(Way::text).collect(Collectors.joining("\n"));
    }

    /** What can be said above a screen. */
    static String notices() {
        return java.util.Arrays.stream(Notice.values())
                .map(notice -> "| `%s` | %s | %s | %s |\n"
                        .formatted(
                                notice.name().toLowerCase(Locale.ROOT),
                                said(Language.RW, notice),
                                said(Language.EN, notice),
                                said(Language.FR, notice)))
                .collect(Collectors.joining("", "| | rw | en | fr |\n|---|---|---|---|\n", ""));
    }

    private static String said(Language language, Notice notice) {
        return new UssdTexts(language).say("notice." + notice);
    }
}
