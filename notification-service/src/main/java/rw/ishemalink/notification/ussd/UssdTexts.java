package rw.ishemalink.notification.ussd;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import rw.ishemalink.notification.text.GsmAlphabet;
import rw.ishemalink.schemas.Language;

/** The menu's words in one language. */
final class UssdTexts {

    /** Names that came from elsewhere are cut to this. */
    private static final int LONGEST_NAME = 21;

    private static final Map<Language, Locale> LOCALES =
            Map.of(Language.EN, Locale.ENGLISH, Language.RW, Locale.of("rw"), Language.FR, Locale.FRENCH);

    private final ResourceBundle words;
    private final Language language;

    UssdTexts(Language language) {
        this.language = language;
        this.words = ResourceBundle.getBundle(
                "texts_ussd",
                LOCALES.getOrDefault(language, Locale.ENGLISH),
                UssdTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String say(String key, Object... parameters) {
        return new MessageFormat(words.getString(key), Locale.ROOT).format(parameters);
    }

    Optional<String> find(String key) {
        return words.containsKey(key) ? Optional.of(say(key)) : Optional.empty();
    }

    /** The amount with its thousands apart. */
    String francs(long amount) {
        String grouped = String.format(Locale.ROOT, "%,d", amount);
        return switch (language) {
            case EN -> grouped;
            case RW, FR -> grouped.replace(',', ' ');
        };
    }

    /** A name as a small screen can show it. */
    static String name(String name) {
        String fitted = GsmAlphabet.fit(name.strip());
        while (GsmAlphabet.length(fitted) > LONGEST_NAME) {
            fitted = fitted.substring(0, fitted.length() - 1);
        }
        return fitted;
    }
}
