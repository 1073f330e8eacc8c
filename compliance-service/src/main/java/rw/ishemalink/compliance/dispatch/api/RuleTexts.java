package rw.ishemalink.compliance.dispatch.api;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** What the rules say in Kinyarwanda and French; in English they say it themselves. */
public final class RuleTexts {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private RuleTexts() {}

    /** The rule's text in that language; empty for English. */
    public static Optional<String> find(String ruleId, Locale language) {
        if (language.equals(Locale.ENGLISH)) {
            return Optional.empty();
        }
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        ResourceBundle texts = ResourceBundle.getBundle("rules", language, loader, NO_FALLBACK);
        return texts.containsKey(ruleId) ? Optional.of(texts.getString(ruleId)) : Optional.empty();
    }
}
