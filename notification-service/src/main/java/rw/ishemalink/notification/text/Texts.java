package rw.ishemalink.notification.text;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import rw.ishemalink.notification.brand.Brand;
import rw.ishemalink.notification.message.Channel;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.schemas.Language;

/** Fills templates in a person's language: plurals, numbers and amounts as that language writes them. */
public final class Texts {

    /** Longer place names are cut, so that every SMS stays one message. */
    private static final int LONGEST_SMS_PARAMETER = 24;

    private static final Map<Language, Locale> LOCALES =
            Map.of(Language.EN, Locale.ENGLISH, Language.RW, Locale.of("rw"), Language.FR, Locale.FRENCH);

    /** Named by a word of ours, which reads in the person's language: {@code INSURANCE} as {@code paper.INSURANCE}. */
    private static final Set<String> IN_WORDS = Set.of("paper", "role", "status");

    private static final String BRAND = "brand";

    private Texts() {}

    /** The text of a message; of an SMS, within the GSM alphabet and one message long. */
    public static String text(Template template, Language language, Brand brand, List<String> parameters) {
        String text = fill(template, "text", language, brand, parameters);
        return template.channel() == Channel.SMS ? GsmAlphabet.fit(text) : text;
    }

    /**
     * The subject of an e-mail, on one line.
     *
     * @throws java.util.MissingResourceException when the template is no e-mail
     */
    public static String subject(Template template, Language language, Brand brand, List<String> parameters) {
        return fill(template, "subject", language, brand, parameters).replaceAll("\\R", " ");
    }

    static String pattern(Template template, String part, Language language) {
        return bundle(language).getString(template + "." + part);
    }

    private static String fill(
            Template template, String part, Language language, Brand brand, List<String> parameters) {
        boolean sms = template.channel() == Channel.SMS;
        Map<String, Object> values = new HashMap<>();
        for (int place = 0; place < parameters.size(); place++) {
            String name = template.parameters().get(place);
            values.put(name, value(name, parameters.get(place), language, sms));
        }
        values.put(BRAND, sms ? brand.shortName() : brand.name());
        return new MessageFormat(pattern(template, part, language), locale(language)).format(values);
    }

    private static Object value(String name, String given, Language language, boolean sms) {
        if (Template.isNumber(name)) {
            return Long.parseLong(given);
        }
        String words = IN_WORDS.contains(name) ? inWords(name + "." + given, given, language) : given;
        return sms ? shorten(words) : words;
    }

    private static String inWords(String key, String otherwise, Language language) {
        ResourceBundle words = bundle(language);
        return words.containsKey(key) ? words.getString(key) : otherwise;
    }

    private static ULocale locale(Language language) {
        return ULocale.forLocale(LOCALES.getOrDefault(language, Locale.ENGLISH));
    }

    private static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(
                "texts",
                LOCALES.getOrDefault(language, Locale.ENGLISH),
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
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
