package rw.ishemalink.notification.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.IntStream;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.schemas.Language;

/** Fills templates in a person's language. */
public final class Texts {

    /** Longer place names are cut, so that every SMS stays one message. */
    private static final int LONGEST_SMS_PARAMETER = 24;

    private static final Map<Language, Locale> LOCALES =
            Map.of(Language.EN, Locale.ENGLISH, Language.RW, Locale.of("rw"), Language.FR, Locale.FRENCH);

    /** Parameters that are names of ours. */
    private static final Set<String> NAMES = Set.of("paper", "status");

    private Texts() {}

    /** The text of a message; of an SMS, within the GSM alphabet and one message long. */
    public static String text(Template template, Language language, List<String> parameters) {
        String pattern = pattern(template, "text", language);
        return switch (template.channel()) {
            case SMS ->
                fill(
                        pattern,
                        language,
                        inWords(template, language, parameters).stream()
                                .map(Texts::shorten)
                                .toList());
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
        return bundle(language).getString(template + "." + part);
    }

    /** What is named by a word of ours reads in the person's language: {@code INSURANCE} as {@code paper.INSURANCE}. */
    private static List<String> inWords(Template template, Language language, List<String> parameters) {
        ResourceBundle words = bundle(language);
        return IntStream.range(0, parameters.size())
                .mapToObj(place -> {
                    String name = template.parameters().get(place);
                    String key = name + "." + parameters.get(place);
                    return NAMES.contains(name) && words.containsKey(key)
                            ? words.getString(key)
                            : parameters.get(place);
                })
                .toList();
    }

    private static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(
                "texts",
                LOCALES.getOrDefault(language, Locale.ENGLISH),
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
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
