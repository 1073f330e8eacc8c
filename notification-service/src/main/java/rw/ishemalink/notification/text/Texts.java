package rw.ishemalink.notification.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.schemas.Language;

/** Fills templates in a person's language. */
public final class Texts {

    /** Longer place names are cut, so that every SMS stays one message. */
    private static final int LONGEST_SMS_PARAMETER = 24;

    private static final Map<Language, Locale> LOCALES =
            Map.of(Language.EN, Locale.ENGLISH, Language.RW, Locale.of("rw"), Language.FR, Locale.FRENCH);

    private Texts() {}

    /** The text of a message; of an SMS, within the GSM alphabet and one message long. */
    public static String text(Template template, Language language, List<String> parameters) {
        String pattern = pattern(template, "text", language);
        return switch (template.channel()) {
            case SMS ->
                fill(pattern, language, parameters.stream().map(Texts::shorten).toList());
            case EMAIL -> fill(pattern, language, parameters);
        };
    }

    /**
     * The subject of an e-mail, on one line.
     *
     * @throws java.util.MissingResourceException when the template is no e-mail
     */
    public static String subject(Template template, Language language, List<String> parameters) {
        return fill(pattern(template, "subject", language), language, parameters)
                .replaceAll("\\R", " ");
    }

    static String pattern(Template template, String part, Language language) {
        Locale locale = LOCALES.getOrDefault(language, Locale.ENGLISH);
        return ResourceBundle.getBundle(
                        "texts",
                        locale,
                        Texts.class.getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(template + "." + part);
    }

    private static String fill(String pattern, Language language, List<String> parameters) {
        return new MessageFormat(pattern, LOCALES.getOrDefault(language, Locale.ENGLISH)).format(parameters.toArray());
    }

    private static String shorten(String parameter) {
        String fitted = GsmAlphabet.fit(parameter);
        if (GsmAlphabet.length(fitted) <= LONGEST_SMS_PARAMETER) {
            return fitted;
        }
        String cut = fitted;
        while (GsmAlphabet.length(cut) >= LONGEST_SMS_PARAMETER) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return cut + ".";
    }
}
