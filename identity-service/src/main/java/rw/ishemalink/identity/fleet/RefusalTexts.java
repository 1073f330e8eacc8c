package rw.ishemalink.identity.fleet;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import rw.ishemalink.identity.people.Language;

/** Why papers were refused, in the words of {@code refusals*.properties}; a rule without words of its own is named. */
public final class RefusalTexts {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private RefusalTexts() {}

    /** What one rule's refusal means. */
    public static String of(String ruleId, Language language) {
        Locale locale = Locale.of(language.name().toLowerCase(Locale.ROOT));
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        ResourceBundle texts = ResourceBundle.getBundle("refusals", locale, loader, NO_FALLBACK);
        return texts.containsKey(ruleId)
                ? texts.getString(ruleId)
                : new MessageFormat(texts.getString("another"), locale).format(new Object[] {ruleId});
    }

    /** All of them, one sentence after the other. */
    static String all(List<String> ruleIds, Language language) {
        return ruleIds.stream().map(ruleId -> of(ruleId, language)).collect(Collectors.joining(" "));
    }
}
